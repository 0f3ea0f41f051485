/**
 * One citation as it is printed: the names in the sentence, then the words of the style with a link from each
 * work to its entry, then what the author wrote around them.
 */

import type { Element, ElementContent } from 'hast'
import type { VFile } from 'vfile'
import type { BibliographyEntry } from '../../model/article.ts'
import type { CslCitationItem, CslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import { textNode } from '../../model/hast.ts'
import type { Citation } from '../../model/mdast.ts'
import { isRaised } from '../../model/plain-text.ts'
import { htmlFragment } from '../html-fragment.ts'
import { noBreakSpace, tieLocators, tieMark } from '../no-break-spaces.ts'
import { citationLink, linkCites } from './cite-links.ts'
import { authorsOf, type NameWords, yearIn } from './cited-names.ts'
import { hasEmptyForm, isEmpty, withWords } from './empty-forms.ts'
import { withInserts } from './inserts.ts'

/** A citation with the engine's output for it. */
interface CitationTexts {
  readonly node: Citation
  /**
   * The works whose authors the sentence names: key, and the names as HTML, empty if the engine gave none.
   */
  readonly names: readonly { readonly key: string; readonly html: string }[]
  /** The cluster as HTML; undefined if only the names were asked for. */
  readonly main: string | undefined
  readonly items: readonly CslCitationItem[]
  readonly inserts: readonly Element[]
}

interface ContentContext {
  readonly works: ReadonlyMap<string, CslItem>
  readonly entries: ReadonlyMap<string, BibliographyEntry>
  /** Printed number → work; empty if the style is not numeric. */
  readonly numbers: ReadonlyMap<string, BibliographyEntry>
  readonly range: string
  readonly words: NameWords
  readonly file: VFile
}

export function citationContent(texts: CitationTexts, context: ContentContext): ElementContent[] {
  const { node, items } = texts
  const names = texts.names.flatMap(({ key, html }, index) => [
    ...(index > 0 ? [textNode(', ')] : []),
    ...namesContent(key, html, context),
  ])
  const locators = items.flatMap(({ locator }) => locator ?? [])
  const main =
    texts.main === undefined ? [] : tieLocators(clusterContent(texts.main, texts, context), locators)
  const cited =
    node.form === 'year'
      ? [textNode(yearsOf(main, node, context))]
      : linkCites(node.form === 'bare' ? withoutBrackets(main) : main, { ...context, items })
  const isMark = isRaised(cited[0])
  // A number is never the first of a line.
  const space = context.numbers.size > 0 ? noBreakSpace : ' '
  const gap = names.length > 0 && cited.length > 0 && !isMark ? [textNode(space)] : []
  return withInserts([...names, ...gap, ...(isMark ? tieMark(cited) : cited)], texts.inserts)
}

/** The authors as the style prints them. A numeric style prints none, so they are made from the work. */
function namesContent(key: string, html: string, context: ContentContext): ElementContent[] {
  const { works, entries, numbers, words } = context
  const styled = htmlFragment(html)
  const content = isEmpty(styled) ? [textNode(authorsOf(works.get(key), words))] : styled
  const entry = entries.get(key)
  return entry && numbers.size === 0 ? [citationLink(entry, content)] : content
}

/**
 * The words of the style for the cluster. If the style has no words for a work, that is reported and the
 * authors are printed.
 */
function clusterContent(
  html: string,
  { node, names }: CitationTexts,
  context: ContentContext,
): ElementContent[] {
  const { works, words, file } = context
  const content = htmlFragment(html)
  if (!hasEmptyForm(content)) return content
  // In these two cases no words are missing: the sentence names the authors, or the year is taken from the
  // work.
  if ((names.length > 0 && isEmpty(content)) || node.form === 'year') return []
  const item = node.items.find(({ key }) => works.has(key))
  report(file, 'citation-empty', {
    reason: `Unexpected citation of \`${item?.key ?? ''}\`, for which the journal's style has no words`,
    place: item?.position ?? node,
    note: 'Add its authors, its title or its date to the bibliography.',
  })
  return withWords(content, authorsOf(works.get(item?.key ?? ''), words))
}

/** The words of a cluster without the brackets at its two ends. */
function withoutBrackets(content: readonly ElementContent[]): readonly ElementContent[] {
  const [first, last] = [content[0], content.at(-1)]
  if (first?.type !== 'text' || last?.type !== 'text') return content
  const isBracketed = /^[([]/.test(first.value) && /[)\]]$/.test(last.value)
  if (!isBracketed) return content
  return content.map((node, index) => {
    if (node.type !== 'text') return node
    const value = index === 0 ? node.value.slice(1) : node.value
    return { ...node, value: index === content.length - 1 ? value.slice(0, -1) : value }
  })
}

/** The years alone, with the letters that distinguish works of one year: `2001a`. */
function yearsOf(content: readonly ElementContent[], node: Citation, { works }: ContentContext): string {
  const items = node.items.filter(({ key }) => works.has(key))
  return items.map(({ key }) => yearIn(content, works.get(key))).join(', ')
}
