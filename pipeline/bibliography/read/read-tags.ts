/**
 * Manubot's `citation-tags.tsv` beside the manuscript, with the columns `tag` and `citation` → aliases of
 * works: `tag:kgp` → `doi:10.1038/nature15394`.
 */

import { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { join } from '../../host/paths.ts'
import { report } from '../../model/diagnostics.ts'
import { decodeUtf8 } from '../../model/utf8-text.ts'

interface Tags {
  readonly aliases: Readonly<Record<string, string>>
  /** The file, if there is one. */
  readonly files: readonly VFile[]
}

export async function readTags(folder: string, host: Host): Promise<Tags> {
  const path = join(folder, 'citation-tags.tsv')
  const bytes = await host.read(path)
  if (!bytes) return { aliases: {}, files: [] }
  const file = new VFile({ path })
  if (!decodeUtf8(file, bytes)) return { aliases: {}, files: [file] }
  const aliases: Record<string, string> = {}
  for (const [index, line] of String(file).split(/\r?\n/).entries()) {
    const [tag = '', citation = ''] = line.split('\t').map(cell => cell.trim())
    if (tag === '' || (index === 0 && tag === 'tag')) continue
    if (citation === '') {
      report(file, 'bibliography-unclear', {
        reason: `Unexpected tag \`${tag}\` without a citation`,
        place: { line: index + 1, column: 1 },
        note: 'Write the tag, a tab and the citation: `doi:10.1234/abcd`.',
      })
    } else aliases[`tag:${tag}`] = citation.replace(/^@/, '')
  }
  return { aliases, files: [file] }
}
