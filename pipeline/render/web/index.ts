/**
 * The laid out article → the body of the web edition, with everything that a screen offers and paper does
 * not. All of it works without scripts; what scripts add is in `reader/`. The input tree is not changed.
 */
import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import { pageId } from '../../values/page-ids.ts'
import { withBoldFormulas } from './bold-formulas.ts'
import { withHeadingAnchors } from './heading-anchors.ts'
import { outline } from './outline.ts'
import type { PageLinks } from './page-links.ts'
import { webSteps } from './steps.ts'

const articleId = pageId('article')

interface WebBodyInput {
  readonly root: Root
  readonly article: Article
  readonly journal: Journal
  /** The title of the page, used if the article has no title. */
  readonly title: string
  readonly links?: PageLinks
}

export function webBody({ root, article, journal, title, links = {} }: WebBodyInput): ElementContent[] {
  const { labels } = journal.manifest
  const printed = root.children.filter((node): node is ElementContent => node.type !== 'doctype')
  const content = webSteps(article, journal, links).reduce<ElementContent[]>(
    (nodes, step) => step(nodes),
    printed,
  )
  const main = content.map(node => (isMain(node) ? withFirstHeading(node, article, title) : node))
  const contents = outline(main, labels.web.contents)
  // Come after the outline, which has plain letters and no links to headings.
  const shown = withBoldFormulas(journal)(withHeadingAnchors(labels.web.link)(main))
  return [
    h('a', { className: ['skip-link'], href: `#${articleId}` }, labels.web.skip),
    h('div', { className: ['edition'] }, [...contents, ...shown]),
  ]
}

function isMain(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'main'
}

/** Adds the id that the skip link leads to. A page without a visible title gets a hidden `h1`. */
function withFirstHeading(main: Element, article: Article, title: string): Element {
  const heading = h('h1', { className: ['visually-hidden'] }, title)
  const children = article.title.length === 0 ? [heading, ...main.children] : main.children
  return { ...main, properties: { ...main.properties, id: articleId }, children }
}
