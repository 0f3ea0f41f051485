/**
 * The engine's reference list → the entries of the article: label and content as hast, with addresses and
 * identifiers as links. An identifier that the style does not print is added if the journal asks for it, else
 * it is kept apart for editions that have room for it.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Journal } from '../../journal/index.ts'
import type { BibliographyEntry, IdentifierLink } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import { textNode } from '../../model/hast.ts'
import { type CslEngine, noPrintedForm } from '../../tools/citation-js/citation-js.ts'
import { cslInput } from '../../tools/citation-js/csl-input.ts'
import { doiOf, doiUrl } from '../../values/doi.ts'
import { identifierOf } from '../../values/identifiers.ts'
import type { ElementIds } from '../element-ids.ts'
import { tieAbbreviations } from '../no-break-spaces.ts'
import { cslEntry } from './csl-entry.ts'
import { findAddresses } from './find-addresses.ts'

import { wrapRange } from './wrap-range.ts'

interface EntriesContext {
  readonly references: readonly CslItem[]
  readonly ids: ElementIds
  readonly journal: Journal
}

type EngineEntries = ReturnType<CslEngine['bibliography']>

export function bibliographyEntries(
  engineEntries: EngineEntries,
  { references, ids, journal }: EntriesContext,
): readonly BibliographyEntry[] {
  const items = new Map(references.map(item => [item.id, item]))
  const { append } = journal.manifest.references
  return engineEntries.flatMap(({ id: key, html }): BibliographyEntry[] => {
    const item = items.get(key)
    if (!item) return []
    // The form that the engine works with, which has more variables than the CSL-JSON of the bibliography.
    const work = cslInput(item)
    const { label, content: styled } = cslEntry(html)
    const plain = withKey(styled, key)
    const addresses = findAddresses(textOf({ type: 'root', children: [...plain] }), item)
    const linked = addresses.reduceRight<readonly ElementContent[]>(
      (content, { url, ...range }) => wrapRange(content, range, inside => h('a', { href: url }, inside)),
      plain,
    )
    // Case does not distinguish DOIs.
    const shown = new Set(addresses.map(({ url }) => url.toLowerCase()))
    const missing = identifiersOf(item).filter(({ url }) => !shown.has(url.toLowerCase()))
    const isAppended = ({ type }: IdentifierLink) => append.some(name => name === type)
    const content = withAtEnd(linked, missing.filter(isAppended).flatMap(identifierText))
    const identifiers = missing.filter(identifier => !isAppended(identifier))
    return [{ id: ids.make(`ref-${key}`), key, work, label, content, identifiers }]
  })
}

/** If the style makes no text for a work, its key is printed. */
function withKey(styled: readonly ElementContent[], key: string): readonly ElementContent[] {
  const mark = h('mark', { className: ['problem'] }, key)
  if (styled.length === 0) return [mark]
  // "2." is the number of the work and nothing else.
  const [, number] =
    /^\s*([[(]?\d+[\])]?\.?)\s*$/.exec(
      textOf({ type: 'root', children: [...styled] }).replace(noPrintedForm, ''),
    ) ?? []
  return number === undefined ? tieAbbreviations(styled) : [textNode(`${number} `), mark]
}

/** Adds `more` at the end; if the style sets the last part as a block, inside that block. */
function withAtEnd(
  content: readonly ElementContent[],
  more: readonly ElementContent[],
): readonly ElementContent[] {
  const last = content.at(-1)
  const isBlock =
    last?.type === 'element' && /csl-(?:block|indent)/.test(String(last.properties.className ?? ''))
  if (!isBlock) return [...content, ...more]
  return [...content.slice(0, -1), { ...last, children: [...last.children, ...more] }]
}

/**
 * The text of an identifier: a DOI as an address, as Crossref asks for; any other identifier with its name.
 */
function identifierText({ type, value, url }: IdentifierLink): ElementContent[] {
  const before = type === 'doi' ? ' ' : ` ${type.toUpperCase()}: `
  return [textNode(before), h('a', { href: url }, type === 'doi' ? `https://doi.org/${value}` : value)]
}

/** The identifiers in the fields of a work, the DOI first. */
function identifiersOf(item: CslItem | undefined): readonly IdentifierLink[] {
  const field = (name: 'DOI' | 'PMID' | 'PMCID'): string => {
    const value: unknown = item?.[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  }
  const doi = doiOf(field('DOI'))
  const rest = (['pmid', 'pmcid'] as const).flatMap((type): IdentifierLink[] => {
    const value = field(type === 'pmid' ? 'PMID' : 'PMCID')
    const url = identifierOf(`${type}:${value}`)?.address
    return url === undefined ? [] : [{ type, value, url }]
  })
  return doi === undefined ? rest : [{ type: 'doi', value: doi, url: doiUrl(doi) }, ...rest]
}
