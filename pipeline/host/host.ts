/**
 * The outside world as the pipeline sees it. Stages read and write only through a `Host`, so that
 * nearly every test runs in memory. Paths are absolute, with `/`.
 */
export interface Host {
  /** The bytes of a file; `undefined` where there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>
  /** The names in a folder, sorted, folders with a final `/`; `undefined` where there is no such folder. */
  list(folder: string): Promise<readonly string[] | undefined>
  /** Puts all files into `folder` (made where missing), or none: on failure the folder is as it was. Names may hold folders. */
  write(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>
  now(): Date
}
