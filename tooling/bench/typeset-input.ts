/** An article of the benchmark, brought to the door of stage typeset by the stages before it. */

import { fontFaces } from '../../pipeline/fonts/index.ts'
import { diskHost } from '../../pipeline/host/index.ts'
import { loadJournal } from '../../pipeline/journal/index.ts'
import { articleTree } from '../../pipeline/layout/article-tree.ts'
import { fontContent } from '../../pipeline/layout/font-content.ts'
import { findManuscript, parse } from '../../pipeline/parse/index.ts'
import { resolve } from '../../pipeline/resolve/index.ts'
import type { TypesetInput } from '../../pipeline/typeset/index.ts'
import { library } from '../../test/build-article.ts'
import type { BenchArticle } from './articles.ts'
import { BenchError } from './bench-error.ts'

/** All that typesetting takes, but the browser. */
export type Prepared = Omit<TypesetInput, 'browser'>

/** `style`: a journal of `styles/`. Throws where the article or the journal cannot be read. */
export async function typesetInput({ folder }: BenchArticle, style: string): Promise<Prepared> {
  const found = await findManuscript(folder, diskHost)
  const manuscript = found.isReadable ? await parse({ ...found, host: diskHost }) : undefined
  const { journal } = await loadJournal(`${library}/${style}`, library, diskHost)
  if (!manuscript || !journal) throw new BenchError(`The article at ${folder} cannot be read.`)
  const article = await resolve(manuscript, journal, diskHost)
  const root = articleTree(article, journal)
  const fonts = await fontFaces(journal, fontContent(root, article), diskHost)
  return { root, article, journal, fonts, file: manuscript.file }
}
