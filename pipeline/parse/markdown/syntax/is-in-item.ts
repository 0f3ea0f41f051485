/** Whether the current line is inside an item of a list, a description or an example. */
import type { TokenizeContext } from 'micromark-util-types'

const itemTypes: ReadonlySet<string | undefined> = new Set(['markedItem', 'listOrdered', 'listUnordered'])

/**
 * True inside an item of CommonMark or of `marked-item.ts`. `begun`: the number of items that are being
 * tried. They have an enter event, but no exit event yet, and do not count.
 */
export function isInItem({ events }: TokenizeContext, begun: number): boolean {
  let unmatchedExits = begun
  for (let index = events.length - 1; index >= 0; index--) {
    const [kind, token] = events[index] ?? []
    if (!itemTypes.has(token?.type)) continue
    if (kind === 'exit') unmatchedExits++
    else if (unmatchedExits-- === 0) return true
  }
  return false
}
