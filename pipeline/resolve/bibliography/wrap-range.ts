/**
 * Wraps a range of the text of some content in an element. If the range begins or ends inside another
 * element, the new element is made inside that one, so that markup stays nested:
 *
 *     doi: <i>10.1/x. In</i>, 5 to 11  →  doi: <i><a>10.1/x</a>. In</i>
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { textNode } from '../../model/hast.ts'

/** Wraps a range of the text of `content`. `start` and `end` count UTF-16 code units of this text. */
export function wrapRange(
  content: readonly ElementContent[],
  { start, end }: { readonly start: number; readonly end: number },
  wrap: (inside: ElementContent[]) => Element,
): ElementContent[] {
  const result: ElementContent[] = []
  let inside: ElementContent[] = []
  const close = () => {
    if (inside.length > 0) result.push(wrap(inside))
    inside = []
  }
  let at = 0
  for (const node of content) {
    const length = textLength(node)
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)]
    at += length
    if (from >= to) {
      close()
      result.push(node)
    } else if (from === 0 && to === length) inside.push(node)
    else if (node.type === 'text') {
      const before = node.value.slice(0, from)
      const after = node.value.slice(to)
      if (before !== '') result.push(textNode(before))
      inside.push(textNode(node.value.slice(from, to)))
      if (after === '') continue
      close()
      result.push(textNode(after))
    } else {
      close()
      const children = node.type === 'element' ? wrapRange(node.children, { start: from, end: to }, wrap) : []
      result.push(node.type === 'element' ? { ...node, children } : node)
    }
  }
  close()
  return result
}

function textLength(node: ElementContent): number {
  if (node.type === 'text') return node.value.length
  return node.type === 'element' ? textOf(node).length : 0
}
