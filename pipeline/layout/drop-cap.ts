/**
 * The drop cap of an article: marks the first paragraph of the text, if it begins with a letter, with
 * `data-drop-cap`, the number of lines. The letter stays in its word: browsers raise it with CSS, and for
 * pages `typeset/` does.
 */
import type { Element, ElementContent, Text } from 'hast'
import { h } from 'hastscript'
import { hasClass, textNode } from '../model/hast.ts'

/** Returns the content with the mark. `lines`: the height of the letter, 0 for none. */
export function withDropCap(content: readonly ElementContent[], lines: number): ElementContent[] {
  const at = content.findIndex(node => node.type === 'element' && !/^h[1-6]$/.test(node.tagName))
  const paragraph = content[at]
  if (lines === 0 || paragraph?.type !== 'element' || paragraph.tagName !== 'p') return [...content]
  const before = content.slice(0, at).findLast(node => node.type === 'element')
  // A run-in heading begins the paragraph.
  if (before && hasClass(before, 'run-in')) return [...content]
  if (!/^\s*\p{P}*\p{L}/u.test(firstText(paragraph)?.value ?? '')) return [...content]
  const properties = {
    ...paragraph.properties,
    dataDropCap: String(lines),
    style: `--drop-cap-lines: ${lines}`,
  }
  return content.with(at, { ...withFirstWord(paragraph), properties })
}

/**
 * The element with its first word in `<span class="first-word">`, which CSS can set in capitals. A word of
 * one letter takes the next one with it: "A river".
 */
function withFirstWord(element: Element): Element {
  const [first, ...rest] = element.children
  if (first?.type === 'element') return { ...element, children: [withFirstWord(first), ...rest] }
  const word = /^\s*(?:\p{L}\s+)?\S+/u.exec(first?.type === 'text' ? first.value : '')?.[0]
  if (first?.type !== 'text' || word === undefined) return element
  const after = first.value.slice(word.length)
  return {
    ...element,
    children: [
      h('span', { className: ['first-word'] }, word),
      ...(after === '' ? [] : [textNode(after)]),
      ...rest,
    ],
  }
}

/** The text at the beginning, if nothing but marks of text is around it. */
function firstText(node: ElementContent): Text | undefined {
  if (node.type === 'text') return node
  if (node.type !== 'element' || !/^(?:p|em|strong|span|b|i|q)$/.test(node.tagName)) return undefined
  const [first] = node.children
  return first && firstText(first)
}
