/** Loads a journal whose folder, and the folders beside it, are written in memory. */
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { loadJournal } from '../../pipeline/journal/index.ts'
import { library } from '../build-article.ts'

/** `files`: names in the journal's folder, or `/house/journal.yml` for a folder beside it. */
export async function loadWritten(files: Readonly<Record<string, string | Uint8Array>>, language?: string) {
  const paths = Object.entries(files).map(([name, content]): [string, string | Uint8Array] => [
    name.startsWith('/') ? `/j${name}` : `/j/mine/${name}`,
    content,
  ])
  const host = memoryHost(Object.fromEntries(paths), diskHost)
  const loaded = await loadJournal('/j/mine', library, host, language)
  const lines = messageLines(loaded.files, '/j/mine')
  // The note of a message is on indented lines below it.
  const messages = lines.filter(line => !line.startsWith(' '))
  return { journal: loaded.journal, messages, notes: lines.filter(line => line.startsWith(' ')) }
}
