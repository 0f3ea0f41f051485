/**
 * The style sheets of a journal's folders, joined for each medium: `common.css` and `print.css` of the base,
 * then those of each journal that extends it, so that its rules win against equal ones. `web.css` likewise.
 */
import { VFile } from 'vfile'
import { withoutCssComments } from './css-comments.ts'
import type { JournalFolders } from './inline-file.ts'
import { readStyleSheet } from './style-sheet.ts'

/** The file of a style sheet, with its messages. */
export interface SheetFile {
  readonly folder: string
  readonly file: VFile
}

interface StyleSheets {
  readonly css: { readonly print: string; readonly web: string }
  /** All but those of the base, which the tests check. */
  readonly files: readonly SheetFile[]
}

/** Reads and checks the style sheets. `library`: the folder of the journals that come with Offprint. */
export async function readStyleSheets(places: JournalFolders, library: string): Promise<StyleSheets> {
  const folders = [...places.folders].reverse()
  const sheets = (await Promise.all(folders.map(folder => readFolder(folder, places)))).flat()
  const joined = (medium: 'print' | 'web') =>
    withoutCssComments(
      sheets
        .filter(({ name }) => name === 'common' || name === medium)
        .map(({ text }) => text)
        .join('\n'),
    )
  const files = sheets.filter(({ folder }) => folder !== `${library}/base`)
  return { css: { print: joined('print'), web: joined('web') }, files }
}

interface Sheet extends SheetFile {
  readonly name: 'common' | 'print' | 'web'
  /** The rules, with their pictures inside. */
  readonly text: string
}

async function readFolder(folder: string, places: JournalFolders): Promise<readonly Sheet[]> {
  const sheets = await Promise.all(
    (['common', 'print', 'web'] as const).map(async (name): Promise<Sheet[]> => {
      const path = `${folder}/${name}.css`
      const bytes = await places.host.read(path)
      if (!bytes) return []
      const file = new VFile({ path, value: new TextDecoder().decode(bytes) })
      return [{ folder, file, name, text: await readStyleSheet(file, places) }]
    }),
  )
  return sheets.flat()
}
