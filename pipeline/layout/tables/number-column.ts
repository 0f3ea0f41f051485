/**
 * Columns of numbers: whether all cells of a column are numbers, and how each is parted at its decimal
 * mark. Numbers as papers print them: signs, thousands, ±, powers, per cent, a standard error in brackets,
 * stars of significance, dashes for what is missing.
 */
import type { PhrasingContent, TableCell } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

export interface NumberColumn {
  /** Room for the longest part from the decimal mark on, in widths of a digit; 0 for whole numbers. */
  readonly room: number
  /** None for a cell whose number is missing. */
  readonly parts: ReadonlyMap<TableCell, NumberParts>
}

export interface NumberParts {
  /** Up to the decimal mark. */
  readonly whole: string
  /** From the mark on. */
  readonly rest: string
}

const digits = String.raw`\d{1,3}(?:[ '\u2009\u202f\u00a0]\d{3})+|\d+`
const exponent = String.raw`(?:\s?[×x·]\s?10|[eE])[+\-−–]?[\d⁰¹²³⁴-⁹⁻]*`
const amount = (mark: string, thousands: string) =>
  String.raw`[+\-−–±]?\s?(?:\d{1,3}(?:${thousands}\d{3})+|${digits}|(?=${mark}\d))(?:${mark}\d*)?(?:${exponent})?`
const pattern = (mark: string, thousands: string) => {
  const one = amount(mark, thousands)
  const tail = String.raw`\s?%?(?:\s?±\s?${one}%?)?(?:\s?[(\[]\s?${one}%?(?:\s?[,;–-]\s?${one}%?)?\s?[)\]])?\s?(?:[°‰]C?|°F)?\s?[*∗†‡§⁎]{0,4}`
  return new RegExp(String.raw`^([(\[]?[<>≈~≤≥=]?\s?)${one}${tail}[)\]]?$`, 'u')
}

const pointed = pattern('[.·]', ',')
const commaed = pattern(',', String.raw`\.`)
const missing = /^(?:[-–—−.…/]|N\/?A|NaN|n\.?\s?[ars]\.?|n\/a)?$/i

/** Undefined where they are not all numbers, or none is. */
export function numberColumn(cells: readonly TableCell[]): NumberColumn | undefined {
  const texts = cells.map(cell => [cell, textOf(cell)] as const)
  if (texts.some(([, text]) => text === undefined)) return undefined
  const filled = texts.flatMap(([, text]) => (text === undefined || missing.test(text) ? [] : [text]))
  if (filled.length === 0) return undefined
  const mark = [
    { form: pointed, sign: /[.·]/ },
    { form: commaed, sign: /,/ },
  ].find(({ form }) => filled.every(text => form.test(text)))
  if (!mark) return undefined
  const parts = new Map(
    texts.flatMap(([cell, text = '']) =>
      missing.test(text) ? [] : [[cell, partsOf(text, mark.sign)] as const],
    ),
  )
  return { parts, room: Math.max(...[...parts.values()].map(({ rest }) => widthOf(rest))) }
}

/** Whether a cell is a number that has more than digits: from right to left `-5` would be `5-`. */
export function isSigned(cell: TableCell): boolean {
  const text = wordsOf(cell)
  if (text === undefined || /^[\d.,]*$/.test(text)) return false
  return pointed.test(text) || commaed.test(text)
}

/** The first mark after the first digits; without one, what follows them. */
function partsOf(text: string, sign: RegExp): NumberParts {
  const [first = ''] =
    new RegExp(String.raw`^[^\d]*?(?:\d|(?=${sign.source}\d))(?:[\d '\u2009\u202f\u00a0]*\d)?`).exec(text) ??
    []
  let end = first.length
  // Thousands are a part of the whole: the sign that is no decimal mark.
  const other = sign.source === ',' ? /^(?:\.\d{3})+(?!\d)/ : /^(?:,\d{3})+(?!\d)/
  end += other.exec(text.slice(end))?.[0].length ?? 0
  return { whole: text.slice(0, end), rest: text.slice(end) }
}

/** Text, perhaps bold or italic, with marks of notes behind it; undefined where there is more. */
function textOf(cell: TableCell): string | undefined {
  const { columns = 1, align } = cell.data ?? {}
  return columns > 1 || align ? undefined : wordsOf(cell)
}

function wordsOf({ children }: TableCell): string | undefined {
  const [first] = children
  if (children.length > 1) return undefined
  if (first === undefined) return ''
  return isText(first) ? plainText(first).trim() : undefined
}

function isText(node: PhrasingContent): boolean {
  if (node.type === 'text') return true
  return (node.type === 'strong' || node.type === 'emphasis') && node.children.every(isText)
}

/** In widths of a digit: generous, as what is too long would push the others. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    if (/[\d*∗†‡]/.test(character)) width += 1
    else if (/[.,·'\s]/.test(character)) width += 0.55
    else if (/[()[\];]/.test(character)) width += 0.8
    else width += 1.7
  }
  return Math.ceil(width * 20) / 20
}
