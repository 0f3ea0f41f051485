/**
 * The environment `tabular` and similar ones → `table`. The journal decides which rules are drawn: the
 * author's rules are not kept, but the first of them below a row ends the head of the table.
 */
import type { AlignType, Table } from 'mdast'
import { readCall } from '../latex-grammar/call.ts'
import { groupEnd, topLevelMarks } from '../latex-grammar/groups.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { atPosition, positionOf } from '../tree/position.ts'
import { type CellSource, tableNode } from '../tree/table-node.ts'
import { latexProse, withoutComments } from './prose.ts'
import type { LatexReader } from './reader.ts'

/** A rule or a command for the look of rows, at the beginning of a row. */
const leadingCommand =
  /^\s*\\(?<name>hline|hhline|firsthline|lasthline|toprule|midrule|bottomrule|morecmidrules|cmidrule|cline|topline|midline|botline|bottomline|botrule|colrule|tophline|middlehline|bottomhline|Xhline|Xcline|heavyrule|specialrule|addlinespace|noalign|endhead|endfirsthead|endfoot|endlastfoot|rowcolors?|hdashline|cdashline|arrayrulecolor|noalign|hrule)(?![a-zA-Z])(?:\[[^\]]*\]|\([^)]*\)|\{(?:[^{}]|\{[^{}]*\})*\})*/

/**
 * The table of an environment. `columns`: the column specification, such as `l|c|p{3cm}`; `body`: the rows;
 * `place`: the whole environment.
 */
export function tabular(columns: string, body: PlacedText, reader: LatexReader, place: PlacedText): Table {
  const rows: CellSource[][] = []
  let headRows: number | undefined
  /** For each column, the number of further rows that a cell from above spans. */
  const spannedRows: number[] = []
  for (const source of rowsOf(withoutComments(body))) {
    let row = source
    for (;;) {
      const match = leadingCommand.exec(row.text)
      if (!match) break
      const isNoHeadRule = /addlinespace|noalign|color|cmidrule|cline|hhline/.test(match.groups?.name ?? '')
      if (rows.length > 0 && !isNoHeadRule) headRows ??= rows.length
      row = row.slice(match[0].length)
    }
    if (row.isBlank) continue
    rows.push(cellsOf(row, spannedRows, reader))
  }
  const isHeaded = headRows !== undefined && headRows < rows.length
  const table = tableNode(rows, {
    headRows: isHeaded ? (headRows ?? 0) : 0,
    align: alignments(columns),
    position: place.positionOf(),
  })
  for (const row of table.children) Object.assign(row, atPosition(positionOf(row.children)))
  return table
}

function rowsOf(body: PlacedText): readonly PlacedText[] {
  return piecesBetween(body, /\\\\\*?(?:\[[^\]]*\])?|\\tabularnewline(?![a-zA-Z])/)
}

/** Divides a text at the marks that are not inside a group or an environment. */
function piecesBetween(text: PlacedText, mark: RegExp): readonly PlacedText[] {
  const marks = topLevelMarks(text.text, mark)
  const starts = [0, ...marks.map(match => match.index + match[0].length)]
  return starts.map((start, index) => text.slice(start, marks[index]?.index))
}

/** The cells of a row. An empty cell under a spanning cell is left out; `spannedRows` is updated. */
function cellsOf(row: PlacedText, spannedRows: number[], reader: LatexReader): CellSource[] {
  const cells: CellSource[] = []
  let column = 0
  for (const source of piecesBetween(row, /&/)) {
    const cell = readCell(source.trim(), reader)
    const { columns = 1, rows = 1 } = cell
    const spanned = spannedRows[column] ?? 0
    if (spanned > 0 && source.isBlank) spannedRows[column] = spanned - 1
    else {
      cells.push(cell)
      for (let at = column; at < column + columns; at++) spannedRows[at] = rows - 1
    }
    column += columns
  }
  return cells
}

/** A cell. `\multicolumn{2}{c}{…}` and `\multirow{2}{*}{…}`, also nested, set how much the cell spans. */
function readCell(source: PlacedText, reader: LatexReader): CellSource {
  const call = source.text.startsWith('\\multi') ? readCall(source, 0, () => 'omomom') : undefined
  const [count, spec] = call?.groups ?? []
  const content = call?.groups[2]
  if (call && content && count && source.slice(call.end).isBlank) {
    const number = Math.max(1, Math.min(100, Number.parseInt(count.text, 10) || 1))
    const inner = readCell(content.trim(), reader)
    if (call.name === 'multicolumn') {
      const align = alignments(spec?.text ?? '')[0] ?? inner.align
      return { ...inner, columns: number, ...(align && { align }), position: source.positionOf() }
    }
    if (call.name === 'multirow') return { ...inner, rows: number, position: source.positionOf() }
  }
  const words = withoutBraces(withoutLineBox(source).trim())
  return { children: reader.phrases(latexProse(words)), position: source.positionOf() }
}

/** A cell without the braces around it, which keep siunitx from reading it as a number. */
function withoutBraces(source: PlacedText): PlacedText {
  const isGroup = /^\{(?!\\)/.test(source.text) && groupEnd(source.text, 0) === source.text.length
  return isGroup ? source.slice(1, source.text.length - 1) : source
}

/** The lines of a cell without `\makecell{a \\ b}`, `\thead{…}` or `\shortstack{…}` around them. */
function withoutLineBox(source: PlacedText): PlacedText {
  const lines = source.replace(/\\\\(?:\[[^\]]*\])?/g, () => '\\newline{}')
  const call = /^\\(?:makecell|thead|shortstack)/.test(lines.text)
    ? readCall(lines, 0, () => 'om')
    : undefined
  return call && lines.slice(call.end).isBlank ? (call.groups[0] ?? lines) : lines
}

/** The alignment of each column, default left: `l|c|p{3cm}|*{2}{r}` → left, center, left, right, right. */
function alignments(written: string): readonly AlignType[] {
  // tabularray: `colspec={lcr}, hlines`, or the columns alone.
  const columns =
    /colspec\s*=\s*\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(written)?.[1] ??
    (written.includes('=') && !/[@>!<{[]/.test(written.split('=')[0] ?? '') ? '' : written)
  const repeated = columns.replace(
    /\*\s*\{(\d{1,2})\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g,
    (_, count: string, spec: string) => spec.repeat(Number(count)),
  )
  const plain = repeated.replace(/[@!<>]\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '')
  const align = { c: 'center', C: 'center', r: 'right', R: 'right', S: 'right', D: 'right' } as const
  // Any letter is a column: authors define their own by `\newcolumntype`.
  return [...plain.matchAll(/([a-zA-Z])(?:\{(?:[^{}]|\{[^{}]*\})*\}|\[[^\]]*\])*/g)].map(
    ([, letter = '']) => align[letter as keyof typeof align] ?? 'left',
  )
}
