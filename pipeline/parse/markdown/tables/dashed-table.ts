/**
 * pandoc's simple and multiline tables, whose columns are marked by dashes. They are read line by line,
 * because only the last line of a table shows which kind it is:
 *
 *     Right     Left        -------------------     ---- ----        ---- ----
 *     -------  ------       Head      Head of         12 12            12 text of
 *         12      12        of one    another        123 123              one row
 *                           -------- ----------     ---- ----
 *     simple                                                           13 the next
 *                           text of  a row          without head     ---- ----
 *                           one cell
 *                                                                    multiline,
 *                           -------------------     (simple)         without head
 *
 * The conditions for a table are those of pandoc. As in CommonMark, dashes for a single column make a setext
 * heading of the line above.
 */
import type { AlignType } from 'mdast'
import { type SourceLine, sliceOf, type TextSlice, textOf, trimSlice } from './source-line.ts'
import { type CellDraft, relativeWidths, type TableDraft, type TableReader } from './table-draft.ts'

const rule = /^ {0,3}--[- ]*$/
/** Two or three dashes, too short for two columns: a thematic break, or the fence of the front matter. */
const shortRule = /^ {0,3}-{2,3} *$/
const columnsRule = /^ {0,3}-{2,}(?: +-+)+ *$/
/** A line that begins another kind of block, and therefore cannot be inside a table. */
const otherBlock = /^ {0,3}(?:#{1,6}\s|`{3}|~{3}|:{3}|\$\$|>|<[a-zA-Z/!?]|([*_])(?: *\1){2,} *$)/

/** Recognizes a dashed table. `head`: the line of text directly above the first rule, if there is one. */
export function dashedTable(head: SourceLine | undefined): TableReader {
  return head ? simpleTable(head) : ruledTable()
}

/** Recognizes a simple table with a head: a line of text, a rule, then rows up to a blank line. */
function simpleTable(head: SourceLine): TableReader {
  const lines: SourceLine[] = []
  return {
    step(line) {
      const text = line ? textOf(line) : ''
      if (lines.length === 0 && !columnsRule.test(text)) return 'failed'
      if (lines.length > 0 && rule.test(text) && !isSameRule(lines, text)) return 'failed'
      if (lines.length === 1 && rule.test(text)) return 'failed'
      if (text.trim() === '') return lines.length > 1 ? 'end' : 'failed'
      if (lines.length > 2 && rule.test(textOf(lines.at(-1) ?? head))) return 'failed'
      if (lines.length > 0 && otherBlock.test(text)) return 'failed'
      if (line) lines.push(line)
      return 'inside'
    },
    isOpen: () => isOpenAfter(lines),
    read() {
      const [columns, ...rest] = lines
      if (!columns) return undefined
      const rows = rest.filter((line, at) => at < rest.length - 1 || !rule.test(textOf(line)))
      return simple(columns, rows, head)
    },
  }
}

/** Recognizes a table that begins and ends with a rule. */
function ruledTable(): TableReader {
  const lines: SourceLine[] = []
  /**
   * Index of the rule that marks the columns, if that is not the first rule. The lines above it are the head.
   */
  let columns: number | undefined
  let hasBlanks = false
  let isClosed = false
  /** Whether the closing rule has as many groups of dashes as the opening one. */
  let isLast = false
  return {
    step(line) {
      const text = line ? textOf(line) : ''
      const [first] = lines
      if (!first) {
        if (!line || !rule.test(text) || shortRule.test(text)) return 'failed'
        lines.push(line)
        return 'inside'
      }
      if (text.trim() === '') {
        if (isClosed) return isLast ? 'end' : 'failed'
        if (!line || lines.length === 1) return 'failed'
        if (columns === undefined && !columnsRule.test(textOf(first))) return 'failed'
        hasBlanks = true
      } else if (isClosed) {
        // A second rule that is followed by text marks the columns.
        const isHeaded =
          columns === undefined && !hasBlanks && columnsRule.test(textOf(lines.at(-1) ?? first))
        if (!isHeaded || rule.test(text)) return 'failed'
        columns = lines.length - 1
        isClosed = false
      } else if (rule.test(text)) {
        if (lines.length === 1) return 'failed'
        isClosed = true
        isLast = isSameRule(lines, text)
      } else if (otherBlock.test(text)) return 'failed'
      if (line) lines.push(line)
      return 'inside'
    },
    isOpen: () => isOpenAfter(lines),
    read() {
      const marks = lines[columns ?? 0]
      if (!marks || !columnsRule.test(textOf(marks))) return undefined
      const head = columns === undefined ? [] : lines.slice(1, columns)
      const body = lines.slice((columns ?? 0) + 1, -1)
      if (columns === undefined && !hasBlanks) return simple(marks, body, undefined)
      return multiline(marks, head, body)
    },
  }
}

/**
 * Whether a rule has as many groups of dashes as the first one. pandoc ends a table at any rule. Here a
 * different rule under a line of text is the underline of a heading.
 */
function isSameRule([first]: readonly SourceLine[], text: string): boolean {
  return first !== undefined && dashGroupCount(textOf(first)) === dashGroupCount(text)
}

function dashGroupCount(line: string): number {
  return line.trim().split(/ +/).length
}

function isOpenAfter(lines: readonly SourceLine[]): boolean {
  const last = lines.at(-1)
  return last !== undefined && (textOf(last).trim() === '' || rule.test(textOf(last)))
}

function simple(rule: SourceLine, body: readonly SourceLine[], head: SourceLine | undefined): TableDraft {
  const columns = columnsOf(rule)
  const [first] = body
  return {
    rows: [...(head ? [head] : []), ...body].map(line => columns.map(column => cellOf([line], column))),
    headRows: head ? 1 : 0,
    align: columns.map(column => alignOf([head ?? first ?? rule], column)),
    content: 'phrases',
  }
}

function multiline(
  rule: SourceLine,
  head: readonly SourceLine[],
  body: readonly SourceLine[],
): TableDraft | undefined {
  const columns = columnsOf(rule)
  const rows: SourceLine[][] = [[]]
  for (const line of body) {
    if (textOf(line).trim() !== '') rows.at(-1)?.push(line)
    else if (rows.at(-1)?.length) rows.push([])
  }
  const filled = rows.filter(row => row.length > 0)
  const [first] = filled
  if (!first) return undefined
  return {
    rows: [...(head.length > 0 ? [head] : []), ...filled].map(lines =>
      columns.map(column => cellOf(lines, column)),
    ),
    headRows: head.length > 0 ? 1 : 0,
    align: columns.map(column => alignOf(head.length > 0 ? head : first.slice(0, 1), column)),
    widths: relativeWidths(
      columns.map(({ start, next }, at) => (columns[at + 1] ? next - start : next - start + 1)),
    ),
    content: 'phrases',
  }
}

/** A column of the table, in columns of the screen. */
interface Column {
  /**
   * Start of the text of the cells. For the first column 0, because text left of the dashes belongs to it.
   */
  readonly from: number
  /** Start and end of the dashes. */
  readonly start: number
  readonly end: number
  /** Start of the next column; for the last column its own end. */
  readonly next: number
}

function columnsOf(rule: SourceLine): readonly Column[] {
  const marks = [...textOf(rule).matchAll(/-+/g)].map(
    ({ index, 0: dashes }) => [index, index + dashes.length] as const,
  )
  return marks.map(([start, end], at) => ({
    from: at === 0 ? 0 : start,
    start,
    end,
    next: marks[at + 1]?.[0] ?? end,
  }))
}

function cellOf(lines: readonly SourceLine[], { from, end, next }: Column): CellDraft {
  const slices = lines.map(line =>
    trimSlice(sliceOf(line, boundary(line, from), next === end ? line.columns.length : boundary(line, next))),
  )
  const filled = slices.filter(({ text }) => text !== '')
  return { lines: filled.length > 0 ? filled : slices.slice(0, 1) }
}

/**
 * The place at which a line is cut at the column edge `at`. pandoc cuts through words; here a word goes to
 * the side that contains more of it.
 */
function boundary({ columns }: SourceLine, at: number): number {
  const isFilled = (column: number) => columns[column] !== undefined && columns[column] !== ' '
  if (at === 0 || !isFilled(at - 1) || !isFilled(at)) return at
  let start = at
  let end = at
  while (isFilled(start - 1)) start--
  while (isFilled(end)) end++
  return at - start >= end - at ? end : start
}

/** Alignment of a column, from the place of its head (or the first row) relative to its dashes. */
function alignOf(lines: readonly SourceLine[], { start, end, next }: Column): AlignType {
  const texts = lines
    .map((line): TextSlice => sliceOf(line, start, next === end ? line.columns.length : next))
    .map(({ text }) => text.trimEnd())
    .filter(text => text !== '')
  const shortest = texts.toSorted((a, b) => a.length - b.length)[0]
  if (shortest === undefined) return null
  const isOffLeft = /^\s/.test(shortest)
  const isOffRight = shortest.length < end - start
  if (isOffLeft && isOffRight) return 'center'
  return isOffLeft ? 'right' : isOffRight ? 'left' : null
}
