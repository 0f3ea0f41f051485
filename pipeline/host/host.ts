/** Why a file is not read, and what the author can do. */
export interface Refusal {
  /** Continues a sentence such as "Unexpected file `a.bib`: ". */
  readonly reason: string
  readonly note: string
}

/** A file that is not read or written, although its path may exist. */
export class RefusedFile extends Error implements Refusal {
  readonly path: string
  readonly reason: string
  readonly note: string

  constructor(path: string, { reason, note }: Refusal) {
    super(`${path}: ${reason}`)
    this.path = path
    this.reason = reason
    this.note = note
  }

  /** What the command line prints below the message. */
  get remedy(): string {
    return this.note
  }
}

/** Name → bytes of the new file; undefined if the file is to be removed. Names may contain folders. */
export type FileChanges = ReadonlyMap<string, Uint8Array | undefined>

/** Files for a folder that are collected, and then written all or none. */
export interface Writing {
  add(files: FileChanges): Promise<void>
  /** Writes the files. Nothing can be added later. */
  commit(): Promise<void>
  /** Leaves the folder as it is. */
  discard(): void
}

/**
 * The disk and the clock as the pipeline sees them. Stages read and write only through a `Host`, so that
 * nearly every test runs in memory. Paths are absolute, with `/`, as `paths.ts` makes them.
 */
export interface Host {
  /**
   * The bytes of a file; `undefined` if it does not exist. Throws `RefusedFile` for what is no regular file
   * of bounded size.
   */
  read(path: string): Promise<Uint8Array | undefined>
  /** The path without symbolic links; `undefined` if there is no such file or folder. */
  realPath(path: string): Promise<string | undefined>
  /** Why `read` returned `undefined` for a file that may exist. Who asks also reports it to the author. */
  refusal(path: string): Refusal | undefined
  /** The sorted names in a folder, folders with a final `/`; `undefined` if the folder does not exist. */
  list(folder: string): Promise<readonly string[] | undefined>
  /** Writes all files into `folder`, which is created if it is missing, or none of them. */
  write(folder: string, files: FileChanges): Promise<void>
  /** Like `write`, for files that are made one after another. Else each is written at once. */
  gather?(folder: string): Promise<Writing | undefined>
  /**
   * The path that writing to `path` reaches: without symbolic links, even if the file does not exist yet.
   * Throws `RefusedFile` for a link that leads to itself.
   */
  writingTarget(path: string): Promise<string>
  /** Completes what a killed process has left to do in a folder, which may be missing. Never throws. */
  tidy(folder: string): Promise<void>
  now(): Date
}
