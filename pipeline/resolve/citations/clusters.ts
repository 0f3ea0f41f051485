/**
 * A citation of the manuscript → the clusters that the CSL engine is asked for: the works as the style cites
 * them and, if the sentence names the authors, their names alone.
 */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { CslCitationItem, CslCluster } from '../../model/csl.ts'
import type { Citation, CitationItem } from '../../model/mdast.ts'
import { insertCharacter, pieceMark } from './inserts.ts'

export interface Clusters {
  /** The keys of the works whose authors the sentence names. */
  readonly named: readonly string[]
  /** A cluster for the names of each of these works. Empty in a note style, which would print full names. */
  readonly names: readonly CslCluster[]
  /** The cluster of the works; missing if only the names are asked for. */
  readonly main?: CslCluster
  /**
   * The elements for the insert characters in the clusters, by the numbers of these characters
   * (`inserts.ts`).
   */
  readonly inserts: readonly Element[]
}

interface ClusterOptions {
  readonly isUnknown: (item: CitationItem) => boolean
  readonly isNoteStyle: boolean
  /** The number of the note that contains the citation; 0 in the text. */
  readonly noteIndex: number
}

export function clustersOf(node: Citation, options: ClusterOptions): Clusters {
  const { isUnknown, isNoteStyle, noteIndex } = options
  const inserts = childSpans(node)
  const knownItems: CslCitationItem[] = []
  const unknown: string[] = []
  let next = 0
  const numberPieces = (text: string) => text.replaceAll(pieceMark, () => insertCharacter(next++))
  for (const item of node.items) {
    // The pieces of an unknown work are counted too.
    const engineItem = engineItemOf(item, numberPieces)
    if (!isUnknown(item)) {
      knownItems.push(engineItem)
      continue
    }
    unknown.push(insertCharacter(inserts.length))
    inserts.push(h('mark', { className: ['problem'] }, unknownWords(item)))
  }
  if (node.form === 'author') {
    return {
      named: knownItems.map(({ id }) => id),
      names: isNoteStyle ? [] : knownItems.map(nameCluster),
      inserts,
    }
  }
  const last = knownItems.at(-1)
  if (last && unknown.length > 0) {
    // Unknown works are printed after the last known one: the style cannot sort them.
    knownItems.splice(-1, 1, {
      ...last,
      suffix: [last.suffix ?? '', ...unknown].join('; ').replace(/^; /, '; '),
    })
  }
  const [head, ...others] = knownItems
  // A footnote citation is printed in full even after a name, and inside a footnote no sentence could name
  // authors.
  const isNamed =
    node.mode === 'narrative' && !node.form && node.items[0]?.isAuthorSuppressed === false && !isNoteStyle
  const isYear = node.form === 'year'
  const cited =
    head && (isNamed || isYear)
      ? [withoutAuthor(head), ...others.map(item => (isYear ? withoutAuthor(item) : item))]
      : knownItems
  // The author's words refer to the order of the works, and the work that the sentence names comes first.
  const isSorted = !isNamed && (knownItems.length < 2 || !knownItems.some(item => item.prefix ?? item.suffix))
  return {
    named: head && isNamed ? [head.id] : [],
    names: head && isNamed ? [nameCluster(head)] : [],
    main: { items: cited, noteIndex, ...(!isSorted && { isSorted }) },
    inserts,
  }
}

/** The text for a work that is not in the bibliography: `see zzz?, 3, too`. */
function unknownWords({ key, prefix = '', locator, suffix = '' }: CitationItem): string {
  const after = /^[,;.:)]/.test(suffix) ? suffix : ` ${suffix}`
  const words = `${prefix} ${key}?${locator === undefined ? '' : `, ${locator}`}${after}`
  return words.replaceAll(pieceMark, '').replace(/ +/g, ' ').trim()
}

function withoutAuthor(item: CslCitationItem): CslCitationItem {
  return { ...item, 'suppress-author': true }
}

function nameCluster({ id }: CslCitationItem): CslCluster {
  return { items: [{ id }], mode: 'author-only' }
}

/** A placeholder for each piece with markup, which the layout replaces by the piece. */
function childSpans(node: Citation): Element[] {
  const { children = [] } = node
  return children.map((_, number) => h('span', { dataChild: number }))
}

function engineItemOf(
  { key, prefix, suffix, locator, label, isAuthorSuppressed }: CitationItem,
  numberPieces: (text: string) => string,
): CslCitationItem {
  const before = prefix === undefined || /[’'(“‘«„[/–—-]$/.test(prefix) ? prefix : `${prefix} `
  const after = suffix === undefined || /^[,;.:)]/.test(suffix) ? suffix : ` ${suffix}`
  return {
    id: key,
    // The pieces are counted in the order of the text.
    ...(before !== undefined && { prefix: numberPieces(before) }),
    ...(locator !== undefined && { locator: numberPieces(withDashes(locator)), label: label ?? 'page' }),
    ...(after !== undefined && { suffix: numberPieces(after) }),
    ...(isAuthorSuppressed && { 'suppress-author': true }),
  }
}

/** Puts en dashes where the engine does not, between letters: `vi-xi`, `A-D`. */
function withDashes(locator: string): string {
  return /\d/.test(locator) ? locator : locator.replace(/(?<=[\p{L})])\s?-{1,2}\s?(?=[\p{L}(])/gu, '–')
}
