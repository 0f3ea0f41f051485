/**
 * Pipe tables in which pipes stand in code or formulas, as pandoc reads them: `| $P(a|b)$ | x |` has two
 * cells. GFM parts there too; what it reads as its author meant is left to it.
 */
import type { AlignType } from 'mdast'
import { type SourceLine, sliceOf, type TextSlice, textOf, trimSlice } from './source-line.ts'
import { LINE_WIDTH, relativeWidths, type TableReader } from './table-draft.ts'

const row = /^ {0,3}\|/
const delimiters = /^ {0,3}\|?(?: *:?-+:? *[|+])* *:?-+:? *\|? *$/

/** The dashes of one column are so much more than those of another that they mean something. */
const MEANT = 1.5

/** Takes lines that begin with a pipe. */
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
    /** Undefined also where GFM reads the same. */
    read() {
      const [head, marks, ...body] = lines
      if (!head || !marks) return undefined
      const rows = [head, ...body].map(line => ({ cells: pipeCells(line), plain: plainCount(line) }))
      const sides = [...textOf(marks).matchAll(/(:?)-+(:?)/g)].map(
        ([, left, right]): AlignType => (left && right ? 'center' : left ? 'left' : right ? 'right' : null),
      )
      if (rows[0]?.cells.length !== sides.length) return undefined
      if (rows.every(({ cells, plain }) => cells.length === plain)) return undefined
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
 * pandoc relates columns to their dashes where a line is longer than a line of text. Here they must differ,
 * as `|---|---|` is what everybody writes who wants no widths.
 */
export function pipeWidths(lines: readonly string[]): readonly number[] | undefined {
  if (lines.every(line => line.length <= LINE_WIDTH)) return undefined
  const dashes = [...(lines[1] ?? '').matchAll(/:?-+:?/g)].map(([mark]) => mark.length)
  if (Math.max(...dashes) < MEANT * Math.min(...dashes)) return undefined
  const total = dashes.reduce((sum, one) => sum + one, 0)
  return relativeWidths(dashes.map(one => (one / total) * LINE_WIDTH))
}

function plainCount(line: SourceLine): number {
  const [, inside = ''] = /^\s*\|(.*?)(?:(?<!\\)\|)?\s*$/s.exec(textOf(line)) ?? []
  return inside.split(/(?<!\\)\|/).length
}

function pipeCells(line: SourceLine): readonly TextSlice[] {
  const text = textOf(line)
  const pipes: number[] = []
  const escapes = new Set<number>()
  for (let at = 0; at < text.length; ) {
    const length = lengthOfWhole(text, at)
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

/** As in GFM, a pipe in code may be escaped, and the code is without the escape. */
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

/** Of an escape, code or a formula that begins here; else 0. */
function lengthOfWhole(text: string, at: number): number {
  const rest = text.slice(at)
  if (rest.startsWith('\\')) return 2
  const [ticks] = /^`+/.exec(rest) ?? []
  if (ticks) {
    const end = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(rest.slice(ticks.length))
    return end ? end.index + 2 * ticks.length : ticks.length
  }
  // A formula as in pandoc: no space inside its dollars, no digit after them.
  return /^\$(?!\s)(?:\\[\s\S]|[^$\\])+?(?<!\s)\$(?!\d)/.exec(rest)?.[0].length ?? 0
}
