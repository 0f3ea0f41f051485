/**
 * The reference lists: one list item for each entry, with the label that the citation style gives it. At the
 * end of an entry are links that only a screen can use: identifiers that the style does not print, and links
 * back to the citations. The printed edition hides them.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Journal } from '../journal/index.ts'
import type { Article, ListedReference, ReferenceList } from '../model/article.ts'
import type { CslListLayout } from '../model/csl.ts'
import { textNode } from '../model/hast.ts'
import { directionOf, isRightToLeft, languageFallbacks, languageTag } from '../values/language.ts'
import { backLinks } from './back-links.ts'
import { inLanguage } from './in-language.ts'
import type { Lookup } from './lookup.ts'

/** The lists at the journal's place for references, without those that the author placed in the text. */
export function referenceSections(article: Article, journal: Journal): ElementContent[] {
  const { referenceLists } = article
  return referenceLists
    .filter(list => !list.isInText)
    .map(list => referenceSection(list, { article, journal }))
}

export function referenceSection(
  { id, heading, level, entries }: ReferenceList,
  { article, journal }: Lookup,
): Element {
  const { labels } = journal.manifest
  const look = lookOf(entries, article.listLayout)
  const list = h(
    'ol',
    { className: ['reference-list', look], ...labelWidth(entries) },
    entries.map(entry => entryItem(entry, look, labels['back-to-citation'], article.language)),
  )
  if (heading === '')
    return h('section', { id, className: ['references'], ariaLabel: labels.references }, [list])
  return h('section', { id, className: ['references'] }, [h(`h${level}`, heading), list])
}

/**
 * The greatest number of characters of a label that is set in a column. Longer labels are like
 * "[Abelson1996]".
 */
const longestColumnLabel = 8

/** How a list is set. Entries of a plain list are paragraphs with a gap between them. */
type Look = 'is-labelled' | 'is-hanging' | 'is-plain'

function lookOf(entries: readonly ListedReference[], layout: CslListLayout): Look {
  const lengths = entries.map(({ label }) => labelText(label).length)
  const longest = Math.max(...lengths)
  if (longest > 0 && longest <= longestColumnLabel) return 'is-labelled'
  return layout.hangingIndent || longest > 0 ? 'is-hanging' : 'is-plain'
}

/**
 * Sets the width of the label column through CSS variables: the number of letters and digits, and the number
 * of punctuation marks, in the widest labels. A capital counts as both, as it is wider than a small letter.
 */
function labelWidth(entries: readonly ListedReference[]) {
  const texts = entries.map(({ label }) => labelText(label))
  const count = (pattern: RegExp) => Math.max(0, ...texts.map(text => text.match(pattern)?.length ?? 0))
  const [characters, marks] = [count(/[\p{L}\p{N}]/gu), count(/[^\p{L}\p{N}]|\p{Lu}/gu)]
  return characters === 0 ? {} : { style: `--label-characters: ${characters}; --label-marks: ${marks}` }
}

function labelText(label: readonly ElementContent[]): string {
  return textOf({ type: 'root', children: [...label] })
}

/** The list item of one entry. `language`: the language of the article. */
function entryItem(entry: ListedReference, look: Look, backLabel: string, language: string): ElementContent {
  const { id } = entry
  const content = withTitleLanguage(entry, language)
  const mark = h('span', { className: ['reference-label'] }, [...entry.label])
  const label: ElementContent[] = entry.label.length === 0 ? [] : [mark, textNode(' ')]
  const hasColumn = look === 'is-labelled'
  const blocks = blocksOf(hasColumn ? content : [...label, ...content])
  if (runsAgainst(entry, language))
    for (const block of blocks) block.children = [h('bdi', { dir: 'ltr' }, block.children)]
  blocks.at(-1)?.children.push(...identifierLinks(entry), ...backLinks(entry.citedAt, backLabel))
  return h('li', { id }, [...(hasColumn ? label : []), ...blocks])
}

/**
 * True for an entry in a language or script from left to right in an article from right to left. It gets its
 * own direction, so that its full stops and years stay at their places.
 */
function runsAgainst({ content, work }: ListedReference, language: string): boolean {
  if (directionOf(language) === 'ltr') return false
  const tag = languageTag(String(work.language ?? ''))
  const [first = ''] = /\p{L}/u.exec(textOf({ type: 'root', children: [...content] })) ?? []
  return tag === undefined ? !isRightToLeft(first) : directionOf(tag) === 'ltr'
}

/** Marks the title with the work's language, if that is not the language of the article. */
function withTitleLanguage({ content, work }: ListedReference, language: string): ElementContent[] {
  const tag = languageTag(String(work.language ?? ''))
  if (tag === undefined || languageFallbacks(language).includes(tag)) return [...content]
  const marked = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node
    if (node.properties.dataVariable === 'title')
      return { ...node, properties: { ...node.properties, ...inLanguage(tag) } }
    return { ...node, children: node.children.map(marked) }
  }
  return content.map(marked)
}

/**
 * Divides content into blocks. Content that the style displays as a block (CSL 1.0.2, "Display") becomes a
 * block; the content between such blocks is grouped into blocks, too.
 */
function blocksOf(content: readonly ElementContent[]): Element[] {
  const blocks: Element[] = []
  let isOpen = false
  for (const node of content) {
    const [look] = node.type === 'element' ? displayOf(node) : []
    if (look !== undefined && node.type === 'element') {
      blocks.push(h('span', { className: ['reference', look] }, node.children))
      isOpen = false
      continue
    }
    if (!isOpen && node.type === 'text' && /^\s*$/.test(node.value)) continue
    if (!isOpen) blocks.push(h('span', { className: ['reference'] }))
    isOpen = true
    blocks.at(-1)?.children.push(node)
  }
  return blocks
}

function displayOf({ properties: { className } }: Element): readonly string[] {
  const names = Array.isArray(className) ? className : []
  return names.flatMap(name =>
    name === 'csl-block' ? ['is-block'] : name === 'csl-indent' ? ['is-indented'] : [],
  )
}

const identifierNames = { doi: 'DOI', pmid: 'PubMed', pmcid: 'PMC', arxiv: 'arXiv' } as const

function identifierLinks({ identifiers }: ListedReference): ElementContent[] {
  if (identifiers.length === 0) return []
  const links = identifiers.flatMap(({ type, url }) => [' ', h('a', { href: url }, identifierNames[type])])
  return [h('span', { className: ['reference-identifiers'] }, links)]
}
