/**
 * Lists the nodes of a tree that have children, without recursion: manuscripts can be nested deeper than the
 * call stack allows.
 */
import type { Nodes, Root } from 'mdast'
import type { Node } from 'unist'

/** A node of any type that has children. */
export interface Branch extends Node {
  type: Nodes['type']
  children: Nodes[]
}

/** All nodes with children, level by level: parents before children. Reversed: children before parents. */
export function branchesOf(tree: Root): readonly Branch[] {
  const branches: Branch[] = [asBranch(tree)]
  for (let index = 0; index < branches.length; index++) {
    const branch = branches[index]
    for (const child of branch?.children ?? []) if ('children' in child) branches.push(asBranch(child))
  }
  return branches
}

/** The root as a node with children of any type. */
export function rootBranch(tree: Root): Branch {
  return asBranch(tree)
}

/**
 * The node with children of any type. mdast's types restrict the children of each parent; callers check the
 * types of the children themselves.
 */
function asBranch(node: Nodes): Branch {
  return node as Branch
}

/** Whether the node is text that contains only white space which Markdown collapses. */
export function isBlank(node: Nodes | undefined): boolean {
  return node?.type === 'text' && /^[ \t\r\n]*$/.test(node.value)
}
