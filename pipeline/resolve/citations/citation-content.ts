/**
 * One citation as it is printed: the names in the sentence, the words of the style with a link from each work to its
 * entry, what the author wrote around them.
 */

import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import type { BibliographyEntry } from '../../model/article.ts'
import type { CslCitationItem, CslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import { textNode } from '../../model/hast.ts'
import type { Citation } from '../../model/mdast.ts'
import { isRaised } from '../../model/plain-text.ts'
import { htmlFragment } from '../html-fragment.ts'
import { citationLink, linkCites } from './cite-links.ts'
import { authorsOf, type NameWords, yearIn } from './cited-names.ts'
import { hasEmptyForm, isEmpty, withWords } from './empty-forms.ts'
import { withInserts } from './inserts.ts'

/** What the engine gave for a citation. */
export interface CitationTexts {
  readonly node: Citation
  /** The works that the sentence names, by key, with the engine's HTML; empty where it was not asked. */
  readonly names: readonly { readonly key: string; readonly html: string }[]
  /** Undefined where the names are all that was asked for. */
  readonly main: string | undefined
  readonly items: readonly CslCitationItem[]
  readonly inserts: readonly Element[]
}

export interface ContentContext {
  readonly works: ReadonlyMap<string, CslItem>
  readonly entries: ReadonlyMap<string, BibliographyEntry>
  /** Printed number to work; empty in a style without numbers. */
  readonly numbers: ReadonlyMap<string, BibliographyEntry>
  readonly range: string
  readonly words: NameWords
  readonly file: VFile
}

export function citationContent(texts: CitationTexts, context: ContentContext): ElementContent[] {
  const { node, items } = texts
  const names = texts.names.flatMap(({ key, html }, index) => [
    ...(index > 0 ? [textNode(', ')] : []),
    ...nameOf(key, html, context),
  ])
  const main = texts.main === undefined ? [] : withHeldLocators(mainOf(texts.main, texts, context), items)
  const cited =
    node.form === 'year' ? [textNode(yearsOf(main, node, context))] : linkCites(main, { ...context, items })
  const isMark = isRaised(cited[0])
  // A number is never the first of a line.
  const space = context.numbers.size > 0 ? '\u00A0' : ' '
  const gap = names.length > 0 && cited.length > 0 && !isMark ? [textNode(space)] : []
  return withInserts([...names, ...gap, ...(isMark ? unbroken(cited) : cited)], texts.inserts)
}

/** As the style abbreviates them; a style of numbers has none. */
function nameOf(key: string, html: string, context: ContentContext): ElementContent[] {
  const { works, entries, numbers, words } = context
  const styled = htmlFragment(html)
  const content = isEmpty(styled) ? [textNode(authorsOf(works.get(key), words))] : styled
  const entry = entries.get(key)
  return entry && numbers.size === 0 ? [citationLink(entry, content)] : content
}

/** What the style says of the works; told where it has no words for one. */
function mainOf(html: string, { node, names }: CitationTexts, context: ContentContext): ElementContent[] {
  const { works, words, file } = context
  const content = htmlFragment(html)
  if (!hasEmptyForm(content)) return content
  // The names in the sentence are all that a style of authors and titles has to say; a year is known without it.
  if ((names.length > 0 && isEmpty(content)) || node.form === 'year') return []
  const item = node.items.find(({ key }) => works.has(key))
  report(file, 'citation-empty', {
    reason: `Unexpected citation of \`${item?.key ?? ''}\`, for which the journal's style has no words`,
    place: item?.position ?? node,
    note: 'Add its authors, its title or its date to the bibliography.',
  })
  return withWords(content, authorsOf(works.get(item?.key ?? ''), words))
}

/** "p. 3" is not divided. */
function withHeldLocators(content: ElementContent[], items: readonly CslCitationItem[]): ElementContent[] {
  const heads = items.flatMap(({ locator }) => /^[\p{L}\p{N}]+/u.exec(locator ?? '')?.[0] ?? [])
  if (heads.length === 0) return content
  const gap = new RegExp(String.raw`(?<=[\p{L}.§¶]) (?=(?:${heads.join('|')})(?![\p{L}\p{N}]))`, 'gu')
  const hold = (node: ElementContent): ElementContent => {
    if (node.type === 'element') return { ...node, children: node.children.map(hold) }
    return node.type === 'text' ? textNode(node.value.replace(gap, '\u00A0')) : node
  }
  return content.map(hold)
}

/** The years alone, with the letters that tell works of a year apart. */
function yearsOf(content: readonly ElementContent[], node: Citation, { works }: ContentContext): string {
  const known = node.items.filter(({ key }) => works.has(key))
  return known.map(({ key }) => yearIn(content, works.get(key))).join(', ')
}

/** Longer words may end a line even where they are raised. */
const longMark = 24

/** The words of a raised mark stay in one line: ^1, see 3^. */
function unbroken(content: readonly ElementContent[]): ElementContent[] {
  if (textOf({ type: 'root', children: [...content] }).length > longMark) return [...content]
  return content.map((node): ElementContent => {
    if (node.type === 'element') return { ...node, children: unbroken(node.children) }
    return node.type === 'text' ? textNode(node.value.replaceAll(' ', '\u00A0')) : node
  })
}
