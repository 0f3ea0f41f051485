/** A folder on the command line → the articles of an issue, if the folder holds several. */

import { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { basename, join } from '../../host/paths.ts'
import { report } from '../../model/diagnostics.ts'
import { articleSlugs } from './article-slugs.ts'
import { manuscriptNames } from './assemble/text-files.ts'
import { type FoundManuscript, findManuscript } from './find-manuscript.ts'

export interface FoundArticles {
  /** The articles, sorted by folder name. Unreadable ones are included, so that their build reports why. */
  readonly articles: readonly FoundArticle[]
  /** The folder itself, with messages about its content. */
  readonly file: VFile
}

export interface FoundArticle {
  /** The article's folder, absolute. */
  readonly path: string
  /** Base name of the article's output files. */
  readonly slug: string
}

/**
 * The folders inside `folder` that hold a manuscript each. Undefined if the folder is a manuscript
 * itself, or holds fewer than two. Folders without any text are passed over, and so are names that begin
 * with `_` or a dot.
 */
export async function findArticles(folder: string, host: Host): Promise<FoundArticles | undefined> {
  const names = (await host.list(folder)) ?? []
  if (names.length === 0 || isManuscript(await findManuscript(folder, host), folder)) return undefined
  const folders = names.filter(name => name.endsWith('/') && !/^[._]|^(output|node_modules)\//.test(name))
  // Compares names so that 2 comes before 10.
  const { compare } = new Intl.Collator('en', { numeric: true })
  const paths = folders.map(name => join(folder, name.slice(0, -1))).toSorted(compare)
  const all = await Promise.all(paths.map(async path => ({ path, found: await findManuscript(path, host) })))
  const articles = all.filter(({ found }) => !found.isEmpty)
  if (articles.length < 2 || !articles.some(({ path, found }) => isManuscript(found, path))) return undefined
  const file = folderFile(folder, names)
  const slugs = articleSlugs(
    articles.map(({ path }) => basename(path)),
    file,
  )
  return { articles: articles.map(({ path }, index) => ({ path, slug: slugs[index] ?? '' })), file }
}

/** True if one file was chosen as the manuscript, even if that file is not text. */
function isManuscript({ file, isReadable }: FoundManuscript, folder: string): boolean {
  return isReadable || file.path !== folder
}

function folderFile(folder: string, names: readonly string[]): VFile {
  const file = new VFile({ path: folder })
  const texts = manuscriptNames(names)
  if (texts.length > 0) {
    report(file, 'issue-file-left-out', {
      reason: `Unexpected ${texts.join(', ')} beside the folders of the articles`,
      note: 'Put each article of an issue into its own folder. Begin the names of other files with `_`.',
    })
  }
  return file
}
