/**
 * Numbers that authors type into headings: "2.1 Methods" → "Methods", "II. Methods" with "A. Data" below it →
 * "Methods" and "Data", and "Appendix B: Proofs" → "Proofs",
 * if the journal prints its own. "10 simple rules" stays: numbers count as typed only if most headings have
 * them.
 */
import type { Heading } from 'mdast'
import type { Position } from 'unist'
import type { Journal } from '../../journal/index.ts'
import type { Div } from '../../model/mdast.ts'
import { headingText } from '../heading-names.ts'
import { cutText, leadingText } from './cut-text.ts'
import { wordPattern } from './number-words.ts'

/** A number that was taken out of a heading. */
export interface TypedHeadingNumber {
  readonly node: Heading
  /** As typed: "2.1." */
  readonly label: string
  readonly number: string
  readonly place: Position | undefined
}

const decimal = /^\s*(\d+(?:\.\d+)*)([.):]|[\s\u00A0]*[–—:])?[\s\u00A0]+(?=\S)/u
/** The form of IEEE: Roman numerals, below them letters, below them figures. */
const lettered = /^\s*([IVX]+|[A-Z]|\d{1,2}|[a-z])[.)][\s\u00A0]+(?=\S)/u
const appendix = new RegExp(
  `^\\s*${wordPattern('appendix')}[\\s\\u00A0]*(\\p{Lu}|\\d+|[IVX]+)(?:\\s*[.:：–—)]|\\s+-(?=\\s)|\\s|$)[.\\s\\u00A0]*`,
  'iu',
)

/** Takes typed numbers out of the headings of the text, in place. */
export function takeHeadingNumbers(body: Div, journal: Journal): readonly TypedHeadingNumber[] {
  const headings = body.children.filter(node => node.type === 'heading')
  markAppendices(headings)
  const begin = headings.findIndex(node => hasClass(node, 'appendix'))
  const appendices = begin < 0 ? [] : headings.slice(begin)
  const typed = appendices.flatMap(node => take(node, appendix.exec(leadingText(node.children))))
  return journal.manifest.headings.numbering.some(({ format }) => format !== 'none')
    ? [...typed, ...takeCounted(headings)]
    : typed
}

function takeCounted(headings: readonly Heading[]): readonly TypedHeadingNumber[] {
  const counted = headings.filter(node => !hasClass(node, 'unnumbered'))
  for (const [form, isSeries] of [[decimal, isDecimals] as const, [lettered, isRomans] as const]) {
    const matches = counted.map(node => form.exec(leadingText(node.children)))
    const numbers = matches.flatMap(match => match?.[1] ?? [])
    if (numbers.length * 2 > counted.length && isSeries(numbers))
      return counted.flatMap((node, index) => take(node, matches[index]))
  }
  return []
}

/** True if the numbers can be those of sections: the first one is 0 or 1, or there are several. */
function isDecimals(numbers: readonly string[]): boolean {
  const [first = ''] = numbers
  return /^[01]\b/.test(first) || (numbers.length > 2 && Number.parseInt(first, 10) < 10)
}

/** True if the first two Roman numerals are those of sections. */
function isRomans(numbers: readonly string[]): boolean {
  return numbers[0] === 'I' && numbers.includes('II')
}

function take(node: Heading, match: RegExpExecArray | null | undefined): readonly TypedHeadingNumber[] {
  const [all = '', number] = match ?? []
  if (number === undefined) return []
  const written = headingText(node)
  cutText(node.children, all.length)
  node.data = { ...node.data, written }
  return [{ node, label: all.trim(), number, place: node.position }]
}

/**
 * "# Appendix A: Proofs" without the class `appendix`: an appendix if only appendices follow; otherwise a
 * section without a number, as it has one already.
 */
function markAppendices(headings: readonly Heading[]): void {
  if (headings.some(node => hasClass(node, 'appendix'))) return
  const first = headings.findIndex(isTypedAppendix)
  if (first < 0) return
  const { depth = 1 } = headings[first] ?? {}
  const rest = headings.slice(first).filter(node => node.depth <= depth && !hasClass(node, 'unnumbered'))
  const isEnd = rest.every(node => isTypedAppendix(node) && node.depth === depth)
  for (const node of isEnd ? headings.slice(first, first + 1) : rest.filter(isTypedAppendix)) {
    const { id, classes = [], values = {} } = node.data?.attributes ?? {}
    const attributes = {
      ...(id !== undefined && { id }),
      classes: [...classes, isEnd ? 'appendix' : 'unnumbered'],
      values,
    }
    node.data = { ...node.data, attributes }
  }
}

function isTypedAppendix(node: Heading): boolean {
  return appendix.test(leadingText(node.children))
}

function hasClass({ data }: Heading, name: string): boolean {
  return data?.attributes?.classes.includes(name) === true
}
