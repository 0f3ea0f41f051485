/**
 * Marks the abbreviations that the front matter lists as `<abbr title="…">`, also in headings, captions and
 * notes. Links, code and text that is not the author's are left unchanged. Only the first `<abbr>` of each
 * abbreviation can be reached by keyboard, including those that the author marked: two hundred stops at one
 * word would help nobody.
 *   of CSL and CSL → of <abbr title="Citation Style Language" class="is-first">CSL</abbr>
 *   and <abbr title="…">CSL</abbr>
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Article } from '../../model/article.ts'
import { hasClass } from '../../model/hast.ts'
import { escapedPattern } from '../../values/escaped-pattern.ts'
import { rewrite } from './rewrite.ts'

export function withAbbreviations({ metadata }: Article) {
  const titles = new Map(Object.entries(metadata.abbreviations ?? {}).filter(isMeant))
  return (content: readonly ElementContent[]): ElementContent[] =>
    withFirsts(titles.size === 0 ? content : marked(content, patternOf([...titles.keys()]), titles))
}

/**
 * True for an abbreviation with a long form. In MyST, `CSL: null` is an abbreviation that is not explained.
 */
function isMeant(entry: [string, string | null]): entry is [string, string] {
  return entry[1] !== null
}

/** A pattern that matches any abbreviation. Longer ones come first, because the longest match is meant. */
function patternOf(shorts: readonly string[]): RegExp {
  const words = shorts.toSorted((first, second) => second.length - first.length).map(escapedPattern)
  return new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

const untouched: ReadonlySet<string> = new Set(
  'a abbr button code kbd math pre samp script style svg'.split(' '),
)
const notAuthorsText = [
  'authors',
  'affiliations',
  'masthead',
  'citation',
  'references',
  'written-references',
  'imprint',
]

function marked(
  content: readonly ElementContent[],
  pattern: RegExp,
  titles: ReadonlyMap<string, string>,
): ElementContent[] {
  return content.flatMap(node => {
    if (node.type === 'element') {
      const isSkipped = untouched.has(node.tagName) || notAuthorsText.some(name => hasClass(node, name))
      return [isSkipped ? node : { ...node, children: marked(node.children, pattern, titles) }]
    }
    if (node.type !== 'text') return [node]
    // The pattern has one group, so every second piece is an abbreviation.
    const pieces = node.value.split(pattern)
    return pieces.flatMap((piece, index): ElementContent[] => {
      if (index % 2 === 1) return [h('abbr', { title: titles.get(piece) }, piece)]
      return piece === '' ? [] : [{ type: 'text', value: piece }]
    })
  })
}

function withFirsts(content: readonly ElementContent[]): ElementContent[] {
  const seen = new Set<string>()
  return rewrite(content, (element, ancestors) => {
    const { title } = element.properties
    if (element.tagName !== 'abbr' || title === undefined) return [element]
    // The title of the article is not marked: it is set too large for the mark of an abbreviation.
    if (ancestors.some(({ tagName }) => tagName === 'h1')) return [element]
    const meaning = `${textOf(element)}\n${title}`
    if (seen.has(meaning)) return [element]
    seen.add(meaning)
    return [asFirst(element)]
  })
}

function asFirst(element: Element): Element {
  const { className } = element.properties
  const names = Array.isArray(className) ? className : []
  return { ...element, properties: { ...element.properties, className: [...names, 'is-first'] } }
}
