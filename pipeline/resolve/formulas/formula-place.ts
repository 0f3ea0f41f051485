/**
 * A character of a formula → its line and column in the manuscript. The formula may have lost labels and
 * line endings on its way here, so that it is looked for by what stands around the character.
 */
import type { Point } from 'unist'
import type { Equation, InlineMath } from '../../model/mdast.ts'

/** Undefined where the formula does not stand in the manuscript as it is: it came out of a macro. */
export function placeInFormula(
  { value, position }: InlineMath | Equation,
  index: number,
  manuscript: string,
): Point | undefined {
  const from = position?.start.offset
  const to = position?.end.offset
  if (from === undefined || to === undefined) return undefined
  const source = manuscript.slice(from, to)
  const whole = source.indexOf(value)
  const found = whole >= 0 ? whole + index : likeIn(source, value, index)
  return found === undefined ? undefined : pointAt(manuscript, from + found)
}

/** The same words, met as often before. */
function likeIn(source: string, value: string, index: number): number | undefined {
  const [words = ''] = /^(?:\\[a-zA-Z]+|[^\n\\]{1,8})/.exec(value.slice(index)) ?? []
  if (words === '') return source.trimEnd().length
  const before = value.slice(0, index).split(words).length - 1
  let found = source.indexOf(words)
  for (let count = 0; count < before && found >= 0; count++) found = source.indexOf(words, found + 1)
  return found < 0 ? undefined : found
}

function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1, offset }
}
