/** A folder on the command line → the articles of an issue, where it holds several. */
import { basename, join } from 'node:path'
import { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { report } from '../../model/diagnostics.ts'
import { articleSlugs } from './article-slugs.ts'
import { manuscriptNames } from './assemble/text-files.ts'
import { type FoundManuscript, findManuscript } from './find-manuscript.ts'

export interface FoundArticles {
  /** In the order of their names. What cannot be read is one of them: the build of it says why. */
  readonly articles: readonly FoundArticle[]
  /** The folder itself, with messages about what lies in it. */
  readonly file: VFile
}

export interface FoundArticle {
  /** Absolute: its folder. */
  readonly path: string
  /** What its files are called. */
  readonly slug: string
}

/** 2 before 10. */
const { compare } = new Intl.Collator('en', { numeric: true })

/**
 * The folders inside `folder` that hold a manuscript each; undefined where the folder is a manuscript itself, or holds
 * but one. A folder without any text is none of them, nor one whose name begins with `_` or a dot.
 */
export async function findArticles(folder: string, host: Host): Promise<FoundArticles | undefined> {
  const names = (await host.list(folder)) ?? []
  if (names.length === 0 || isManuscript(await findManuscript(folder, host), folder)) return undefined
  const folders = names.filter(name => name.endsWith('/') && !/^[._]|^(output|node_modules)\//.test(name))
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

/** One file is taken for it, even if that is not text. */
function isManuscript({ file, isReadable }: FoundManuscript, folder: string): boolean {
  return isReadable || file.path !== folder
}

function folderFile(folder: string, names: readonly string[]): VFile {
  const file = new VFile({ path: folder })
  const beside = manuscriptNames(names)
  if (beside.length > 0) {
    report(file, 'issue-file-left-out', {
      reason: `Unexpected ${beside.join(', ')} beside the folders of the articles`,
      note: 'Each article of an issue has a folder of its own. The name of what is none begins with `_`.',
    })
  }
  return file
}
