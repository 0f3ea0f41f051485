/**
 * Moves the positions of a tree that was parsed from a piece of a text, so that they refer to the whole text.
 */
import type { Root } from 'mdast'
import type { Position } from 'unist'
import { branchesOf } from './branches.ts'

/**
 * Replaces every position by the result of `place`: of nodes, of the items of citations and cross-references,
 * and of the lines of LaTeX. Changes the tree in place.
 */
export function placeTree(tree: Root, place: (position: Position) => Position): void {
  if (tree.position) tree.position = place(tree.position)
  for (const { children } of branchesOf(tree)) {
    for (const child of children) {
      if (child.position) child.position = place(child.position)
      if (child.type === 'citation') child.items = child.items.map(placeItem)
      if (child.type === 'crossReference') child.items = child.items.map(placeItem)
      if (child.type === 'latex') {
        child.lines = child.lines.map(({ index, point }) => ({
          index,
          point: place({ start: point, end: point }).start,
        }))
      }
    }
  }

  function placeItem<T extends { position?: Position }>(item: T): T {
    return item.position ? { ...item, position: place(item.position) } : item
  }
}
