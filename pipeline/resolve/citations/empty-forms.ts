/**
 * What the engine gives where a style has no words for a cite: a work without author and date in a style that
 * prints no more than these, or the authors alone in a style of numbers.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { noPrintedForm } from '../../tools/citation-js/citation-js.ts'

/** In a part of the cluster, or in all of it. */
export function hasEmptyForm(content: readonly ElementContent[]): boolean {
  return content.length === 0 || textOf(h('span', [...content])).includes(noPrintedForm)
}

/** Nothing is left but what the style prints around every cluster, "()". */
export function isEmpty(content: readonly ElementContent[]): boolean {
  return !/[\p{L}\p{N}\p{Co}]/u.test(textOf(h('span', [...content])).replaceAll(noPrintedForm, ''))
}

/** With words in place of what says that there are none. */
export function withWords(content: readonly ElementContent[], words: string): ElementContent[] {
  // Nothing at all has none of the style's brackets either.
  if (content.length === 0) return [{ type: 'text', value: `(${words})` }]
  return content.map((node): ElementContent => {
    if (node.type === 'element' && node.children.length > 0)
      return { ...node, children: withWords(node.children, words) }
    return node.type === 'text' ? { ...node, value: node.value.replaceAll(noPrintedForm, words) } : node
  })
}
