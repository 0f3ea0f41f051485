/** Test help: the HTML that the handlers of `pipeline/layout/handlers/` make, in memory. */
import type { RootContent } from 'mdast'
import { blocks, bodyContent } from '../../pipeline/layout/body.ts'
import { buildArticle } from '../build-article.ts'
import { toHtml } from './to-html.ts'

export interface BodyOptions {
  /** Files beside the manuscript, by name. */
  readonly files?: Readonly<Record<string, string>>
  /** Lines of the front matter. */
  readonly front?: string
}

/** The text of an article that is read and resolved like any other. */
export async function bodyHtml(markdown: string, options: BodyOptions = {}): Promise<string> {
  const { files = {}, front = '' } = options
  const source = `---\ntitle: T\n${front}\n---\n\n${markdown}\n`
  const { article, journal } = await buildArticle({ 'article.md': source, ...files })
  return toHtml(bodyContent(article, journal))
}

/** Nodes that the parser does not make or that were not resolved, in an otherwise empty article. */
export async function nodeHtml(...nodes: readonly RootContent[]): Promise<string> {
  const { article, journal } = await buildArticle({ 'article.md': 'Text.' })
  return toHtml(blocks(nodes, { article, journal }))
}

/** A drawing, 4 × 2 px. */
export const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

/** A bibliography with the work `c`, and the front matter that names it. */
export const cited: BodyOptions = {
  files: { 'a.bib': '@book{c, title = {T}, author = {Doe, Jane}, year = {2000}}' },
  front: 'bibliography: a.bib',
}
