/**
 * LaTeX in code: `` `\LaTeX`{=latex} `` and code blocks of `{=latex}` (pandoc, "raw_attribute"), and code
 * blocks of the language `math`, which are formulas.
 */
import type { Code, InlineCode, Nodes } from 'mdast'
import { PlacedText } from '../latex-grammar/placed-text.ts'
import { atPosition } from '../tree/position.ts'
import { readEquation } from './equations.ts'
import type { LatexReader } from './reader.ts'

/**
 * The content of a code block with the place of each line in `source`, the manuscript. The content begins on
 * the line after the fence; marks of a quotation or an indent before a line are not part of it.
 */
export function placedCode({ value, position }: Code, source: string): PlacedText {
  const sourceLines = source.split(/(?<=\n)/)
  const first = position?.start.line ?? 1
  // The offset of the line in the manuscript.
  let offset = sourceLines.slice(0, first).reduce((sum, line) => sum + line.length, 0)
  let index = 0
  const lines = value.split('\n').map((text, number) => {
    const line = sourceLines[first + number] ?? ''
    const column = Math.max(0, line.lastIndexOf(text))
    const placedLine = {
      index,
      point: { line: first + number + 1, column: column + 1, offset: offset + column },
    }
    index += text.length + 1
    offset += line.length
    return placedLine
  })
  return PlacedText.of(value, lines)
}

/** A code block of the language `math` as an `equation`. */
export function mathOfCode({ value, position }: Code): Nodes {
  const equation: Nodes = { type: 'equation', value: value.trim(), ...atPosition(position) }
  readEquation(equation)
  return equation
}

/** The nodes of `` `\LaTeX`{=latex} ``; undefined if the mark `{=latex}` does not follow the code. */
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

/** Whether the node is the mark `{=latex}` or `{=tex}` after inline code. */
export function isRawMark(node: Nodes | undefined): boolean {
  return node?.type === 'attributeList' && /^\{=(?:la)?tex\}$/.test(node.source)
}
