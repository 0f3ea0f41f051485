/**
 * `attributeList` → the attributes of what stands before it. In a line of text it belongs to the node that
 * it touches: `![…](…){#fig:x}`; at the end of a heading to the heading; after an equation there may be a
 * space. Lists that find nothing stay for the transforms that come later, and at last become text; so does
 * at first one that says `looseness` and nothing else at the end of a paragraph (`looseness.ts`).
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
      const isParagraphs = branch.type === 'paragraph' && index === branch.children.length - 1
      const isKept = child.type !== 'attributeList' || (isParagraphs && saysLooseness(child))
      if (isKept || !attachTo(kept, child, child.attributes)) kept.push(child)
    }
    branch.children = kept
  }
  // The type of a branch tells what it is.
  const node = branch as Nodes
  if (node.type !== 'heading') return
  const attributes = takeTrailingAttributes(branch)
  if (attributes) node.data = { ...node.data, attributes: mergeAttributes(node.data?.attributes, attributes) }
}

/** True for `{looseness=-1}`, where nothing else is said. */
export function saysLooseness({ attributes: { id, classes, values } }: AttributeList): boolean {
  return id === undefined && classes.length === 0 && Object.keys(values).join() === 'looseness'
}

/** `[@a]{.retracted}`, and nothing else. */
function saysRetracted({ id, classes, values }: Attributes): boolean {
  return id === undefined && classes.join() === 'retracted' && Object.keys(values).length === 0
}

/** `text {#id}` → `text`; undefined where no list stands at the end. */
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

/** False where the last of `nodes` takes no attributes. */
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
      if (!touches(target, list) || !saysRetracted(attributes)) return false
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
