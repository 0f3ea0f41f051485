/**
 * `(name)=` and what follows it → the id of that. What has no place for an id, or has another already, gets
 * an anchor: a paragraph or heading in it, other blocks around them.
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
      result.push(names.reduceRight<Nodes>((node, { value }) => named(node, value), child))
      names = []
    }
  }
  // Nothing follows: an anchor alone.
  for (const { value, position } of names) {
    result.push({ type: 'div', attributes: attributesOf(value), children: [], ...atPosition(position) })
  }
  branch.children = result
}

/** At the beginning of a line of text. */
function anchor({ position }: Nodes, id: string): Span {
  const start = position?.start
  const place = start && { start: { ...start }, end: { ...start } }
  return { type: 'span', attributes: attributesOf(id), children: [], ...atPosition(place) }
}

function named(node: Nodes, id: string): Nodes {
  switch (node.type) {
    case 'heading':
      if (node.data?.attributes?.id !== undefined) {
        node.children.unshift(anchor(node, id))
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
      else node.children.unshift(anchor(node, id))
      return node
    }
  }
  if (node.type === 'root' || node.type === 'yaml') return node
  // What the branch holds goes into a block of its own.
  const children = [node] as Extract<Nodes, { type: 'div' }>['children']
  return { type: 'div', attributes: attributesOf(id), children, ...atPosition(positionOf([node])) }
}
