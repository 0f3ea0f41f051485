/** What the CSL engine stopped at: a style, or what it makes of these works. Nothing more of it can be asked then. */
export class CslError extends Error {
  override readonly name = 'CslError'
}

/** Runs `work`; citeproc throws errors, and strings, which become one kind. */
export function asCslError<T>(work: () => T, onError: () => void): T {
  try {
    return work()
  } catch (error) {
    onError()
    const words = error instanceof Error ? error.message : String(error)
    throw new CslError(words.trim().replace(/\s+/g, ' '), { cause: error })
  }
}
