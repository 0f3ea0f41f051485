/**
 * pandoc's grid, simple and multiline tables, and pipe tables where GFM reads them otherwise, in flow. All
 * lines are looked at before any is taken, so that what is no table after all is read as CommonMark would.
 * The head of a simple table has been read as a paragraph of one line when its dashes are met, and is taken
 * back, as a setext heading is.
 */
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, Event, State, Token, TokenizeContext } from 'micromark-util-types'
import { dashedTable } from '../tables/dashed-table.ts'
import { gridTable, isGridBorder } from '../tables/grid-table.ts'
import { pipeTable } from '../tables/pipe-table.ts'
import { type SourceLine, sourceLine, textOf } from '../tables/source-line.ts'
import type { TableDraft, TableReader } from '../tables/table-draft.ts'
import { leafWriter } from './leaf-writer.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    drawnTable: 'drawnTable'
    drawnTableText: 'drawnTableText'
  }
  interface Token {
    /** Of a `drawnTable`: what was read. */
    draft?: TableDraft
    /** Of a `drawnTable`: knows the definitions of the document that its cells refer to. */
    parser?: ParseContext
  }
}

/** Begins at `+`. */
export const drawnGrid: Construct = {
  name: 'drawnGrid',
  tokenize: tokenizer(() => gridScanner()),
}

/** Begins at `|`. */
export const drawnPipes: Construct = {
  name: 'drawnPipes',
  // GFM's table ends the paragraph before it, and then this one is asked again.
  tokenize: tokenizer(({ interrupt }) => (interrupt ? undefined : pipeTable())),
}

/** Begins at `-`. */
export const drawnDashes: Construct = {
  name: 'drawnDashes',
  tokenize: tokenizer(context => {
    // Dashes below a paragraph are a rule or a heading before they can be a table.
    if (context.interrupt) return undefined
    const above = lineAbove(context.events)
    if (!above) return dashedTable(undefined)
    // The head may stand in a container that these dashes are outside of.
    const head = context.parser.lazy[context.now().line] ? undefined : headOf(above, context)
    return head && dashedTable(head)
  }),
  resolveTo: takeHead,
}

function gridScanner(): TableReader {
  const lines: SourceLine[] = []
  return {
    step(line) {
      const text = line ? textOf(line) : ''
      if (lines.length === 0 && !isGridBorder(text)) return 'failed'
      if (!line || !/^ *[|+]/.test(text)) return 'end'
      lines.push(line)
      return 'inside'
    },
    isOpen() {
      const last = lines.at(-1)
      return last !== undefined && lines.length > 2 && isGridBorder(textOf(last))
    },
    read: () => gridTable(lines),
  }
}

function tokenizer(scannerOf: (context: TokenizeContext) => TableReader | undefined): Construct['tokenize'] {
  return function (this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const self = this
    const scanner = scannerOf(self)
    let draft: TableDraft | undefined
    let count = 0
    const leaf = leafWriter(effects, 'drawnTableText')
    const lookahead: Construct = { tokenize: tokenizeLines, partial: true }
    if (!scanner) return nok
    return effects.check(lookahead, start, nok)

    function start(code: Code): State | undefined {
      if (self.interrupt) return ok(code)
      effects.enter('drawnTable', { ...(draft && { draft }), parser: self.parser })
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === codes.eof || (markdownLineEnding(code) && --count === 0)) {
        leaf.close()
        effects.exit('drawnTable')
        return ok(code)
      }
      leaf.consume(code)
      return inside
    }

    function tokenizeLines(this: TokenizeContext, effects: Effects, found: State, none: State): State {
      const leaf = leafWriter(effects, 'drawnTableText')
      let point = self.now()
      let text = ''
      let virtual = new Set<number>()
      // A table may be indented; its first line has lost that already.
      const prefix = self.events.at(-1)
      const indent =
        prefix?.[1].type === 'linePrefix' && prefix[1].start.line === point.line ? prefix : undefined
      if (indent) {
        text = indent[2].sliceSerialize(indent[1], true)
        point = indent[1].start
      }
      return inside

      function inside(code: Code): State | undefined {
        if (code !== codes.eof && !markdownLineEnding(code)) {
          if (code === codes.virtualSpace) virtual.add(text.length)
          text += code < 0 ? ' ' : String.fromCharCode(code)
          leaf.consume(code)
          return inside
        }
        const kind = scanner?.step(sourceLine(text, { ...point }, { virtual }))
        if (kind !== 'inside') return finish(kind === 'end', code)
        count++
        // Lists may begin in the next line, as they would without this construct.
        self._gfmTableDynamicInterruptHack = scanner?.isOpen() ?? false
        if (code === codes.eof) return finish(scanner?.step(undefined) === 'end', code)
        leaf.consume(code)
        return lineStart
      }

      function lineStart(code: Code): State | undefined {
        text = ''
        virtual = new Set()
        point = self.now()
        if (self.parser.lazy[point.line]) return finish(scanner?.step(undefined) === 'end', code)
        return inside(code)
      }

      function finish(isEnd: boolean, code: Code): State | undefined {
        leaf.close()
        self._gfmTableDynamicInterruptHack = false
        draft = isEnd ? scanner?.read() : undefined
        return draft ? found(code) : none(code)
      }
    }
  }
}

/**
 * The event that ends what stands on the line above: a paragraph, or what looks like indented code, as the
 * head of a wide column that is aligned right.
 */
function lineAbove(events: readonly Event[]): number | undefined {
  const index = events.findLastIndex(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix')
  const type = events[index]?.[1].type
  return type === 'content' || type === 'codeIndented' ? index : undefined
}

/** What stands above as a line, where it is one. */
function headOf(above: number, context: TokenizeContext): SourceLine | undefined {
  const { events } = context
  const block = events[above]?.[1]
  if (!block || block.start.line !== block.end.line) return undefined
  if (block.type === 'content' && events[above - 1]?.[1].type !== 'paragraph') return undefined
  const before = events[events.findIndex(([, token]) => token === block) - 1]?.[1]
  const isIndented = before?.type === 'linePrefix' && before.start.line === block.start.line
  const indent = isIndented ? context.sliceSerialize(before, true) : ''
  const start = isIndented ? before.start : block.start
  return sourceLine(indent + context.sliceSerialize(block, true), { ...start })
}

/** What stands above becomes the first line of the table. */
function takeHead(events: Event[]): Event[] {
  const enter = events.findLastIndex(([kind, { type }]) => kind === 'enter' && type === 'drawnTable')
  const table = events[enter]
  const above = lineAbove(events.slice(0, enter))
  if (!table || above === undefined) return events
  const content = events[above]?.[1]
  const from = events.findIndex(([, token]) => token === content)
  const text: Token | undefined = content && { ...content, type: 'drawnTableText' }
  if (!content || !text) return events
  table[1].start = { ...content.start }
  return [
    ...events.slice(0, from),
    table,
    ['enter', text, table[2]],
    ['exit', text, table[2]],
    ...events.slice(above + 1, enter),
    ...events.slice(enter + 1),
  ]
}
