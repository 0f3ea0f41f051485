/** The line and column of a place in a text. */
import type { Point } from 'unist'

/** The point before the character at `offset`. Lines and columns are counted from one. */
export function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1, offset }
}
