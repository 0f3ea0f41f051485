/**
 * The no-break spaces of French print (Lexique des règles typographiques en usage à l'Imprimerie nationale):
 * a narrow space before ; ! and ?, a word space before : and inside « ». In Quebec ; ! and ? have no space.
 * In Switzerland all of these spaces are narrow.
 */
import { type FlowEdit, languageAt, type TextFlow } from './text-flow.ts'

const wide = '\u00A0'
const narrow = '\u202F'
/**
 * A colon, semicolon, question mark or exclamation mark that ends a word or follows a closing bracket, with
 * the space before it. Not the colon in `10:30`; of `?!` only the first sign.
 */
const sign =
  /(?<=[\p{L}\p{N}\p{M}\uFFFC)\]»’'"”%°€])([ \u00A0\u202F\u2009]?)([;:!?])(?=[\s)\]»”"’']|[!?]|$)/gu
const opening = /«[ \u00A0\u202F\u2009]?(?=\S)/gu
const closing = /(?<=\S)[ \u00A0\u202F\u2009]?»/gu

export function frenchSpaces(flow: TextFlow): FlowEdit[] {
  if (!flow.pieces.some(piece => /^fr\b/.test(piece.language))) return []
  const { text } = flow
  const edits: FlowEdit[] = []
  const isFrench = (at: number) => /^fr\b/.test(languageAt(flow, at))
  const isSwiss = (at: number) => languageAt(flow, at) === 'fr-CH'
  const put = (at: number, length: number, value: string) => {
    if (isFrench(at) && text.slice(at, at + length) !== value) edits.push({ at, length, value })
  }
  for (const { index, 1: space = '', 2: mark = '' } of text.matchAll(sign)) {
    if (mark !== ':' && languageAt(flow, index) === 'fr-CA') continue
    put(index, space.length, mark === ':' && !isSwiss(index) ? wide : narrow)
  }
  for (const { index, 0: match } of text.matchAll(opening)) {
    put(index + 1, match.length - 1, isSwiss(index) ? narrow : wide)
  }
  for (const { index, 0: match } of text.matchAll(closing)) {
    put(index, match.length - 1, isSwiss(index) ? narrow : wide)
  }
  return edits
}
