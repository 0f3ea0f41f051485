/**
 * Adds what readers look for at the head of an article to its title block: the DOI, the access, the licence
 * and the dates, unless the journal's template has them before the text, and links to the PDF and the
 * citation.
 * They are before the summary, or where the template has the slot `head-facts`.
 *   <header class="title-block"> … <div class="summary">
 *   → <header class="title-block"> … <div class="head-facts">… <div class="summary">
 */
import type { Element, ElementContent } from 'hast'
import { h, s } from 'hastscript'
import { type Journal, slotsOf } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import { hasClass } from '../../model/hast.ts'
import { citeCard, citeOpener } from './cite-card.ts'
import type { PageLinks } from './page-links.ts'
import { rewrite } from './rewrite.ts'

/** The longest name of a licence, in characters. Longer texts are terms. */
const longestName = 40

export function withHeadFacts(article: Article, journal: Journal, links: PageLinks) {
  return (content: readonly ElementContent[]): ElementContent[] => {
    const facts = headFacts(article, journal, links)
    let isPlaced = false
    // The place that the template gives the facts, by the slot of this name.
    const placed = rewrite(content, element => {
      if (!hasClass(element, 'head-facts')) return [element]
      isPlaced = true
      return facts ? [facts] : []
    })
    if (isPlaced || !facts) return placed
    return rewrite(content, element => {
      if (isPlaced || !hasClass(element, 'title-block')) return [element]
      isPlaced = true
      return [{ ...element, children: withFactsBeforeSummary(element.children, facts) }]
    })
  }
}

/** Puts the facts before the abstract, the keywords and the summary boxes, or at the end. */
function withFactsBeforeSummary(children: readonly ElementContent[], facts: Element): ElementContent[] {
  const first = children.findIndex(contentOfSummary)
  return first < 0 ? [...children, facts] : children.toSpliced(first, 0, facts)
}

function contentOfSummary(node: ElementContent): boolean {
  if (node.type !== 'element') return false
  if (['abstract', 'keywords', 'summary-box'].some(name => hasClass(node, name))) return true
  return node.children.some(contentOfSummary)
}

function headFacts(article: Article, journal: Journal, { page, pdf }: PageLinks): Element | undefined {
  const facts = [
    doi(article, journal),
    openAccess(article, journal),
    license(article, journal),
    dates(article, journal),
  ].filter(fact => fact !== undefined)
  // An article without a title cannot be cited yet.
  const isCited = article.plainTitle !== ''
  const tools = [
    ...(pdf === undefined ? [] : [h('a', { className: ['tool'], href: encodeURIComponent(pdf) }, 'PDF')]),
    ...(isCited ? [citeOpener(journal)] : []),
  ]
  if (facts.length === 0 && tools.length === 0) return undefined
  return h('div', { className: ['head-facts'] }, [
    ...facts.flatMap(fact => [fact, ' ']),
    ...(tools.length > 0 ? [h('p', { className: ['head-tools'] }, tools)] : []),
    ...(isCited ? [citeCard(article, journal, page)] : []),
  ])
}

/** Whether the template has this slot before the text. */
function isAtHead({ template }: Journal, name: string): boolean {
  const slots = slotsOf(template)
  return slots.slice(0, slots.indexOf('body')).includes(name)
}

function doi({ identifiers }: Article, journal: Journal): Element | undefined {
  const identifier = identifiers.find(({ type }) => type === 'doi')
  if (!identifier || isAtHead(journal, 'doi')) return undefined
  return h('p', h('a', { href: identifier.url }, `https://doi.org/${identifier.value}`))
}

/** Every licence of Creative Commons lets all readers read and share (their deeds, "You are free to"). */
function openAccess({ metadata }: Article, { manifest }: Journal): Element | undefined {
  const { id = '', url = '' } = metadata.license ?? {}
  const isOpen = /^CC(?:0|-BY)/i.test(id) || /^https?:\/\/(?:www\.)?creativecommons\.org\//i.test(url)
  if (!isOpen) return undefined
  return h('p', [openLock(), ` ${manifest.labels.web['open-access']}`])
}

/** An open padlock, the usual sign of open access. */
function openLock(): Element {
  const lines = 'M5 9V4a3 3 0 0 1 6 0v1M3 9h10v5H3z'
  return s('svg', { viewBox: '0 0 16 16', ariaHidden: 'true', className: ['open-lock'] }, [
    s('path', { d: lines }),
  ])
}

function license({ metadata }: Article, journal: Journal): Element | undefined {
  const { text, id, url } = metadata.license ?? {}
  const name = [text, id].find(words => words !== undefined && words.length <= longestName)
  if (name === undefined || isAtHead(journal, 'license')) return undefined
  return h('p', url === undefined ? name : h('a', { href: url, rel: 'license' }, name))
}

function dates({ imprint }: Article, journal: Journal): Element | undefined {
  const slots = slotsOf(journal.template)
  const shown = imprint.dates.filter(({ kind }) => !isAtHead(journal, slots.includes(kind) ? kind : 'dates'))
  if (shown.length === 0) return undefined
  const words = shown.flatMap(({ label, text, iso }, index) => [
    ...(index === 0 ? [] : [' ']),
    h('span', [`${label} `, h('time', { dateTime: iso }, text)]),
  ])
  return h('p', { className: ['head-dates'] }, words)
}
