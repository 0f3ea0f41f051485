/**
 * Walks a tree in the order of its text, like unist-util-visit, whose types it has, for trees of a hundred
 * thousand nodes: without a function, a name and a list of ancestors for each. Any depth.
 */
import type { Node, Parent } from 'unist'
import { EXIT, SKIP, type visit as visitOfUnist } from 'unist-util-visit'

export { EXIT, SKIP }

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => unknown

/** A parent whose children are being visited, and the index of the next. */
interface Open {
  readonly parent: Parent
  next: number
}

/**
 * Calls `visitor` for each node, or each of the type `test`, before its children. It may return `SKIP` (do
 * not enter), `EXIT`, the index of the sibling to go on with, or `[SKIP, index]`.
 */
function visitTree(tree: Node, test: string | Visitor, visitor?: Visitor): undefined {
  const [type, each] = typeof test === 'string' ? [test, visitor] : [undefined, test]
  if (!each) return
  const open: Open[] = []
  const enter = (node: Node, index?: number, parent?: Parent): boolean => {
    const result = type === undefined || node.type === type ? each(node, index, parent) : undefined
    const [action, next]: readonly unknown[] = Array.isArray(result) ? result : [result, result]
    if (action === EXIT) return false
    const around = open.at(-1)
    if (around && typeof next === 'number') around.next = next
    if (action !== SKIP && isParent(node)) open.push({ parent: node, next: 0 })
    return true
  }
  if (!enter(tree)) return
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const index = last.next
    const child = last.parent.children[index]
    if (!child) open.pop()
    else {
      last.next = index + 1
      if (!enter(child, index, last.parent)) return
    }
  }
}

function isParent(node: Node): node is Parent {
  return 'children' in node && Array.isArray(node.children)
}

// The types of the library fit: its forms that no one uses are not written down again.
export const visit = visitTree as typeof visitOfUnist
