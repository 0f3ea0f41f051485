/**
 * `attributeList` → the attributes of the node before it. In a line of text, a list belongs to the node that
 * it touches: `![…](…){#fig:x}`. At the end of a heading, a list belongs to the heading. Between an equation
 * and its list, there may be a space. A list that belongs to no node is left for later steps; if none of them
 * takes the list, it becomes text (`finish.ts`). A list with nothing but `looseness` at the end of a
 * paragraph is left for `looseness.ts`.
 */
import type { Nodes } from 'mdast'
import type { AttributeList, Attributes } from '../../../model/mdast.ts'
import { labelEquation, mergeAttributes } from '../tree/attributes.ts'
import { type Branch, isBlank } from '../tree/branches.ts'
import { positionOf, touches } from '../tree/position.ts'

export function attachAttributes(branch: Branch): void {
  if (branch.children.some(child => child.type === 'attributeList')) {
    const kept: Nodes[] = []
    for (const [index, child] of branch.children.entries()) {
      const isParagraphEnd = branch.type === 'paragraph' && index === branch.children.length - 1
      const isKept = child.type !== 'attributeList' || (isParagraphEnd && hasOnlyLooseness(child))
      if (isKept || !attachTo(kept, child, child.attributes)) kept.push(child)
    }
    branch.children = kept
  }
  // The cast is safe: every branch is a node. With the type `Nodes`, TypeScript knows the fields of each type
  // of node.
  const node = branch as Nodes
  if (node.type !== 'heading') return
  const attributes = takeTrailingAttributes(branch)
  if (attributes) node.data = { ...node.data, attributes: mergeAttributes(node.data?.attributes, attributes) }
}

/** True for an attribute list such as `{looseness=-1}`, without id, classes or other values. */
export function hasOnlyLooseness({ attributes: { id, classes, values } }: AttributeList): boolean {
  return id === undefined && classes.length === 0 && Object.keys(values).join() === 'looseness'
}

/** True for the attributes in `[@a]{.retracted}`: the class `retracted`, and nothing else. */
function hasOnlyRetracted({ id, classes, values }: Attributes): boolean {
  return id === undefined && classes.join() === 'retracted' && Object.keys(values).length === 0
}

/**
 * Takes the attribute list at the end of a node, with the space before it, out of the node: `text {#id}` →
 * `text`. Returns its attributes; undefined if no list is at the end.
 */
export function takeTrailingAttributes(branch: Pick<Branch, 'children'>): Attributes | undefined {
  while (isBlank(branch.children.at(-1)) && branch.children.at(-2)?.type === 'attributeList')
    branch.children.pop()
  const list = branch.children.at(-1)
  if (list?.type !== 'attributeList') return undefined
  branch.children.pop()
  const text = branch.children.at(-1)
  if (text?.type === 'text') {
    text.value = text.value.trimEnd()
    if (text.value === '') branch.children.pop()
  }
  return list.attributes
}

/** Gives the attributes to the last of `nodes`. Returns false if that node cannot have them. */
function attachTo(nodes: Nodes[], list: Nodes, attributes: Attributes): boolean {
  const isSpaced = isBlank(nodes.at(-1)) && nodes.at(-2)?.type === 'equation'
  const target = nodes.at(isSpaced ? -2 : -1)
  if (!target) return false
  switch (target.type) {
    case 'equation':
      labelEquation(target, attributes)
      break
    case 'image':
    case 'link':
    case 'inlineCode':
    case 'inlineMath':
      if (!touches(target, list)) return false
      target.data = { ...target.data, attributes: mergeAttributes(target.data?.attributes, attributes) }
      break
    case 'span':
      if (!touches(target, list)) return false
      target.attributes = mergeAttributes(target.attributes, attributes)
      break
    case 'citation':
      if (!touches(target, list) || !hasOnlyRetracted(attributes)) return false
      target.isOfRetracted = true
      break
    default:
      return false
  }
  if (isSpaced) nodes.pop()
  const position = positionOf([target, list])
  if (position) target.position = position
  return true
}
