/**
 * The text of a cell → its nodes, read by the parser of the document, with the document's positions. A cell
 * that is one paragraph holds its phrases. Definitions of links and notes may stand anywhere in the document.
 */
import type { BlockContent, PhrasingContent, Text } from 'mdast'
import { type Extension as FromMarkdown, fromMarkdown } from 'mdast-util-from-markdown'
import type { Effects, Extension, ParseContext, State, TokenizeContext } from 'micromark-util-types'
import type { Point } from 'unist'
import { pointAt, type TextSlice } from '../tables/source-line.ts'
import { placeTree } from '../tree/place-tree.ts'

export interface CellSyntax {
  readonly extensions: readonly Extension[]
  readonly mdastExtensions: readonly (FromMarkdown | FromMarkdown[])[]
}

type CellContent = PhrasingContent | BlockContent

/** Reads cells; one for each table. */
export interface CellReader {
  blocks(lines: readonly TextSlice[]): CellContent[]
  phrases(lines: readonly TextSlice[]): CellContent[]
}

/**
 * Words and numbers without any mark: most cells of most tables, which the parser would give back as they
 * are.
 */
const plain = /^(?!\d+[.)](?: |$))(?!.*www\.)[\p{L}\p{N}(][\p{L}\p{N} .,;%()±–−]*$/u

/** White space in which no block begins. */
const guard = '\u00a0'

/** `parser`: that of the document. */
export function cellReader({ extensions, mdastExtensions }: CellSyntax, parser: ParseContext): CellReader {
  const options = {
    extensions: [...extensions, knownDefinitions(parser)],
    mdastExtensions: [...mdastExtensions],
  }
  const read = (text: string, placeOf: (point: Point) => Point): CellContent[] => {
    const tree = fromMarkdown(text, options)
    placeTree(tree, ({ start, end }) => ({ start: placeOf(start), end: placeOf(end) }))
    const [first, ...rest] = tree.children
    // What a document holds, a cell may hold.
    if (first?.type !== 'paragraph' || rest.length > 0) return tree.children as CellContent[]
    return first.children
  }
  return {
    blocks(lines) {
      const [only, ...others] = lines
      if (only && others.length === 0 && plain.test(only.text)) return [textNode(only)]
      const text = lines.map(line => line.text).join('\n')
      return read(text, ({ line, column }) => {
        const slice = lines[line - 1] ?? lines.at(-1)
        return slice ? pointAt(slice, column - 1) : { line: 1, column: 1 }
      })
    },
    phrases(lines) {
      const text = lines.map(line => line.text).join(' ')
      if (text.trim() === '') return []
      const [only, ...others] = lines
      if (only && others.length === 0 && plain.test(text)) return [textNode(only)]
      const content = read(guard + text, ({ column }) => pointOn(lines, column - 2))
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

/** The place of a character of the lines, joined by spaces. */
function pointOn(lines: readonly TextSlice[], index: number): Point {
  let rest = Math.max(0, index)
  for (const line of lines) {
    if (rest <= line.text.length) return pointAt(line, rest)
    rest -= line.text.length + 1
  }
  const last = lines.at(-1)
  return last ? pointAt(last, last.text.length) : { line: 1, column: 1 }
}

/** Tells a parser what the document defines, before it reads anything. */
function knownDefinitions(document: ParseContext): Extension {
  function tokenize(this: TokenizeContext, _effects: Effects, _ok: State, nok: State): State {
    this.parser.defined = document.defined
    if (document.gfmFootnotes) this.parser.gfmFootnotes = document.gfmFootnotes
    return nok
  }
  return { document: { null: [{ name: 'knownDefinitions', tokenize }] } }
}
