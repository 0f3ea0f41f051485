/**
 * Pipe tables that contain pipes inside code or formulas, read as in pandoc: `| $P(a|b)$ | x |` has two
 * cells. GFM would split the formula. All other pipe tables are left to the GFM parser.
 */
import type { AlignType } from 'mdast'
import { type SourceLine, sliceOf, type TextSlice, textOf, trimSlice } from './source-line.ts'
import { lineWidth, relativeWidths, type TableReader } from './table-draft.ts'

const row = /^ {0,3}\|/
const delimiters = /^ {0,3}\|?(?: *:?-+:? *[|+])* *:?-+:? *\|? *$/

/** The least ratio of the longest to the shortest run of dashes with which dashes count as column widths. */
const smallestRatio = 1.5

/** Recognizes a table whose lines all begin with a pipe. */
export function pipeTable(): TableReader {
  const lines: SourceLine[] = []
  return {
    step(line) {
      const text = line ? textOf(line) : ''
      if (lines.length === 1 && !delimiters.test(text)) return 'failed'
      if (!line || !row.test(text)) return lines.length > 2 ? 'end' : 'failed'
      lines.push(line)
      return 'inside'
    },
    isOpen: () => lines.length > 1,
    /** The table. Undefined if the lines are not a table, and also if GFM finds the same cells. */
    read() {
      const [head, marks, ...body] = lines
      if (!head || !marks) return undefined
      const rows = [head, ...body].map(line => ({ cells: pipeCells(line), gfmCount: gfmCellCount(line) }))
      const sides = [...textOf(marks).matchAll(/(:?)-+(:?)/g)].map(
        ([, left, right]): AlignType => (left && right ? 'center' : left ? 'left' : right ? 'right' : null),
      )
      if (rows[0]?.cells.length !== sides.length) return undefined
      if (rows.every(({ cells, gfmCount }) => cells.length === gfmCount)) return undefined
      return {
        rows: rows.map(({ cells }) => cells.map(slice => ({ lines: [slice] }))),
        headRows: 1,
        align: sides,
        widths: pipeWidths(lines.map(textOf)),
        content: 'phrases',
      }
    },
  }
}

/**
 * Column widths from the numbers of dashes. As in pandoc, they apply only if a line of the table is longer
 * than a line of text. Here the numbers must also differ clearly: authors write `|---|---|` without having
 * widths in mind.
 */
export function pipeWidths(lines: readonly string[]): readonly number[] | undefined {
  if (lines.every(line => line.length <= lineWidth)) return undefined
  const dashes = [...(lines[1] ?? '').matchAll(/:?-+:?/g)].map(([mark]) => mark.length)
  if (Math.max(...dashes) < smallestRatio * Math.min(...dashes)) return undefined
  const total = dashes.reduce((sum, length) => sum + length, 0)
  return relativeWidths(dashes.map(length => (length / total) * lineWidth))
}

/** Number of cells that GFM finds in the line: it splits at every unescaped pipe. */
function gfmCellCount(line: SourceLine): number {
  const [, inside = ''] = /^\s*\|(.*?)(?:(?<!\\)\|)?\s*$/s.exec(textOf(line)) ?? []
  return inside.split(/(?<!\\)\|/).length
}

function pipeCells(line: SourceLine): readonly TextSlice[] {
  const text = textOf(line)
  const pipes: number[] = []
  const escapes = new Set<number>()
  for (let at = 0; at < text.length; ) {
    const length = unitLength(text, at)
    if (length === 0 && text[at] === '|') pipes.push(at)
    if (text[at] === '`') {
      for (const { index } of text.slice(at, at + length).matchAll(/\\\|/g)) escapes.add(at + index)
    }
    at += Math.max(1, length)
  }
  const isClosed = text.slice(pipes.at(-1)).trim() === '|'
  const ends = isClosed ? pipes : [...pipes, text.length]
  return ends.slice(1).map((end, index) => {
    const slice = sliceOf(line, (ends[index] ?? -1) + 1, end)
    return trimSlice(withoutEscapes(slice, (ends[index] ?? -1) + 1, escapes))
  })
}

/** Removes the backslashes before pipes in code: as in GFM, a pipe in code may be escaped. */
function withoutEscapes(
  { text, offsets, start }: TextSlice,
  from: number,
  escapes: ReadonlySet<number>,
): TextSlice {
  const kept = [...offsets.keys()].filter(at => !escapes.has(from + at))
  return {
    text: kept.map(at => text[at] ?? '').join(''),
    offsets: kept.map(at => offsets[at] ?? 0),
    start,
  }
}

/** Length of the escape, code or formula that begins at `at`; 0 if none begins there. */
function unitLength(text: string, at: number): number {
  const rest = text.slice(at)
  if (rest.startsWith('\\')) return 2
  const [ticks] = /^`+/.exec(rest) ?? []
  if (ticks) {
    const end = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(rest.slice(ticks.length))
    return end ? end.index + 2 * ticks.length : ticks.length
  }
  // A formula as in pandoc: no space just inside its dollar signs, no digit after the closing one.
  return formula.exec(rest)?.[0].length ?? 0
}

const textInFormula = String.raw`(?:text[a-z]*|[mhf]box)\{(?:[^{}]|\{[^{}]*\})*\}`
const formula = new RegExp(
  String.raw`^\$(?!\s)(?:\\(?:${textInFormula}|(?!${textInFormula})[\s\S])|[^$\\])+?(?<!\s)\$(?!\d)`,
)
