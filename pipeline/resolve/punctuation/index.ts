/**
 * Punctuation as it was typed → as it is printed, in place and once: quotes, apostrophes, dashes, ellipses,
 * and the spaces of French, each in the language of its passage. Code, formulas, addresses and what stands in
 * the bibliography are left alone; so are marks that the author typed as they should be.
 */

import type { Nodes, Parents } from 'mdast'
import type { CitationItem } from '../../model/mdast.ts'
import { isParent } from '../../model/node-kinds.ts'
import { dashes } from './dashes.ts'
import { frenchSpaces } from './french-spaces.ts'
import { quotes } from './quotes.ts'
import { editFlow, isPhrasing, languageOf, type TextFlow, textFlow } from './text-flow.ts'

/** Changes the text of `tree`. `language`: that of the article. */
export function setPunctuation(tree: Parents, language: string): void {
  // Without recursion: manuscripts may nest deeper than the call stack.
  const open: { readonly parent: Parents; readonly language: string; readonly isInFlow: boolean }[] = [
    { parent: tree, language, isInFlow: false },
  ]
  for (let at = 0; at < open.length; at += 1) {
    const one = open[at]
    if (!one) break
    const own = languageOf(one.parent, one.language)
    const children: readonly Nodes[] = one.parent.children
    const isFlow = !one.isInFlow && children.some(child => child.type === 'text' || isPhrasing(child))
    if (isFlow) setFlow(textFlow(children, own))
    for (const child of children) {
      if (child.type === 'citation') child.items = child.items.map(item => setItem(item, own))
      // A note in a line is a text of its own.
      const isInFlow = (isFlow || one.isInFlow) && isPhrasing(child)
      if (isParent(child)) open.push({ parent: child, language: own, isInFlow })
    }
  }
}

/** The same for words without markup: a subtitle, a short title. */
export function punctuated(words: string, language: string): string {
  const text = { type: 'text' as const, value: words }
  setFlow(textFlow([text], language))
  return text.value
}

function setFlow(flow: TextFlow): void {
  editFlow(flow, [...dashes(flow), ...quotes(flow), ...frenchSpaces(flow)])
}

function setItem(item: CitationItem, language: string): CitationItem {
  const { prefix, suffix } = item
  return {
    ...item,
    ...(prefix !== undefined && { prefix: punctuated(prefix, language) }),
    ...(suffix !== undefined && { suffix: punctuated(suffix, language) }),
  }
}
