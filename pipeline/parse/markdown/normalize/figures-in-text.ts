/**
 * An image with a caption on a line of its own becomes a paragraph of its own, even without blank lines
 * around it. The authors of JOSS write figures like this:
 *
 *     Text.
 *     ![Caption.\label{fig:x}](a.svg)    →  paragraph: Text. / paragraph: image / paragraph: More text.
 *     More text.
 */
import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import { type Branch, isBlank } from '../tree/branches.ts'
import type { LabelledImage } from '../tree/labelled-image.ts'
import { atPosition, positionOf } from '../tree/position.ts'

export function divideAtFigures(branch: Branch): void {
  const node = branch as Nodes
  if (node.type === 'paragraph' || node.type === 'heading') return
  // An image in a tight list is not a figure (`figures.ts`).
  if (node.type === 'listItem' && !node.spread) return
  branch.children = branch.children.flatMap((child): Nodes[] =>
    child.type === 'paragraph' ? divideParagraph(child) : [child],
  )
}

function divideParagraph(paragraph: Paragraph): Paragraph[] {
  const { children } = paragraph
  if (children.length < 2 || !children.some((_, index) => isImageLine(children, index))) return [paragraph]
  const pieces: PhrasingContent[][] = [[]]
  for (const [index, child] of children.entries()) {
    if (isImageLine(children, index)) pieces.push([child], [])
    else pieces.at(-1)?.push(child)
  }
  return pieces
    .map(withoutOuterBreaks)
    .filter(piece => piece.length > 0)
    .map((piece): Paragraph => ({ type: 'paragraph', children: piece, ...atPosition(positionOf(piece)) }))
}

function isImageLine(children: readonly PhrasingContent[], index: number): boolean {
  const image: PhrasingContent | LabelledImage | undefined = children[index]
  if (image?.type !== 'image' || !('children' in image) || image.children?.length === 0) return false
  const before = children[index - 1]
  const after = children[index + 1]
  const isFirst =
    !before || before.type === 'break' || (before.type === 'text' && /\n[ \t]*$/.test(before.value))
  const isLast = !after || after.type === 'break' || (after.type === 'text' && /^[ \t]*\n/.test(after.value))
  return isFirst && isLast
}

/** The nodes without line breaks and white space at the beginning and the end. */
function withoutOuterBreaks(piece: readonly PhrasingContent[]): PhrasingContent[] {
  const isBreak = (node: Nodes | undefined) => node?.type === 'break' || isBlank(node)
  let [start, end] = [0, piece.length]
  while (start < end && isBreak(piece[start])) start++
  while (end > start && isBreak(piece[end - 1])) end--
  const inner = piece.slice(start, end)
  const first = inner[0]
  const last = inner.at(-1)
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return inner
}
