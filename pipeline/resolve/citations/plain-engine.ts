/**
 * Citations and a reference list without a CSL style, used if the engine stops at the journal's style:
 * authors and years in the text, and in the list the data of each work, in the order in which the works are
 * cited.
 */

import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import {
  type CslCitationItem,
  type CslCluster,
  type CslItem,
  type CslListLayout,
  isOthers,
  withoutCslMarkup,
} from '../../model/csl.ts'
import { textNode } from '../../model/hast.ts'
import type { CslEngine } from '../../tools/citation-js/citation-js.ts'
import { toHtml } from '../../tools/html.ts'
import { authorsOf, type NameWords, yearIn } from './cited-names.ts'

export const plainLayout: CslListLayout = {
  hangingIndent: true,
  secondFieldAlign: false,
  entrySpacing: 0,
  lineSpacing: 1,
}

export function plainEngine(
  items: readonly CslItem[],
  words: NameWords,
  styleClass: CslEngine['styleClass'],
): CslEngine {
  const works = new Map(items.map(item => [item.id, item]))
  let listed: readonly CslItem[] = []
  return {
    warnings: new Set(),
    styleClass,
    cite(clusters, uncited = []) {
      const cited = clusters.flatMap(cluster => cluster.items.map(({ id }) => id))
      listed = [...new Set([...cited, ...uncited])].flatMap(id => works.get(id) ?? [])
      return clusters.map(cluster => html(clusterWords(cluster, { works, words, styleClass })))
    },
    bibliography: () =>
      listed.map(item => ({
        id: item.id,
        html: html([h('div', { className: ['csl-entry'] }, plainWork(item))]),
      })),
    listLayout: () => plainLayout,
  }
}

interface PlainContext {
  readonly works: ReadonlyMap<string, CslItem>
  readonly words: NameWords
  readonly styleClass: CslEngine['styleClass']
}

/**
 * The words of a citation: `(see Snow and Farr, 1855, 12; Doe, 2001)`. In a note they have no brackets; if
 * only the names are asked for, they are `Snow and Farr`.
 */
function clusterWords(
  { items, mode }: CslCluster,
  { works, words, styleClass }: PlainContext,
): ElementContent[] {
  if (mode === 'author-only') return items.map(({ id }) => textNode(authorsOf(works.get(id), words)))
  const cites = items.flatMap((item, index) => [
    ...(index > 0 ? [textNode('; ')] : []),
    textNode(item.prefix ?? ''),
    h('span', { dataCite: item.id }, citeWords(item, works.get(item.id), words)),
    textNode(item.suffix ?? ''),
  ])
  return styleClass === 'note' ? [...cites, textNode('.')] : [textNode('('), ...cites, textNode(')')]
}

function citeWords(item: CslCitationItem, work: CslItem | undefined, words: NameWords): string {
  const names = item['suppress-author'] ? [] : [authorsOf(work, words)]
  return [...names, yearIn([], work), locatorWords(item)].filter(Boolean).join(', ')
}

/** The locator in words: "12–15", "chapter 3". */
function locatorWords({ locator, label = 'page' }: CslCitationItem): string {
  if (locator === undefined) return ''
  return withDashes(label === 'page' ? locator : `${label} ${locator}`)
}

function withDashes(pages: string): string {
  return pages.replace(/(?<=\d)-+(?=\d)/g, '–')
}

/**
 * The data of a work: "Jane Doe, Richard Roe. Of rivers. Water 12(3), 4–5. Wiley, 2001.
 * https://doi.org/10.1/2"
 */
export function plainWork(item: CslItem): string {
  const { title, 'container-title': container, volume, issue, page, publisher, DOI, URL } = item
  const people = (item.author ?? item.editor ?? []).map((name, index) => {
    const { given, family, literal, 'non-dropping-particle': particle } = name
    if (index > 0 && isOthers(name)) return 'et al.'
    return literal ?? [given, particle, family].filter(Boolean).join(' ')
  })
  const number = [volume, issue === undefined ? '' : `(${issue})`].join('')
  const place = [[container, number].filter(Boolean).join(' '), withDashes(String(page ?? ''))]
    .filter(Boolean)
    .join(', ')
  const imprint = [publisher, yearIn([], item)].filter(Boolean).join(', ')
  const address = DOI ? `https://doi.org/${DOI}` : URL
  return [people.join(', '), title, place, imprint, address]
    .flatMap(part => (part ? [withoutCslMarkup(String(part))] : []))
    .reduce(
      (before, part) => (before === '' ? part : `${before}${/[.?!]$/.test(before) ? '' : '.'} ${part}`),
      '',
    )
}

function html(children: ElementContent[]): string {
  return toHtml({ type: 'root', children })
}
