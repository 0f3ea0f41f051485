/**
 * The engine's reference list → the entries of the article: label and content as hast, addresses and identifiers in the
 * text as links. An identifier that the style does not print is printed where the journal asks for it, else kept
 * for editions that have room.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Journal } from '../../journal/index.ts'
import type { BibliographyEntry, IdentifierLink } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import type { CslEngine } from '../../tools/citation-js/citation-js.ts'
import { cslInput } from '../../tools/citation-js/csl-input.ts'
import { doiOf, doiUrl } from '../../values/doi.ts'
import { identifierOf } from '../../values/identifiers.ts'
import type { ElementIds } from '../element-ids.ts'
import { cslEntry } from './csl-entry.ts'
import { findAddresses } from './find-addresses.ts'
import { tieWords } from './tie-words.ts'
import { wrapRange } from './wrap-range.ts'

export interface EntriesContext {
  readonly references: readonly CslItem[]
  readonly ids: ElementIds
  readonly journal: Journal
}

type Rendered = ReturnType<CslEngine['bibliography']>

export function bibliographyEntries(
  rendered: Rendered,
  { references, ids, journal }: EntriesContext,
): readonly BibliographyEntry[] {
  const items = new Map(references.map(item => [item.id, item]))
  const { append } = journal.manifest.references
  return rendered.flatMap(({ id: key, html }): BibliographyEntry[] => {
    const item = items.get(key)
    if (!item) return []
    // As CSL has it, which is more than CSL-JSON as it is found.
    const work = cslInput(item)
    const { label, content: written } = cslEntry(html)
    // A style that has no words for a work leaves nothing: its key stays visible.
    const plain = written.length > 0 ? tieWords(written) : [h('mark', { className: ['problem'] }, key)]
    const addresses = findAddresses(textOf({ type: 'root', children: [...plain] }), item)
    const linked = addresses.reduceRight<readonly ElementContent[]>(
      (content, { url, ...range }) => wrapRange(content, range, inside => h('a', { href: url }, inside)),
      plain,
    )
    // DOIs are the same in capitals and small letters.
    const shown = new Set(addresses.map(({ url }) => url.toLowerCase()))
    const missing = identifiersOf(item).filter(({ url }) => !shown.has(url.toLowerCase()))
    const isAppended = ({ type }: IdentifierLink) => append.some(one => one === type)
    const content = withAtEnd(linked, missing.filter(isAppended).flatMap(appended))
    const identifiers = missing.filter(one => !isAppended(one))
    return [{ id: ids.make(`ref-${key}`), key, work, label, content, identifiers }]
  })
}

/** Inside a last part that the style sets as a block of its own. */
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

/** The DOI as Crossref wants it shown, the others with their names. */
function appended({ type, value, url }: IdentifierLink): ElementContent[] {
  const before = type === 'doi' ? ' ' : ` ${type.toUpperCase()}: `
  return [
    { type: 'text', value: before },
    h('a', { href: url }, type === 'doi' ? `https://doi.org/${value}` : value),
  ]
}

/** What identifies the work, by what its fields say. */
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
