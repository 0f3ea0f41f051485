/**
 * A character of a formula → its line and column in the manuscript. The formula may have lost labels and line
 * endings since it was read, so the place is found by the words at the character.
 */
import type { Point } from 'unist'
import type { Equation, InlineMath } from '../../model/mdast.ts'

/**
 * The place of a character in the manuscript. Undefined if the manuscript does not contain the words at the
 * character, because they came out of a macro.
 */
export function placeInFormula(
  { value, position }: InlineMath | Equation,
  index: number,
  manuscript: string,
): Point | undefined {
  const from = position?.start.offset
  const to = position?.end.offset
  if (from === undefined || to === undefined) return undefined
  const source = manuscript.slice(from, to)
  const start = source.indexOf(value)
  const offset = start >= 0 ? start + index : sameWordsIn(source, value, index)
  return offset === undefined ? undefined : pointAt(manuscript, from + offset)
}

/**
 * The place in `source` of the words at `index`. Earlier occurrences of the same words are counted to find
 * the right one.
 */
function sameWordsIn(source: string, value: string, index: number): number | undefined {
  const [words = ''] = /^(?:\\[a-zA-Z]+|[^\n\\]{1,8})/.exec(value.slice(index)) ?? []
  if (words === '') return source.trimEnd().length
  const before = value.slice(0, index).split(words).length - 1
  let at = source.indexOf(words)
  for (let count = 0; count < before && at >= 0; count++) at = source.indexOf(words, at + 1)
  return at < 0 ? undefined : at
}

/** The place of a character of a text. */
export function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1, offset }
}
