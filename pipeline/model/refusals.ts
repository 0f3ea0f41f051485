/** The one message about a file that a host does not read. */
import type { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { type Details, report } from './diagnostics.ts'

interface Named {
  /** The path as the manuscript writes it. */
  readonly name: string
  readonly file: VFile
  readonly place?: Details['place']
}

/** Reports a file that the host refuses to read. False if it does not: the file is missing. */
export function reportRefusal(host: Host, path: string, { name, file, place }: Named): boolean {
  const refusal = host.refusal(path)
  if (!refusal) return false
  const { reason, note } = refusal
  report(file, 'file-refused', { reason: `Unexpected file \`${name}\`: ${reason}`, place, note })
  return true
}
