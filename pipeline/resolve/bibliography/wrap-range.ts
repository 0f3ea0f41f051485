/**
 * A range of the text of some content → one element around it. Elements that the range cuts keep their part of it
 * inside them, so that markup stays nested:
 *
 *     doi: <i>10.1/x. In</i>, 5 to 11  →  doi: <i><a>10.1/x</a>. In</i>
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'

/** `start` and `end` count UTF-16 code units of the text of `content`. */
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
    const length = lengthOf(node)
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)]
    at += length
    if (from >= to) {
      close()
      result.push(node)
    } else if (from === 0 && to === length) inside.push(node)
    else if (node.type === 'text') {
      const [before, within, after] = [
        node.value.slice(0, from),
        node.value.slice(from, to),
        node.value.slice(to),
      ]
      if (before !== '') result.push({ type: 'text', value: before })
      inside.push({ type: 'text', value: within })
      if (after === '') continue
      close()
      result.push({ type: 'text', value: after })
    } else {
      close()
      const children = node.type === 'element' ? wrapRange(node.children, { start: from, end: to }, wrap) : []
      result.push(node.type === 'element' ? { ...node, children } : node)
    }
  }
  close()
  return result
}

function lengthOf(node: ElementContent): number {
  if (node.type === 'text') return node.value.length
  return node.type === 'element' ? textOf(node).length : 0
}
