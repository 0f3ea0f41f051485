/**
 * Flow constructs for tables that are drawn with characters: pandoc's grid, simple and multiline tables, and
 * pipe tables in which GFM would find other cells. Lines → one `drawnTable` token with the draft of the
 * table. Each construct looks at all lines of the table before it consumes the first one. If the lines are
 * not a table, CommonMark's constructs read them.
 *
 * The head of a simple table stands above the dashes. When micromark comes to the dashes, it has already read
 * the head as a paragraph of one line. The construct moves that line into the table, as micromark itself does
 * with the text above the underline of a setext heading.
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
    /** The table of a `drawnTable` token, with cells that are not parsed yet. */
    draft?: TableDraft
    /** The parser of the document, on a `drawnTable` token. It knows the definitions that cells refer to. */
    parser?: ParseContext
  }
}

/** Flow construct for grid tables. It starts at `+`. */
export const drawnGrid: Construct = {
  name: 'drawnGrid',
  tokenize: tokenizer(() => gridReader()),
}

/** Flow construct for pipe tables in which GFM would find other cells. It starts at `|`. */
export const drawnPipes: Construct = {
  name: 'drawnPipes',
  // GFM's own construct ends a paragraph above the table. micromark then tries this construct again.
  tokenize: tokenizer(({ interrupt }) => (interrupt ? undefined : pipeTable())),
}

/** Flow construct for simple and multiline tables. It starts at `-`. */
export const drawnDashes: Construct = {
  name: 'drawnDashes',
  tokenize: tokenizer(context => {
    // This construct does not end a paragraph. If the dashes can be a thematic break, that construct ends the
    // paragraph, and micromark then tries this one again.
    if (context.interrupt) return undefined
    const above = endOfBlockAbove(context.events)
    if (!above) return dashedTable(undefined)
    // On a lazy line the dashes are outside the container of the block above, which is then not their head.
    const head = context.parser.lazy[context.now().line] ? undefined : headLine(above, context)
    return head && dashedTable(head)
  }),
  resolveTo: takeHead,
}

/** Recognizes a grid table: a border, then lines that begin with `|` or `+`. */
function gridReader(): TableReader {
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

/**
 * Tokenizer for one kind of table. `readerFor` returns a recognizer of such a table, or undefined if the
 * table cannot begin in this context. If the construct is tried as an interruption of a paragraph, it
 * consumes nothing.
 */
function tokenizer(readerFor: (context: TokenizeContext) => TableReader | undefined): Construct['tokenize'] {
  return function (this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const self = this
    const reader = readerFor(self)
    let draft: TableDraft | undefined
    /**
     * The number of lines of the table. The lookahead counts them; the number goes down while they are
     * consumed.
     */
    let lineCount = 0
    const leaf = leafWriter(effects, 'drawnTableText')
    const lookahead: Construct = { tokenize: tokenizeLines, partial: true }
    if (!reader) return nok
    return effects.check(lookahead, start, nok)

    function start(code: Code): State | undefined {
      if (self.interrupt) return ok(code)
      effects.enter('drawnTable', { ...(draft && { draft }), parser: self.parser })
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === codes.eof || (markdownLineEnding(code) && --lineCount === 0)) {
        leaf.close()
        effects.exit('drawnTable')
        return ok(code)
      }
      leaf.consume(code)
      return inside
    }

    /** Looks at all lines of the table and makes `draft` from them. */
    function tokenizeLines(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const leaf = leafWriter(effects, 'drawnTableText')
      let point = self.now()
      let text = ''
      /** Indexes in `text` of spaces that only fill up the columns of a tab. */
      let virtual = new Set<number>()
      // micromark has already consumed the indent of the first line. The columns of the table include it.
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
        const kind = reader?.step(sourceLine(text, { ...point }, { virtual }))
        if (kind !== 'inside') return finish(kind === 'end', code)
        lineCount++
        // If this line cannot be part of a paragraph, any list may begin on the next line, as it could
        // without this construct.
        self._gfmTableDynamicInterruptHack = reader?.isOpen() ?? false
        if (code === codes.eof) return finish(reader?.step(undefined) === 'end', code)
        leaf.consume(code)
        return lineStart
      }

      function lineStart(code: Code): State | undefined {
        text = ''
        virtual = new Set()
        point = self.now()
        if (self.parser.lazy[point.line]) return finish(reader?.step(undefined) === 'end', code)
        return inside(code)
      }

      function finish(isEnd: boolean, code: Code): State | undefined {
        leaf.close()
        self._gfmTableDynamicInterruptHack = false
        draft = isEnd ? reader?.read() : undefined
        return draft ? ok(code) : nok(code)
      }
    }
  }
}

/**
 * Index of the event that ends the block on the line directly above. Undefined unless that block is a
 * paragraph, a definition or indented code. The head of a wide, right-aligned column looks like indented
 * code.
 */
function endOfBlockAbove(events: readonly Event[]): number | undefined {
  const index = events.findLastIndex(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix')
  const type = events[index]?.[1].type
  return type === 'content' || type === 'codeIndented' ? index : undefined
}

/**
 * The block that ends with the event at index `above`, as the head of a table. Undefined unless the
 * block is one line of text.
 */
function headLine(above: number, context: TokenizeContext): SourceLine | undefined {
  const { events } = context
  const block = events[above]?.[1]
  if (!block || block.start.line !== block.end.line) return undefined
  // A token of type `content` may also contain only definitions.
  if (block.type === 'content' && events[above - 1]?.[1].type !== 'paragraph') return undefined
  const before = events[events.findIndex(([, token]) => token === block) - 1]?.[1]
  const isIndented = before?.type === 'linePrefix' && before.start.line === block.start.line
  const indent = isIndented ? context.sliceSerialize(before, true) : ''
  const start = isIndented ? before.start : block.start
  return sourceLine(indent + context.sliceSerialize(block, true), { ...start })
}

/** Moves the block directly above the dashes, if it is a head, into the table as its first line. */
function takeHead(events: Event[]): Event[] {
  const enter = events.findLastIndex(([kind, { type }]) => kind === 'enter' && type === 'drawnTable')
  const table = events[enter]
  const above = endOfBlockAbove(events.slice(0, enter))
  if (!table || above === undefined) return events
  const content = events[above]?.[1]
  const from = events.findIndex(([, token]) => token === content)
  const headToken: Token | undefined = content && { ...content, type: 'drawnTableText' }
  if (!content || !headToken) return events
  table[1].start = { ...content.start }
  return [
    ...events.slice(0, from),
    table,
    ['enter', headToken, table[2]],
    ['exit', headToken, table[2]],
    ...events.slice(above + 1, enter),
    ...events.slice(enter + 1),
  ]
}
