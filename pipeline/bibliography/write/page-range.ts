/**
 * The pages of a CSL item as a first and a last one: `54-55`, `S1–S5`, `e43-9`, `xi-xv`. What only looks like
 * a range stays whole: the number of an article (`2020-013`, `014402-1`), pages in several pieces (`S1-S5,
 * S7`).
 */

export interface PageRange {
  readonly first: string
  /** As written: `9` of `123-9`. */
  readonly last: string
}

/** Undefined for what is no range, and for a single page. */
export function pageRange(pages: string): PageRange | undefined {
  const parts = /^\s*([\p{L}\d.:]+)\s*[-\u2010-\u2015\u2212]+\s*([\p{L}\d.:]+)\s*$/u.exec(pages)
  const [, first = '', last = ''] = parts ?? []
  return isPage(first) && isPage(last) && isInOrder(first, last) ? { first, last } : undefined
}

/** No page begins with a nought; without digits it is a Roman number. */
function isPage(text: string): boolean {
  return /^(?!0)[\p{L}\d.:]*\d[\p{L}.:]*$/u.test(text) || /^[ivxlcdm]+$/i.test(text)
}

/** `43-9` is short for `43-49`; where the letters before the numbers differ, nothing can be said. */
function isInOrder(first: string, last: string): boolean {
  const [mark, start] = numberOf(first)
  const [lastMark, end] = numberOf(last)
  if (start === '' || end === '' || (lastMark !== '' && lastMark !== mark)) return true
  const whole = lastMark === '' && end.length < start.length ? start.slice(0, -end.length) + end : end
  return Number(whole) >= Number(start)
}

/** `S12` → `S` and `12` */
function numberOf(page: string): readonly [mark: string, digits: string] {
  const [, mark = '', digits = ''] = /^(.*?)(\d*)\p{L}*$/u.exec(page) ?? []
  return [mark, digits]
}
