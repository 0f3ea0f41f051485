/**
 * Recognizes output of the engine for cites that the style has no words for: a work without author and date
 * in a style that prints only these, or the authors alone in a numeric style.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { textNode } from '../../model/hast.ts'
import { noPrintedForm } from '../../tools/citation-js/citation-js.ts'

/** True if the style has no words for a part of the cluster, or for all of it. */
export function hasEmptyForm(content: readonly ElementContent[]): boolean {
  return content.length === 0 || textOf(h('span', [...content])).includes(noPrintedForm)
}

/** True if nothing is left but the marks that the style prints around every cluster, "()". */
export function isEmpty(content: readonly ElementContent[]): boolean {
  return !/[\p{L}\p{N}\p{Co}]/u.test(textOf(h('span', [...content])).replaceAll(noPrintedForm, ''))
}

/** Puts `words` where the engine says that the style has no words for a work. */
export function withWords(content: readonly ElementContent[], words: string): ElementContent[] {
  // The engine gave nothing, so the style's brackets are missing too.
  if (content.length === 0) return [textNode(`(${words})`)]
  return content.map((node): ElementContent => {
    if (node.type === 'element' && node.children.length > 0)
      return { ...node, children: withWords(node.children, words) }
    return node.type === 'text' ? { ...node, value: node.value.replaceAll(noPrintedForm, words) } : node
  })
}
