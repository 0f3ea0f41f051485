/**
 * Joins neighbouring links of a citation to the same work, so that the keyboard stops
 * once and one card opens:
 *   <a href="#ref-a">Crane</a> (<a href="#ref-a">2019</a>, p. 4)
 *   → <a href="#ref-a">Crane (2019, p. 4)</a>
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { hasClass, textNode } from '../../model/hast.ts'
import { rewrite } from './rewrite.ts'

export function withJoinedLinks(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, element => {
    const isJoined = element.children.filter(isWorkLink).length > 1
    return [isJoined ? { ...element, children: joined(element.children) } : element]
  })
}

function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let rest = withWholeTexts(nodes)
  while (rest.length > 0) {
    const [first, between, next, ...after] = rest
    const isSame = isWorkLink(first) && isWorkLink(next) && first.properties.href === next.properties.href
    if (isSame && between?.type === 'text') {
      const link = { ...first, children: [...first.children, between, ...next.children] }
      rest = withBracketEnd(link, after)
    } else {
      if (first) result.push(first)
      rest = rest.slice(1)
    }
  }
  return result
}

/** Text nodes in a row become one. */
function withWholeTexts(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type !== 'text' || last?.type !== 'text') result.push(node)
    else result[result.length - 1] = textNode(last.value + node.value)
  }
  return result
}

/** A link that opens a bracket also contains its end, if the end is in the text that follows. */
function withBracketEnd(link: Element, after: readonly ElementContent[]): ElementContent[] {
  const [next, ...others] = after
  const text = textOf(link)
  const isOpen =
    text.lastIndexOf('(') > text.lastIndexOf(')') || text.lastIndexOf('[') > text.lastIndexOf(']')
  const [, words, rest = ''] = (next?.type === 'text' && /^([^()[\];]*[)\]])(.*)$/s.exec(next.value)) || []
  if (!isOpen || words === undefined) return [link, ...after]
  const whole = { ...link, children: [...link.children, textNode(words)] }
  return rest === '' ? [whole, ...others] : [whole, textNode(rest), ...others]
}

function isWorkLink(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'a' && hasClass(node, 'citation-link')
}
