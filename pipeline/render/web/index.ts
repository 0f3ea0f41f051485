/**
 * The laid out article → the body of the web edition: what a screen has and a page has not. Everything is there without
 * scripts; what scripts add is in `reader/`. The tree that comes in is left as it is.
 */
import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import { pageId } from '../../values/page-ids.ts'
import { withAbbreviations } from './abbreviations.ts'
import { withAuthorCards } from './author-cards.ts'
import { withCitationFiles } from './citation-files.ts'
import { withCitedWorks } from './cited-works.ts'
import { withClearImages } from './clear-images.ts'
import { withFormulaLines } from './formula-lines.ts'
import { withHeadCells } from './head-cells.ts'
import { withHeadingLevels } from './heading-levels.ts'
import { outline } from './outline.ts'
import { withPictureShapes } from './picture-shapes.ts'
import { withScriptLevels } from './script-levels.ts'
import { withScrollBoxes } from './scroll-boxes.ts'
import { withTexSources } from './tex-sources.ts'
import { withWebLinks } from './web-links.ts'
import { withWordyCells } from './wordy-cells.ts'

const ARTICLE = pageId('article')

export interface WebBodyInput {
  readonly root: Root
  readonly article: Article
  readonly journal: Journal
  /** Of the page, for an article that prints none. */
  readonly title: string
  /** The address where the page will stand, where it is known. */
  readonly page?: string | undefined
}

export function webBody({ root, article, journal, title, page }: WebBodyInput): ElementContent[] {
  const { labels } = journal.manifest
  const content = [
    withAbbreviations(article),
    withHeadingLevels,
    withHeadCells,
    withClearImages,
    withPictureShapes,
    withFormulaLines,
    withScriptLevels,
    withTexSources,
    withWordyCells,
    withScrollBoxes(journal),
    withCitedWorks(article),
    withWebLinks,
    withAuthorCards(article, journal),
    withCitationFiles(article, journal, page),
  ].reduce(
    (nodes, pass) => pass(nodes),
    root.children.filter((node): node is ElementContent => node.type !== 'doctype'),
  )
  const main = content.map(node => (isMain(node) ? prepared(node, article, title) : node))
  const contents = outline(main, labels.web.contents)
  return [
    h('a', { className: ['skip-link'], href: `#${ARTICLE}` }, labels.web.skip),
    h('div', { className: ['edition'] }, [...contents, ...main]),
  ]
}

function isMain(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'main'
}

/** With the id that the skip link leads to; the page has a first heading even if nobody sees it. */
function prepared(main: Element, article: Article, title: string): Element {
  const heading = h('h1', { className: ['visually-hidden'] }, title)
  const children = article.title.length === 0 ? [heading, ...main.children] : main.children
  return { ...main, properties: { ...main.properties, id: ARTICLE }, children }
}
