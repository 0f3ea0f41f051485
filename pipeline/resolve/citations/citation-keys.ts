/**
 * Citations by identifier or by alias → citations by the keys of the bibliography:
 *
 *     [@doi:10.1/x]                       →  the entry whose DOI is 10.1/x
 *     [@tag] and [@tag]: doi:10.1/x       →  the same (Manubot's "citation tags")
 *     @sol-2019, a key and not an id      →  a citation of that work
 *
 * A key of the bibliography is always read as a key. A work that is cited by its identifier and is not in the
 * bibliography is listed by its address. This happens in papers whose own tools fetch what they cite.
 */
import type { Root } from 'mdast'
import type { Node, Position } from 'unist'
import type { VFile } from 'vfile'
import type { Target } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import type { Citation, CrossReference } from '../../model/mdast.ts'
import { SKIP, visit } from '../../model/visit.ts'
import { type Identifier, identifierOf } from '../../values/identifiers.ts'
import { elementId } from '../element-ids.ts'

interface CitationKeys {
  readonly references: readonly CslItem[]
  /** Tag → key, from the front matter. */
  readonly aliases: Readonly<Record<string, string>>
  /** Targets of cross-references by their ids. */
  readonly targets: ReadonlyMap<string, Target>
  readonly file: VFile
}

/** Changes the keys of the tree's citations. Returns the works of which only the address is known. */
export function resolveCitationKeys(tree: Root, context: CitationKeys): readonly CslItem[] {
  const { references, aliases, targets, file } = context
  const keys = new Set(references.map(item => item.id))
  visit(tree, 'crossReference', (node, index, parent) => {
    const isOfWorks = node.items.every(({ id }) => keys.has(id) && !targets.has(elementId(id)))
    if (!isOfWorks || !parent || index === undefined) return undefined
    parent.children.splice(index, 1, citationOf(node))
    return [SKIP, index + 1]
  })
  const byIdentifier = new Map(
    references.flatMap(item => identifiersOfWork(item).map(name => [name, item.id])),
  )
  const tags = new Map([...Object.entries(aliases), ...tagsOf(tree)])
  // A work may be known by an identifier that is only its alias: `standard_citation` of Manubot.
  for (const [alias, key] of tags) {
    const name = normalIdentifier(alias)
    if (name !== undefined && keys.has(key) && !byIdentifier.has(name)) byIdentifier.set(name, key)
  }
  const named = (key: string): string => tags.get(key) ?? key
  const addressed = new Map<string, CslItem>()
  const keyOf = (key: string, place: Place): string => {
    if (keys.has(key)) return key
    const identifier = identifierOf(key)
    const name = normalIdentifier(key)
    const listedKey = name === undefined ? undefined : byIdentifier.get(name)
    if (!identifier || name === undefined || listedKey !== undefined) return listedKey ?? key
    if (!addressed.has(name)) {
      report(file, 'citation-identifier', {
        reason: `Unexpected citation by \`${key}\`, the bibliography has no entry with this identifier`,
        place,
        note: isShortDoi(identifier)
          ? `A short DOI is not in bibliographies. Open ${identifier.address} and cite the full DOI, or name the work: \`citekey-aliases: {${key}: key}\`. The list has the address alone.`
          : 'Works are not fetched: the list has its address alone. Add the work to the bibliography, with its identifier as DOI, PMID, ISBN or URL.',
      })
    }
    addressed.set(name, { id: name, type: 'webpage', URL: identifier.address })
    return name
  }
  visit(tree, 'citation', node => {
    node.items = node.items.map(item => {
      if (keys.has(item.key)) return item
      return { ...item, key: keyOf(named(named(item.key)), item.position ?? node) }
    })
    // The sentence cannot name an author, because only the address of the work is known.
    if (node.items.some(item => addressed.has(item.key))) node.mode = 'parenthetical'
  })
  return [...addressed.values()]
}

/** True for `10/fvwkkh`, which https://shortdoi.org gives for a longer DOI. */
function isShortDoi({ type, value }: Identifier): boolean {
  return type === 'doi' && value.startsWith('10/')
}

type Place = Node | Position

function citationOf({ items, source, position }: CrossReference): Citation {
  return {
    type: 'citation',
    mode: source.startsWith('[') ? 'parenthetical' : 'narrative',
    items: items.map(({ id, isLabelSuppressed, position: place }) => ({
      key: id,
      isAuthorSuppressed: isLabelSuppressed,
      ...(place && { position: place }),
    })),
    source,
    ...(position && { position }),
  }
}

/** Tag → key, from `[@tag]: doi:10.1/x`, which Markdown reads as the definition of a link. */
function tagsOf(tree: Root): readonly (readonly [string, string])[] {
  const tags: (readonly [string, string])[] = []
  visit(tree, 'definition', node => {
    const label = node.label ?? node.identifier
    if (label.startsWith('@')) tags.push([label.slice(1), node.url])
  })
  return tags
}

/** All names by which a citation may mean the work, such as `doi:10.1/x`, each in its normal spelling. */
export function identifiersOfWork(item: CslItem): readonly string[] {
  const field = (name: string): string => {
    // The cast is safe: a CSL-JSON file may give a field any value. Only text and numbers can be identifiers.
    const value = (item as Readonly<Record<string, unknown>>)[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const [, standard = ''] = /standard_id:\s*(\S+)/.exec(field('note')) ?? []
  const doi = field('DOI').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')
  // The DOI that arXiv gives a preprint contains its arXiv number.
  const arxiv = /^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1] ?? ''
  const isbns = field('ISBN')
    .split(/[\s,;]+/)
    .map(isbn => `isbn:${isbn}`)
  const keys = [
    item.id,
    standard,
    `doi:${doi}`,
    `pmid:${field('PMID')}`,
    `pmcid:${field('PMCID')}`,
    `arxiv:${arxiv}`,
    `url:${field('URL')}`,
    ...isbns,
  ]
  return keys.flatMap(key => normalIdentifier(key) ?? [])
}

/** Type and value of an identifier in one spelling; undefined if the key is not an identifier. */
function normalIdentifier(key: string): string | undefined {
  const identifier = identifierOf(key)
  return identifier && `${identifier.type}:${identifier.value}`
}
