/** The CSL engine stopped at a style, or at a style with these works. The engine cannot be used any more. */
export class CslError extends Error {
  override readonly name = 'CslError'
}

/** Runs `work`. citeproc throws errors and strings; both become `CslError`. */
export function asCslError<T>(work: () => T, onError: () => void): T {
  try {
    return work()
  } catch (error) {
    onError()
    const words = error instanceof Error ? error.message : String(error)
    throw new CslError(words.trim().replace(/\s+/g, ' '), { cause: error })
  }
}
