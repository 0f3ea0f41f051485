/**
 * The lines of a table cell → nodes with positions in the manuscript. The syntax is that of the document. If
 * the cell is one paragraph, the result is the content of the paragraph. Links and notes in a cell may refer
 * to definitions anywhere in the document.
 */
import type { BlockContent, PhrasingContent, Text } from 'mdast'
import { type Extension as FromMarkdown, fromMarkdown } from 'mdast-util-from-markdown'
import type { Effects, Extension, ParseContext, State, TokenizeContext } from 'micromark-util-types'
import type { Point } from 'unist'
import { pointAt, type TextSlice } from '../tables/source-line.ts'
import { placeTree } from '../tree/place-tree.ts'

/** The extensions with which cells are parsed. */
export interface CellSyntax {
  readonly extensions: readonly Extension[]
  readonly mdastExtensions: readonly (FromMarkdown | FromMarkdown[])[]
}

type CellContent = PhrasingContent | BlockContent

/** Reads the cells of one table. */
export interface CellReader {
  /** Reads a cell that may contain blocks. Its lines are lines of Markdown. */
  blocks(lines: readonly TextSlice[]): CellContent[]
  /** Reads a cell without blocks. Its lines are joined by spaces. */
  phrases(lines: readonly TextSlice[]): CellContent[]
}

/**
 * Matches words and numbers without markup, which need no parser. Most cells of most tables are like this.
 */
const plain = /^(?!\d+[.)](?: |$))(?!.*www\.)[\p{L}\p{N}(][\p{L}\p{N} .,;%()±–−]*$/u

/** No-break space before the text of a cell. With it, no block can begin there. */
const guard = '\u00a0'

/** Returns a reader of cells. `parser`: the parser of the document, which knows its definitions. */
export function cellReader({ extensions, mdastExtensions }: CellSyntax, parser: ParseContext): CellReader {
  const options = {
    extensions: [...extensions, knownDefinitions(parser)],
    mdastExtensions: [...mdastExtensions],
  }
  /** Parses the text of a cell. `placeOf` turns a place in that text into a place in the manuscript. */
  const parseCell = (text: string, placeOf: (point: Point) => Point): CellContent[] => {
    const tree = fromMarkdown(text, options)
    placeTree(tree, ({ start, end }) => ({ start: placeOf(start), end: placeOf(end) }))
    const [first, ...rest] = tree.children
    // The cast is safe: a cell may contain any block that a document contains.
    if (first?.type !== 'paragraph' || rest.length > 0) return tree.children as CellContent[]
    return first.children
  }
  return {
    blocks(lines) {
      const [only, ...others] = lines
      if (only && others.length === 0 && plain.test(only.text)) return [textNode(only)]
      const text = lines.map(line => line.text).join('\n')
      return parseCell(text, ({ line, column }) => {
        const slice = lines[line - 1] ?? lines.at(-1)
        return slice ? pointAt(slice, column - 1) : { line: 1, column: 1 }
      })
    },
    phrases(lines) {
      const text = lines.map(line => line.text).join(' ')
      if (text.trim() === '') return []
      const [only, ...others] = lines
      if (only && others.length === 0 && plain.test(text)) return [textNode(only)]
      const content = parseCell(guard + text, ({ column }) => pointOn(lines, column - 2))
      const [first, ...rest] = content
      if (first?.type !== 'text') return content
      first.value = first.value.replace(guard, '')
      return first.value === '' ? rest : content
    },
  }
}

function textNode(slice: TextSlice): Text {
  const position = { start: pointAt(slice, 0), end: pointAt(slice, slice.text.length) }
  return { type: 'text', value: slice.text, position }
}

/** The place in the manuscript of the character at `index` of the lines joined by spaces. */
function pointOn(lines: readonly TextSlice[], index: number): Point {
  let rest = Math.max(0, index)
  for (const line of lines) {
    if (rest <= line.text.length) return pointAt(line, rest)
    rest -= line.text.length + 1
  }
  const last = lines.at(-1)
  return last ? pointAt(last, last.text.length) : { line: 1, column: 1 }
}

/**
 * Extension that gives the parser of a cell the definitions of the document before the parser reads anything.
 * Its construct is tried at the beginning of the text and consumes nothing.
 */
function knownDefinitions(document: ParseContext): Extension {
  function tokenize(this: TokenizeContext, _effects: Effects, _ok: State, nok: State): State {
    this.parser.defined = document.defined
    if (document.gfmFootnotes) this.parser.gfmFootnotes = document.gfmFootnotes
    return nok
  }
  return { document: { null: [{ name: 'knownDefinitions', tokenize }] } }
}
