/**
 * The tree as a list of the nodes that have children, without recursion: manuscripts may nest deeper than
 * the call stack.
 */
import type { Nodes, Root } from 'mdast'
import type { Node } from 'unist'

/** A node with children, whichever it is. */
export interface Branch extends Node {
  type: Nodes['type']
  children: Nodes[]
}

/** Parents before children; reversed, children before parents. */
export function branchesOf(tree: Root): readonly Branch[] {
  const branches: Branch[] = [asBranch(tree)]
  for (let index = 0; index < branches.length; index++) {
    const branch = branches[index]
    for (const child of branch?.children ?? []) if ('children' in child) branches.push(asBranch(child))
  }
  return branches
}

/** What a parent may hold goes by its type; the transforms here look at the children's types themselves. */
function asBranch(node: Nodes): Branch {
  return node as Branch
}

/** White space that Markdown collapses, and nothing else. */
export function isBlank(node: Nodes | undefined): boolean {
  return node?.type === 'text' && /^[ \t\r\n]*$/.test(node.value)
}
