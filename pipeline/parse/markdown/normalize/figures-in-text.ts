/**
 * An image with a caption on a line of its own, without blank lines around it, stands between paragraphs, as
 * the authors of JOSS mean it:
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
  // As where it stands alone: a tight list has no figures.
  if (node.type === 'listItem' && !node.spread) return
  branch.children = branch.children.flatMap((child): Nodes[] =>
    child.type === 'paragraph' ? divide(child) : [child],
  )
}

function divide(paragraph: Paragraph): Paragraph[] {
  const { children } = paragraph
  if (children.length < 2 || !children.some((_, index) => isFigure(children, index))) return [paragraph]
  const pieces: PhrasingContent[][] = [[]]
  for (const [index, child] of children.entries()) {
    if (isFigure(children, index)) pieces.push([child], [])
    else pieces.at(-1)?.push(child)
  }
  return pieces
    .map(trimmed)
    .filter(piece => piece.length > 0)
    .map((piece): Paragraph => ({ type: 'paragraph', children: piece, ...atPosition(positionOf(piece)) }))
}

function isFigure(children: readonly PhrasingContent[], index: number): boolean {
  const image: PhrasingContent | LabelledImage | undefined = children[index]
  if (image?.type !== 'image' || !('children' in image) || image.children?.length === 0) return false
  const before = children[index - 1]
  const after = children[index + 1]
  const isFirst =
    !before || before.type === 'break' || (before.type === 'text' && /\n[ \t]*$/.test(before.value))
  const isLast = !after || after.type === 'break' || (after.type === 'text' && /^[ \t]*\n/.test(after.value))
  return isFirst && isLast
}

/** Without the ends of lines at its ends. */
function trimmed(piece: readonly PhrasingContent[]): PhrasingContent[] {
  const isGap = (node: Nodes | undefined) => node?.type === 'break' || isBlank(node)
  let [start, end] = [0, piece.length]
  while (start < end && isGap(piece[start])) start++
  while (end > start && isGap(piece[end - 1])) end--
  const kept = piece.slice(start, end)
  const first = kept[0]
  const last = kept.at(-1)
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return kept
}
