/**
 * What citeproc-js prints where a style has no words for a cite: a work without author and date in a style that
 * prints no more than these, or the authors alone in a style of numbers.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'

const emptyForm = /\[NO_PRINTED_FORM\]|\[CSL STYLE ERROR: reference with no printed form\.\]/

export function hasEmptyForm(content: readonly ElementContent[]): boolean {
  return emptyForm.test(textOf(h('span', [...content])))
}

/** Nothing is left but what the style prints around every cluster, "()". */
export function isEmpty(content: readonly ElementContent[]): boolean {
  return !/[\p{L}\p{N}\p{Co}]/u.test(textOf(h('span', [...content])).replace(emptyForm, ''))
}

/** With words in place of what says that there are none. */
export function withWords(content: readonly ElementContent[], words: string): ElementContent[] {
  return content.map((node): ElementContent => {
    if (node.type === 'element') return { ...node, children: withWords(node.children, words) }
    return node.type === 'text' ? { ...node, value: node.value.replace(emptyForm, words) } : node
  })
}
