/**
 * `(name)=` → the id of the block that follows. If that block cannot have an id, or has one already, it gets
 * an anchor with the name as its id: an empty span at the beginning of a paragraph or heading, a div around
 * any other block.
 *
 *     (methods)=
 *     # Methods       →  heading #methods
 */
import type { Nodes } from 'mdast'
import type { Span } from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition, positionOf } from '../tree/position.ts'

export function nameTargets(branch: Branch): void {
  if (!branch.children.some(child => child.type === 'targetName')) return
  const result: Nodes[] = []
  let names: Extract<Nodes, { type: 'targetName' }>[] = []
  for (const child of branch.children) {
    if (child.type === 'targetName') names.push(child)
    else {
      result.push(names.reduceRight<Nodes>((node, { value }) => withId(node, value), child))
      names = []
    }
  }
  // If no block follows, an empty div is the anchor.
  for (const { value, position } of names) {
    result.push({ type: 'div', attributes: attributesOf(value), children: [], ...atPosition(position) })
  }
  branch.children = result
}

/** An empty span at the beginning of a node. */
function anchorAtStart(node: Nodes, id: string): Span {
  const start = node.position?.start
  const position = start && { start: { ...start }, end: { ...start } }
  return { type: 'span', attributes: attributesOf(id), children: [], ...atPosition(position) }
}

/** Gives a node the id. Returns the node, or a div around it. */
function withId(node: Nodes, id: string): Nodes {
  switch (node.type) {
    case 'heading':
      if (node.data?.attributes?.id !== undefined) {
        node.children.unshift(anchorAtStart(node, id))
        return node
      }
      node.data = { ...node.data, attributes: mergeAttributes(node.data?.attributes, attributesOf(id)) }
      return node
    case 'figure':
    case 'captionedTable':
    case 'admonition':
    case 'theorem':
    case 'div':
      if (node.attributes.id !== undefined) break
      node.attributes = mergeAttributes(node.attributes, attributesOf(id))
      return node
    case 'equation':
      if (node.id !== undefined) break
      node.id = id
      return node
    case 'paragraph': {
      const [equation, ...others] = node.children
      if (equation?.type === 'equation' && equation.id === undefined && others.length === 0) equation.id = id
      else node.children.unshift(anchorAtStart(node, id))
      return node
    }
  }
  if (node.type === 'root' || node.type === 'yaml') return node
  // The cast is safe: the node is a block, because a `targetName` occurs only between blocks.
  const children = [node] as Extract<Nodes, { type: 'div' }>['children']
  return { type: 'div', attributes: attributesOf(id), children, ...atPosition(positionOf([node])) }
}
