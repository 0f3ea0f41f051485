/**
 * Checks that no word of an HTML source is lost or printed twice. The HTML parser moves and duplicates
 * elements if tags are tangled, for example in a link inside a link. The account records all text, the text
 * that was printed, and the text that was left out on purpose.
 */
import type { Nodes } from 'hast'
import { visit } from '../../../model/visit.ts'

/** The offsets in the HTML source at which a text begins and ends. */
type Range = readonly [start: number, end: number]

export class TextAccount {
  #texts: Range[] = []
  readonly #printed: Range[] = []
  readonly #leftOut: Range[] = []

  /** Records all text of the tree. Call it first. */
  open(tree: Nodes): void {
    visit(tree, 'text', node => {
      const range = rangeOf(node)
      if (range && node.value.trim() !== '') this.#texts.push(range)
    })
  }

  /** Records that the text between two offsets was printed. */
  print(start: number, end: number): void {
    this.#printed.push([start, end])
  }

  /** Records that a node was left out on purpose. */
  leaveOut(node: Nodes): void {
    const range = rangeOf(node)
    if (range) this.#leftOut.push(range)
  }

  /** Whether every text was printed or left out, and none was printed twice. */
  isBalanced(): boolean {
    const printed = this.#printed.toSorted((a, b) => a[0] - b[0])
    const isRepeated = printed.some(([start], index) => start < (printed[index - 1]?.[1] ?? 0))
    const handled = [...this.#printed, ...this.#leftOut]
    const isHandled = ([start, end]: Range) => handled.some(([from, to]) => from <= start && end <= to)
    return !isRepeated && this.#texts.every(isHandled)
  }
}

function rangeOf({ position }: Nodes): Range | undefined {
  const start = position?.start.offset
  const end = position?.end.offset
  return start === undefined || end === undefined ? undefined : [start, end]
}
