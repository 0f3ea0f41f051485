/**
 * Punctuation as it was typed → as it is printed: quotes, apostrophes, dashes, ellipses and the spaces of
 * French, each in the language of its passage. Code, formulas, addresses and the bibliography are left alone,
 * and so are marks that the author typed as they are printed.
 */

import type { Nodes, Parents } from 'mdast'
import type { CitationItem } from '../../model/mdast.ts'
import { isParent } from '../../model/node-kinds.ts'
import { dashes } from './dashes.ts'
import { frenchSpaces } from './french-spaces.ts'
import { quotes } from './quotes.ts'
import { editFlow, isTransparent, languageOf, type TextFlow, textFlow } from './text-flow.ts'

/** Sets the punctuation in the texts of `tree`, in place. `language`: the language of the article. */
export function setPunctuation(tree: Parents, language: string): void {
  // A loop is used instead of recursion, because manuscripts may nest deeper than the call stack.
  const open: { readonly parent: Parents; readonly language: string; readonly isInFlow: boolean }[] = [
    { parent: tree, language, isInFlow: false },
  ]
  for (let at = 0; at < open.length; at++) {
    const place = open[at]
    if (!place) break
    const parentLanguage = languageOf(place.parent, place.language)
    const children: readonly Nodes[] = place.parent.children
    const isFlow = !place.isInFlow && children.some(child => child.type === 'text' || isTransparent(child))
    if (isFlow) setFlow(textFlow(children, parentLanguage))
    for (const child of children) {
      if (child.type === 'citation') child.items = child.items.map(item => setItem(item, parentLanguage))
      // Transparent nodes are part of the flow around them; a note in a line begins another flow.
      const isInFlow = (isFlow || place.isInFlow) && isTransparent(child)
      if (isParent(child)) open.push({ parent: child, language: parentLanguage, isInFlow })
    }
  }
}

/** A text without markup, such as a short title, with the punctuation of print. */
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
