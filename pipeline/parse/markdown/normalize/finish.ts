/**
 * The last touches: attributes that nothing took become their own source text, citations in a link its
 * text; neighbouring texts become one; images in a line of text lose the children that a caption would
 * have had; nodes that a library made without a position get that of the gap they stand in.
 */
import type { Nodes, Root, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Branch, branchesOf } from '../tree/branches.ts'
import type { LabelledImage } from '../tree/labelled-image.ts'
import { atPosition, positionOf } from '../tree/position.ts'

export function finish(tree: Root): void {
  const branches = branchesOf(tree)
  const linked = new Set<Branch>()
  for (const branch of branches) {
    if (branch.type === 'link' || branch.type === 'linkReference' || linked.has(branch)) {
      for (const child of branch.children) if ('children' in child) linked.add(child as Branch)
      branch.children = branch.children.map(sourceText)
    }
    branch.children = mergeTexts(
      branch.children.map(child => (child.type === 'attributeList' ? sourceText(child) : child)),
    )
    fillPositions(branch)
  }
  for (const branch of branches.toReversed()) {
    for (const child of branch.children) if (child.type === 'image') closeImage(child)
  }
}

/** `@key` in a link is a part of its text: links do not nest. */
function sourceText(node: Nodes): Nodes {
  if (node.type !== 'attributeList' && node.type !== 'citation' && node.type !== 'crossReference') return node
  return { type: 'text', value: node.source, ...atPosition(node.position) }
}

/** Neighbouring texts become one. */
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

function closeImage(image: LabelledImage): void {
  if (!image.children) return
  image.alt = image.children.map(labelText).join('')
  delete image.children
}

/** As `plainText`, with citations as written and a space for a line break. */
function labelText(node: Nodes): string {
  if (node.type === 'break') return ' '
  if (node.type === 'citation') return node.source
  return 'children' in node ? node.children.map(labelText).join('') : plainText(sourceText(node))
}

function fillPositions(branch: Branch): void {
  for (const [index, child] of branch.children.entries()) {
    if (child.position) continue
    const start = branch.children[index - 1]?.position?.end ?? branch.position?.start
    const end = positionOf(branch.children.slice(index + 1))?.start ?? branch.position?.end
    if (start && end) child.position = { start: { ...start }, end: { ...end } }
  }
}
