/**
 * An equation on lines of its own, without blank lines around it, becomes a part of the paragraph:
 *
 *     The storage obeys
 *     $$a = b$$            →  one paragraph: text, equation, text
 *     where a is …
 */
import type { Nodes, Paragraph } from 'mdast'
import type { Branch } from '../tree/branches.ts'
import { atPosition, isNextLine, positionOf } from '../tree/position.ts'

export function joinParagraphs(branch: Branch): void {
  if (!branch.children.some(child => child.type === 'equation')) return
  const joined: Nodes[] = []
  for (const child of branch.children) {
    const previous = joined.at(-1)
    const paragraph = previous && joinedParagraph(previous, child)
    if (paragraph) joined.splice(-1, 1, paragraph)
    else joined.push(child)
  }
  branch.children = joined
}

/** Two neighbours as one paragraph; undefined if they do not belong together. */
function joinedParagraph(previous: Nodes, next: Nodes): Paragraph | undefined {
  const isPair =
    (next.type === 'equation' && (previous.type === 'paragraph' || previous.type === 'equation')) ||
    (next.type === 'paragraph' && (previous.type === 'equation' || hasEquation(previous)))
  // Text may continue on the line that ends a LaTeX environment.
  const isSameLine = previous.position?.end.line === next.position?.start.line
  if (!isPair || !(isNextLine(previous, next) || isSameLine)) return undefined
  const start = previous.position?.end
  const end = next.position?.start
  const children = [
    ...contentOf(previous),
    {
      type: 'text',
      value: isSameLine ? ' ' : '\n',
      ...(start && end && { position: { start: { ...start }, end: { ...end } } }),
    } as const,
    ...contentOf(next),
  ]
  return { type: 'paragraph', children, ...atPosition(positionOf([previous, next])) }
}

/**
 * True for a paragraph with an equation. Markdown makes two paragraphs of neighbouring lines only if there
 * was an equation between them, which now is in the first paragraph.
 */
function hasEquation(node: Nodes): boolean {
  return node.type === 'paragraph' && node.children.some(child => child.type === 'equation')
}

function contentOf(node: Nodes): Paragraph['children'] {
  if (node.type === 'paragraph') return node.children
  return node.type === 'equation' ? [node] : []
}
