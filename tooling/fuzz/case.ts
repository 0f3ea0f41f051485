/** One case of the fuzzer: the files of a manuscript's folder. */

/** Path in the folder → contents. `article.md` is the manuscript. */
export type CaseFiles = Readonly<Record<string, string | Uint8Array>>

export type FaultKind = 'crash' | 'hang' | 'words lost' | 'broken HTML'

export interface Fault {
  readonly kind: FaultKind
  /** The first line of the exception, the lost words, or what is broken. */
  readonly detail: string
}

export function textOf(files: CaseFiles, name: string): string {
  const data = files[name] ?? ''
  return typeof data === 'string' ? data : new TextDecoder().decode(data)
}
