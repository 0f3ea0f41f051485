/** Reads bibliography files for tests in the same way as the pipeline does. */
import { VFile } from 'vfile'
import { type Bibliography, readBibliographies } from '../../../pipeline/bibliography/read/index.ts'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { memoryHost } from '../../../pipeline/host/index.ts'

export async function readFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  named: readonly string[] = Object.keys(files),
): Promise<Bibliography & { readonly messages: readonly string[] }> {
  const file = new VFile({ path: '/paper/article.md' })
  const paths = Object.fromEntries(Object.entries(files).map(([name, data]) => [`/paper/${name}`, data]))
  const bibliography = await readBibliographies({
    file,
    folder: '/paper',
    metadata: { bibliography: [...named] },
    placeOf: () => undefined,
    folders: ['/paper'],
    host: memoryHost(paths),
  })
  return { ...bibliography, messages: messageLines([file, ...bibliography.files], '/paper') }
}
