/** Appends new works to the bibliography that the shelf names, all or none. */

import { appendEntries, bibliographyFormat } from '../../bibliography/write/append-entries.ts'
import type { Host } from '../../host/index.ts'
import { basename, dirname } from '../../host/paths.ts'
import type { CslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import { readAlone, type Shelf } from './shelf.ts'

interface Added {
  /** The text that was appended. */
  readonly added: string
  /** True if the file did not exist before. */
  readonly isNew: boolean
}

/**
 * Appends the works. Reads the file again before writing, as it may have changed while the registries
 * answered. If nothing can be appended, returns undefined and reports the reason.
 */
export async function addEntries(
  items: readonly CslItem[],
  { target, file, isDry }: Shelf,
  host: Host,
): Promise<Added | undefined> {
  const path = target ?? 'references.bib'
  const bytes = target === undefined ? undefined : await host.read(path)
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const format = bibliographyFormat(path, text)
    if (format === undefined) throw new Error('expected BibTeX, CSL-JSON or CSL-YAML by the name of the file')
    const made = appendEntries(text, items, format)
    const data = new TextEncoder().encode(made)
    if (!isDry) {
      await checkReadable({ path, data, items }, host)
      await host.write(dirname(path), new Map([[basename(path), data]]))
    }
    return { added: newPart(text, made), isNew: bytes === undefined }
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    report(file, 'lookup-target', {
      reason: `Nothing can be added to the bibliography: ${reason}`,
      note: 'Correct the file, or name another one with --bibliography.',
      cause,
    })
    return undefined
  }
}

interface Written {
  readonly path: string
  readonly data: Uint8Array
  readonly items: readonly CslItem[]
}

/**
 * Reads the new text back: if a brace is missing further up, the appended entries would be read as part of an
 * earlier entry.
 */
async function checkReadable({ path, data, items }: Written, host: Host) {
  const { references, files } = await readAlone(path, {
    ...host,
    read: async name => (name === path ? data : await host.read(name)),
  })
  const keys = new Set(references.map(({ id }) => id))
  const lost = items.find(({ id }) => !keys.has(id))
  const broken = files.flatMap(file => file.messages).find(({ ruleId }) => ruleId === 'bibliography-broken')
  if (!lost && !broken) return
  throw new Error(
    broken?.reason ?? `an entry before its end is not closed, and \`${lost?.id}\` could not be read after it`,
  )
}

/** The part of `after` that `before` does not have. */
function newPart(before: string, after: string): string {
  const tail = after.length - before.length
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  return after.slice(start, start + tail)
}
