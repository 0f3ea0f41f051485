/**
 * The last step. Attribute lists that no other step has taken become text, as do citations and
 * cross-references in links. Neighbouring texts become one. Images in a line of text lose the children that
 * would have been the caption of a figure. A node without a position gets the position of the gap between its
 * neighbours.
 */
import type { Nodes, Root, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { StrayAttributes } from '../../../model/mdast.ts'
import { type Branch, branchesOf } from '../tree/branches.ts'
import type { LabelledImage } from '../tree/labelled-image.ts'
import { atPosition, positionOf } from '../tree/position.ts'

export function finish(tree: Root): void {
  const branches = branchesOf(tree)
  const strays = branches.flatMap(({ children }) => children.flatMap(strayAttributes))
  if (strays.length > 0) tree.data = { ...tree.data, strayAttributes: strays }
  const insideLinks = new Set<Branch>()
  for (const branch of branches) {
    if (branch.type === 'link' || branch.type === 'linkReference' || insideLinks.has(branch)) {
      for (const child of branch.children) if ('children' in child) insideLinks.add(child as Branch)
      branch.children = branch.children.map(sourceText)
    }
    branch.children = mergeTexts(
      branch.children.map(child => (child.type === 'attributeList' ? sourceText(child) : child)),
    )
    fillPositions(branch)
  }
  for (const branch of branches.toReversed()) {
    for (const child of branch.children) if (child.type === 'image') childrenToAlt(child)
  }
}

/** An attribute list that belongs to no node. `{x=1}` may be a set of the text. */
function strayAttributes(node: Nodes): StrayAttributes[] {
  if (node.type !== 'attributeList') return []
  const { id, classes, values } = node.attributes
  const isMeant = id !== undefined || classes.length > 0 || Object.keys(values).some(key => key.length > 2)
  return isMeant ? [{ source: node.source, ...atPosition(node.position) }] : []
}

/**
 * An attribute list, citation or cross-reference → its source as text. In a link, `@key` is text, as links do
 * not nest.
 */
function sourceText(node: Nodes): Nodes {
  if (node.type !== 'attributeList' && node.type !== 'citation' && node.type !== 'crossReference') return node
  return { type: 'text', value: node.source, ...atPosition(node.position) }
}

/** Joins neighbouring texts, with their positions and `data.literals`. */
export function mergeTexts(nodes: readonly Nodes[]): Nodes[] {
  const merged: Nodes[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      const literals = [...literalsOf(last), ...literalsOf(node).map(at => last.value.length + at)]
      merged.splice(-1, 1, {
        ...last,
        value: last.value + node.value,
        ...(literals.length > 0 && { data: { ...last.data, literals } }),
        ...atPosition(positionOf([last, node])),
      })
    } else {
      merged.push(node)
    }
  }
  return merged
}

function literalsOf(node: Text): readonly number[] {
  return node.data?.literals ?? []
}

/** Replaces the children of an image by its text alternative, which is made from them. */
function childrenToAlt(image: LabelledImage): void {
  if (!image.children) return
  image.alt = image.children.map(labelText).join('')
  delete image.children
}

/** The words of an image label: citations as written, a space for a line break. */
function labelText(node: Nodes): string {
  if (node.type === 'break') return ' '
  if (node.type === 'citation') return node.source
  return 'children' in node ? node.children.map(labelText).join('') : plainText(sourceText(node))
}

/** Gives children without a position the gap between their neighbours. */
function fillPositions(branch: Branch): void {
  for (const [index, child] of branch.children.entries()) {
    if (child.position) continue
    const start = branch.children[index - 1]?.position?.end ?? branch.position?.start
    const end = positionOf(branch.children.slice(index + 1))?.start ?? branch.position?.end
    if (start && end) child.position = { start: { ...start }, end: { ...end } }
  }
}
