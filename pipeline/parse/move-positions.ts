/** Gives every node of a tree, and every item of a citation in it, another position. */
import type { Root } from 'mdast'
import type { Position } from 'unist'
import { branchesOf } from './normalize/branches.ts'

type Move = (position: Position) => Position

export function movePositions(tree: Root, move: Move): void {
  if (tree.position) tree.position = move(tree.position)
  for (const { children } of branchesOf(tree)) {
    for (const child of children) {
      if (child.position) child.position = move(child.position)
      if (child.type === 'citation') child.items = child.items.map(item => moved(item, move))
      if (child.type === 'crossReference') child.items = child.items.map(item => moved(item, move))
    }
  }
}

function moved<T extends { position?: Position }>(item: T, move: Move): T {
  return item.position ? { ...item, position: move(item.position) } : item
}
