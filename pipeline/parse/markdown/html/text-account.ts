/**
 * Tangled tags, as a link in a link, make HTML move and double elements. The account of a reading: which text
 * there is, which was printed or left out on purpose. It balances where no word is missing or there twice.
 */
import type { Nodes } from 'hast'
import { visit } from 'unist-util-visit'

type Range = readonly [start: number, end: number]

export class TextAccount {
  #texts: Range[] = []
  readonly #printed: Range[] = []
  readonly #leftOut: Range[] = []

  /** All text of the tree. */
  open(tree: Nodes): void {
    visit(tree, 'text', node => {
      const range = rangeOf(node)
      if (range && node.value.trim() !== '') this.#texts.push(range)
    })
  }

  print(start: number, end: number): void {
    this.#printed.push([start, end])
  }

  leaveOut(node: Nodes): void {
    const range = rangeOf(node)
    if (range) this.#leftOut.push(range)
  }

  isBalanced(): boolean {
    const printed = this.#printed.toSorted((a, b) => a[0] - b[0])
    const isDoubled = printed.some(([start], index) => start < (printed[index - 1]?.[1] ?? 0))
    const read = [...this.#printed, ...this.#leftOut]
    const isRead = ([start, end]: Range) => read.some(([from, to]) => from <= start && end <= to)
    return !isDoubled && this.#texts.every(isRead)
  }
}

function rangeOf({ position }: Nodes): Range | undefined {
  const start = position?.start.offset
  const end = position?.end.offset
  return start === undefined || end === undefined ? undefined : [start, end]
}
