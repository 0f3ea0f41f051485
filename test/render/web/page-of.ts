/** Test help: the body of the web edition of a manuscript as HTML, in memory. */
import { toHtml } from 'hast-util-to-html'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import { webBody } from '../../../pipeline/render/web/index.ts'
import { buildArticle } from '../../build-article.ts'

/** `files`: the manuscript's files by name, with `article.md`. */
export async function pageOf(files: Readonly<Record<string, string>>, style = 'transactions') {
  const { article, journal } = await buildArticle(files, style)
  const root = articleTree(article, journal)
  return webBody({ root, article, journal, title: article.name })
    .map(node => toHtml(node))
    .join('')
}
