/**
 * The words for locators, which the parser knows in all languages, in the language of the article:
 *
 *     [@a, S. 3]  →  in German, page 3; in English, the words "S. 3" as they stand
 *     [@a, t. 2]  →  in French, volume 2
 */
import type { Root } from 'mdast'
import type { CitationItem } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'
import { locatorLabel } from '../../values/locator-labels.ts'

/** Gives each locator its label, in place. `language`: the language of the article. */
export function labelLocators(tree: Root, language: string): void {
  visit(tree, 'citation', node => {
    node.items = node.items.map(item => labelled(item, language))
  })
}

function labelled(item: CitationItem, language: string): CitationItem {
  const { labelWord, written = '', suffix, ...rest } = item
  if (labelWord === undefined) return item
  const label = locatorLabel(labelWord, language)
  if (label !== undefined) return { ...item, label }
  const { label: _, locator, written: __, ...unlocated } = { ...rest, written }
  const gap = suffix === undefined || /^[,;.:)]/.test(suffix) ? '' : ' '
  return { ...unlocated, suffix: `${written}${gap}${suffix ?? ''}`.trim() }
}
