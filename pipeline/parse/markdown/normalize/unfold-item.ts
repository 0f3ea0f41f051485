/**
 * A `markedItem` that belongs to no list becomes text. Its marker returns to the beginning of its first
 * paragraph, and a paragraph that ends on the line before is continued.
 */
import type { Nodes, Paragraph, Text } from 'mdast'
import type { MarkedItem } from '../../../model/mdast.ts'
import { advance, atPosition, isNextLine, positionOf } from '../tree/position.ts'

/** Appends the content of the item to `nodes`. */
export function unfoldItem(nodes: Nodes[], item: MarkedItem): void {
  const [first, ...rest] = item.children
  const start = item.position?.start
  const mark: Text = {
    type: 'text',
    value: first?.type === 'paragraph' ? item.prefix : item.marker,
    ...atPosition(start && { start, end: advance(start, item.prefix.length) }),
  }
  const content = first?.type === 'paragraph' ? first.children : []
  const others = first?.type === 'paragraph' ? rest : item.children
  const paragraph: Paragraph = { type: 'paragraph', children: [mark, ...content] }
  const previous = nodes.at(-1)
  const position = positionOf(paragraph.children)
  if (previous?.type === 'paragraph' && isNextLine(previous, { position })) {
    const lineEnd = { type: 'text' as const, value: '\n', ...atPosition(between(previous, mark)) }
    previous.children.push(lineEnd, ...paragraph.children)
    Object.assign(previous, atPosition(positionOf([previous, { position }])))
  } else {
    nodes.push({ ...paragraph, ...atPosition(position) })
  }
  nodes.push(...others)
}

function between(before: Paragraph, after: Text): Paragraph['position'] {
  const start = before.position?.end
  const end = after.position?.start
  return start && end && { start: { ...start }, end: { ...end } }
}
