/**
 * What pandoc marks as LaTeX: `` `\LaTeX`{=latex} `` and code blocks of `{=latex}`; and formulas in code
 * blocks.
 */
import type { Code, InlineCode, Nodes } from 'mdast'
import { PlacedText } from '../latex-grammar/placed-text.ts'
import { atPosition } from '../tree/position.ts'
import { readEquation } from './equations.ts'
import type { LatexReader } from './reader.ts'

/** The content of a code block begins on the line after its fence; a quotation may stand before each line. */
export function placedCode({ value, position }: Code, source: string): PlacedText {
  const all = source.split(/(?<=\n)/)
  const first = position?.start.line ?? 1
  // The offset of the first line, and then of each that follows.
  let offset = all.slice(0, first).reduce((sum, line) => sum + line.length, 0)
  let index = 0
  const lines = value.split('\n').map((text, number) => {
    const line = all[first + number] ?? ''
    const column = Math.max(0, line.lastIndexOf(text))
    const placed = { index, point: { line: first + number + 1, column: column + 1, offset: offset + column } }
    index += text.length + 1
    offset += line.length
    return placed
  })
  return PlacedText.of(value, lines)
}

export function mathOfCode({ value, position }: Code): Nodes {
  const equation: Nodes = { type: 'equation', value: value.trim(), ...atPosition(position) }
  readEquation(equation)
  return equation
}

/** `` `\LaTeX`{=latex} `` */
export function rawInline(
  node: InlineCode,
  next: Nodes | undefined,
  reader: LatexReader,
): readonly Nodes[] | undefined {
  const start = node.position?.start
  if (!isRawMark(next) || !start) return undefined
  const point = { line: start.line, column: start.column + 1, offset: (start.offset ?? 0) + 1 }
  return reader.phrases(PlacedText.of(node.value, [{ index: 0, point }]))
}

/** `{=latex}`, which goes with the code before it. */
export function isRawMark(node: Nodes | undefined): boolean {
  return node?.type === 'attributeList' && /^\{=(?:la)?tex\}$/.test(node.source)
}
