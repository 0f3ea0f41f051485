/**
 * The pages of a CSL item → first and last page: `54-55`, `S1–S5`, `e43-9`, `xi-xv`. Texts that only look
 * like a range are not split: article numbers (`2020-013`, `014402-1`) and several ranges (`S1-S5, S7`).
 */

interface PageRange {
  readonly first: string
  /** The last page as it is written, perhaps shortened: `9` for `123-9`. */
  readonly last: string
}

/** The first and the last page of a range. Undefined for a single page and for a text that is not a range. */
export function pageRange(pages: string): PageRange | undefined {
  const parts = /^\s*([\p{L}\d.:]+)\s*[-\u2010-\u2015\u2212]+\s*([\p{L}\d.:]+)\s*$/u.exec(pages)
  const [, first = '', last = ''] = parts ?? []
  return isPage(first) && isPage(last) && isInOrder(first, last) ? { first, last } : undefined
}

/** True if the text is a page: it has digits and does not begin with zero, or is a Roman numeral. */
function isPage(text: string): boolean {
  return /^(?!0)[\p{L}\d.:]*\d[\p{L}.:]*$/u.test(text) || /^[ivxlcdm]+$/i.test(text)
}

/**
 * True if the last page can follow the first. `43-9` is short for `43-49`. Pages with different letters
 * before the number (`A9-B2`) count as ordered.
 */
function isInOrder(first: string, last: string): boolean {
  const [mark, start] = numberOf(first)
  const [lastMark, end] = numberOf(last)
  if (start === '' || end === '' || (lastMark !== '' && lastMark !== mark)) return true
  const fullEnd = lastMark === '' && end.length < start.length ? start.slice(0, -end.length) + end : end
  return Number(fullEnd) >= Number(start)
}

/** `S12` → `S` and `12` */
function numberOf(page: string): readonly [mark: string, digits: string] {
  const [, mark = '', digits = ''] = /^(.*?)(\d*)\p{L}*$/u.exec(page) ?? []
  return [mark, digits]
}
