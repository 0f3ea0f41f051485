/**
 * The HTML of neighbouring nodes as one text, so that a tag finds its partner behind a blank line, and the
 * way back from that text to the file. What is Markdown stands in it as a comment, which HTML allows
 * anywhere.
 */
import type { Html, Nodes } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'

interface Piece {
  /** Where it begins in the text. */
  readonly offset: number
  readonly node: Html
}

export class HtmlSource {
  readonly text: string
  readonly #mark: string
  readonly #nodes: readonly Nodes[]
  readonly #pieces: readonly Piece[]
  readonly #lines: readonly string[]
  readonly #lineOffsets: readonly number[]

  constructor(nodes: readonly Nodes[], file: VFile) {
    const author = nodes.flatMap(node => (node.type === 'html' ? [node.value] : [])).join('\n')
    let mark = 'node:'
    while (author.includes(mark)) mark = `x${mark}`
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
    this.#mark = mark
    this.#nodes = nodes
    this.#pieces = pieces
    this.#lines = String(file).split(/\r?\n|\r/)
    this.#lineOffsets = offsetsOf(String(file))
  }

  /** The node of Markdown that a comment stands for. */
  nodeOf(comment: string): Nodes | undefined {
    if (!comment.startsWith(this.#mark)) return undefined
    return this.#nodes[Number(comment.slice(this.#mark.length))]
  }

  /** In the file, where an offset in the text lies in a node of HTML. */
  pointAt(offset: number): Point | undefined {
    const piece = this.#pieces.findLast(one => one.offset <= offset)
    const start = piece?.node.position?.start
    if (!piece || !start) return undefined
    const lines = piece.node.value.slice(0, offset - piece.offset).split('\n')
    const index = lines.length - 1
    const written = piece.node.value.split('\n')[index] ?? ''
    const line = start.line + index
    // The mark of a quote or the indent of a list may stand before it.
    const before =
      index === 0 ? start.column - 1 : Math.max(0, (this.#lines[line - 1] ?? '').indexOf(written))
    const column = before + (lines.at(-1) ?? '').length + 1
    return { line, column, offset: (this.#lineOffsets[line - 1] ?? 0) + column - 1 }
  }
}

/** Where each line begins. */
function offsetsOf(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r?\n|\r/g), match => match.index + match[0].length)]
}
