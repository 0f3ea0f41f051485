/**
 * A citation of the manuscript → what the CSL engine is asked for: the cluster as the style cites it, and where
 * the sentence names the authors, their names alone.
 */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { CslCitationItem, CslCluster } from '../../model/csl.ts'
import type { Citation, CitationItem } from '../../model/mdast.ts'
import { insertCharacter } from './inserts.ts'

/** A cluster, and what its insert characters stand for. */
export interface Clusters {
  /** The keys of the works whose authors the sentence names. */
  readonly named: readonly string[]
  /** A cluster for each of them. None in a style of notes: what it has for a name alone is the full name. */
  readonly names: readonly CslCluster[]
  /** What the style says of the works; none where the names are all that is asked for. */
  readonly main?: CslCluster
  readonly inserts: readonly Element[]
}

export interface ClusterOptions {
  readonly isUnknown: (item: CitationItem) => boolean
  readonly isNoteStyle: boolean
  /** The number of the note that the citation stands in; 0 in the text. */
  readonly noteIndex: number
}

export function clustersOf(node: Citation, options: ClusterOptions): Clusters {
  const { isUnknown, isNoteStyle, noteIndex } = options
  const inserts = childrenOf(node)
  const items: { readonly from: CitationItem; readonly item: CslCitationItem }[] = []
  let next = 0
  const words = (text: string) => text.replace(/\uFFFC/g, () => insertCharacter(next++))
  const unknown: string[] = []
  for (const from of node.items) {
    const item = itemOf(from, words)
    if (!isUnknown(from)) {
      items.push({ from, item })
      continue
    }
    unknown.push(insertCharacter(inserts.length))
    inserts.push(h('mark', { className: ['problem'] }, unknownWords(from)))
  }
  const known = items.map(({ item }) => item)
  if (node.form === 'author') {
    return { named: known.map(({ id }) => id), names: isNoteStyle ? [] : known.map(nameCluster), inserts }
  }
  const last = known.at(-1)
  if (last && unknown.length > 0) {
    // Where its fellows are, but for the sorting of the style.
    known.splice(-1, 1, { ...last, suffix: [last.suffix ?? '', ...unknown].join('; ').replace(/^; /, '; ') })
  }
  const [head, ...others] = known
  // A note that hangs on a name is complete all the same; and in a note there is no sentence to name them in.
  const isNamed =
    node.mode === 'narrative' && !node.form && node.items[0]?.isAuthorSuppressed === false && !isNoteStyle
  const isYear = node.form === 'year'
  const cited =
    head && (isNamed || isYear)
      ? [withoutAuthor(head), ...others.map(item => (isYear ? withoutAuthor(item) : item))]
      : known
  // Words bind a work to its place; and the one that the sentence names comes first.
  const isSorted = !isNamed && (known.length < 2 || !known.some(item => item.prefix ?? item.suffix))
  return {
    named: head && isNamed ? [head.id] : [],
    names: head && isNamed ? [nameCluster(head)] : [],
    main: { items: cited, noteIndex, ...(!isSorted && { isSorted }) },
    inserts,
  }
}

/** What is said of a work that nobody knows: `see zzz?, 3, too`. */
function unknownWords({ key, prefix = '', locator, suffix = '' }: CitationItem): string {
  const after = /^[,;.:)]/.test(suffix) ? suffix : ` ${suffix}`
  const words = `${prefix} ${key}?${locator === undefined ? '' : `, ${locator}`}${after}`
  return words.replaceAll('\uFFFC', '').replace(/ +/g, ' ').trim()
}

function withoutAuthor(item: CslCitationItem): CslCitationItem {
  return { ...item, 'suppress-author': true }
}

function nameCluster({ id }: CslCitationItem): CslCluster {
  return { items: [{ id }], mode: 'author-only' }
}

/** Each of them is put in by whoever prints the citation. */
function childrenOf(node: Citation): Element[] {
  const { children = [] } = node
  return children.map((_, number) => h('span', { dataChild: number }))
}

function itemOf(from: CitationItem, words: (text: string) => string): CslCitationItem {
  const { key, prefix, suffix, locator, label, isAuthorSuppressed } = from
  return {
    id: key,
    ...(prefix !== undefined && { prefix: words(/[’'(“‘«„[/–—-]$/.test(prefix) ? prefix : `${prefix} `) }),
    ...(suffix !== undefined && { suffix: words(/^[,;.:)]/.test(suffix) ? suffix : ` ${suffix}`) }),
    ...(locator !== undefined && { locator: withDashes(locator), label: label ?? 'page' }),
    ...(isAuthorSuppressed && { 'suppress-author': true }),
  }
}

/** The engine puts dashes between numbers only: `vi-xi`, `A-D`. */
function withDashes(locator: string): string {
  return /\d/.test(locator) ? locator : locator.replace(/(?<=[\p{L})])\s?-{1,2}\s?(?=[\p{L}(])/gu, '–')
}
