/**
 * Joins neighbouring nodes to one HTML text, so that a tag finds its partner after a blank line. Each
 * Markdown node is replaced by a comment, which HTML allows anywhere. Offsets in the text lead back to
 * places in the file.
 */
import type { Html, Nodes } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { Dialect } from '../../../model/dialect.ts'

/** An HTML node in the text. */
interface Piece {
  /** Offset in the text at which the node begins. */
  readonly offset: number
  readonly node: Html
}

export class HtmlSource {
  readonly text: string
  /** The dialect of the Markdown between the tags. */
  readonly dialect: Dialect | undefined
  /** Beginning of the comments that replace nodes; no HTML of the author contains it. */
  readonly #mark: string
  readonly #nodes: readonly Nodes[]
  readonly #pieces: readonly Piece[]
  readonly #lines: readonly string[]
  readonly #lineOffsets: readonly number[]

  constructor(nodes: readonly Nodes[], file: VFile) {
    const authorHtml = nodes.flatMap(node => (node.type === 'html' ? [node.value] : [])).join('\n')
    let mark = 'node:'
    while (authorHtml.includes(mark)) mark = `x${mark}`
    const pieces: Piece[] = []
    let text = ''
    for (const [index, node] of nodes.entries()) {
      if (node.type === 'html') {
        pieces.push({ offset: text.length, node })
        text += `${node.value}\n`
      } else {
        text += `<!--${mark}${index}-->\n`
      }
    }
    this.text = text
    this.dialect = file.data.dialect
    this.#mark = mark
    this.#nodes = nodes
    this.#pieces = pieces
    this.#lines = String(file).split(/\r?\n|\r/)
    this.#lineOffsets = offsetsOf(String(file))
  }

  /** The Markdown node that a comment replaces; undefined for comments of the author. */
  nodeOf(comment: string): Nodes | undefined {
    if (!comment.startsWith(this.#mark)) return undefined
    return this.#nodes[Number(comment.slice(this.#mark.length))]
  }

  /** Place in the file of an offset in the text. */
  pointAt(offset: number): Point | undefined {
    const piece = this.#pieces.findLast(candidate => candidate.offset <= offset)
    const start = piece?.node.position?.start
    if (!piece || !start) return undefined
    const lines = piece.node.value.slice(0, offset - piece.offset).split('\n')
    const index = lines.length - 1
    const nodeLine = piece.node.value.split('\n')[index] ?? ''
    const line = start.line + index
    // In the file, a quotation mark `>` or the indent of a list can precede the line.
    const before =
      index === 0 ? start.column - 1 : Math.max(0, (this.#lines[line - 1] ?? '').indexOf(nodeLine))
    const column = before + (lines.at(-1) ?? '').length + 1
    return { line, column, offset: (this.#lineOffsets[line - 1] ?? 0) + column - 1 }
  }
}

/** Offset of the beginning of each line. */
function offsetsOf(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r?\n|\r/g), match => match.index + match[0].length)]
}
