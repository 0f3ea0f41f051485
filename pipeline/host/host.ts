/**
 * The disk and the clock as the pipeline sees them. Stages read and write only through a `Host`, so that
 * nearly every test runs in memory. Paths are absolute, with `/`, as `paths.ts` makes them.
 */
export interface Host {
  /** The bytes of a file; `undefined` if it does not exist. */
  read(path: string): Promise<Uint8Array | undefined>
  /** The sorted names in a folder, folders with a final `/`; `undefined` if the folder does not exist. */
  list(folder: string): Promise<readonly string[] | undefined>
  /**
   * Writes all files into `folder`, which is created if it is missing, or none of them. Names may contain
   * folders.
   */
  write(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>
  now(): Date
}
