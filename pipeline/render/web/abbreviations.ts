/**
 * The abbreviations that the front matter lists, wherever they stand → `<abbr title="…">`, in headings, captions and notes as
 * well; links, code and what is not the author's text are left as they are. The first of each, these and those that the
 * author marked, is the one that the keyboard reaches: a page has no use for two hundred stops at one word.
 *   of CSL and CSL → of <abbr title="Citation Style Language" class="is-first">CSL</abbr> and <abbr title="…">CSL</abbr>
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Article } from '../../model/article.ts'
import { hasClass } from '../../model/hast.ts'
import { rewrite } from './rewrite.ts'

export function withAbbreviations({ metadata }: Article) {
  const titles = new Map(Object.entries(metadata.abbreviations ?? {}).filter(isMeant))
  return (content: readonly ElementContent[]): ElementContent[] =>
    withFirsts(titles.size === 0 ? content : marked(content, patternOf([...titles.keys()]), titles))
}

/** MyST: `CSL: null` is an abbreviation that is not explained. */
function isMeant(entry: [string, string | null]): entry is [string, string] {
  return entry[1] !== null
}

/** Of two at the same place the longer one is meant. */
function patternOf(shorts: readonly string[]): RegExp {
  const words = shorts.toSorted((one, other) => other.length - one.length).map(RegExp.escape)
  return new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

const untouched: ReadonlySet<string> = new Set(
  'a abbr button code kbd math pre samp script style svg'.split(' '),
)
const ofOthers = [
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
      const isLeft = untouched.has(node.tagName) || ofOthers.some(name => hasClass(node, name))
      return [isLeft ? node : { ...node, children: marked(node.children, pattern, titles) }]
    }
    if (node.type !== 'text') return [node]
    // Cut at the words in brackets: every second piece is one of them.
    const pieces = node.value.split(pattern)
    return pieces.flatMap((piece, index): ElementContent[] => {
      if (index % 2 === 1) return [h('abbr', { title: titles.get(piece) }, piece)]
      return piece === '' ? [] : [{ type: 'text', value: piece }]
    })
  })
}

function withFirsts(content: readonly ElementContent[]): ElementContent[] {
  const known = new Set<string>()
  return rewrite(content, (element, ancestors) => {
    const { title } = element.properties
    if (element.tagName !== 'abbr' || title === undefined) return [element]
    // The title of the article is too large to be marked.
    if (ancestors.some(({ tagName }) => tagName === 'h1')) return [element]
    const meaning = `${textOf(element)}\n${title}`
    if (known.has(meaning)) return [element]
    known.add(meaning)
    return [first(element)]
  })
}

function first(element: Element): Element {
  const { className } = element.properties
  const names = Array.isArray(className) ? className : []
  return { ...element, properties: { ...element.properties, className: [...names, 'is-first'] } }
}
