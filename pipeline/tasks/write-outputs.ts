/** Writes the outputs of a build, and removes the report of an earlier build that failed. */
import { VFile } from 'vfile'
import { type FileChanges, type Host, RefusedFile } from '../host/index.ts'
import { report } from '../model/diagnostics.ts'
import { earlierReport } from './own-mistakes.ts'

interface OutputsOf {
  /** Name → bytes. */
  readonly outputs: ReadonlyMap<string, Uint8Array>
  /** Absolute folder for the files. */
  readonly folder: string
  /** Begins the name of a report. */
  readonly slug: string
  /** True if this build has written a report, which stays. */
  readonly hasReport: boolean
}

/**
 * Returns the file with a message if writing is refused; then nothing is written. Throws the errors of the
 * disk.
 */
export async function writeOutputs(
  { outputs, folder, slug, hasReport }: OutputsOf,
  host: Host,
): Promise<VFile | undefined> {
  const earlier = hasReport ? undefined : await earlierReport({ folder, slug }, host)
  const changes: FileChanges = new Map([...outputs, ...(earlier ? [[earlier, undefined] as const] : [])])
  return await orRefused(host.write(folder, changes))
}

/** The file with a message if `work` is refused. */
export async function orRefused(work: Promise<unknown>): Promise<VFile | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    const file = new VFile({ path: error.path })
    report(file, 'file-refused', { reason: `Unwritten outputs: ${error.reason}`, note: error.note })
    return file
  }
}
