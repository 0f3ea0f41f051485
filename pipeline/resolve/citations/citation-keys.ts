/**
 * Citations by identifier or by alias → citations by the keys of the bibliography:
 *
 *     [@doi:10.1/x]                       →  the entry whose DOI is 10.1/x
 *     [@tag] and [@tag]: doi:10.1/x       →  the same (Manubot's "citation tags")
 *     @sol-2019, no id but a key          →  a citation of that work
 *
 * A key of the bibliography is what it is, whatever else it may look like. A work that is identified and not in
 * the bibliography, as in papers whose tools fetch what they cite, is listed by its address until it is there.
 */
import type { Root } from 'mdast'
import type { Node, Position } from 'unist'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Target } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import type { Citation, CrossReference } from '../../model/mdast.ts'
import { identifierOf } from '../../values/identifiers.ts'
import { elementId } from '../element-ids.ts'

export interface CitationKeys {
  readonly references: readonly CslItem[]
  /** From the front matter: tag to key. */
  readonly aliases: Readonly<Record<string, string>>
  /** By their ids. */
  readonly targets: ReadonlyMap<string, Target>
  readonly file: VFile
}

/** Changes the keys of the tree's citations. Gives the works of which no more is known than their address. */
export function resolveCitationKeys(tree: Root, context: CitationKeys): readonly CslItem[] {
  const { references, aliases, targets, file } = context
  const known = new Set(references.map(item => item.id))
  visit(tree, 'crossReference', (node, index, parent) => {
    const isOfWorks = node.items.every(({ id }) => known.has(id) && !targets.has(elementId(id)))
    if (!isOfWorks || !parent || index === undefined) return undefined
    parent.children.splice(index, 1, citationOf(node))
    return [SKIP, index + 1]
  })
  const byIdentifier = new Map(
    references.flatMap(item => identifiersOfWork(item).map(name => [name, item.id])),
  )
  const tags = new Map([...Object.entries(aliases), ...tagsOf(tree)])
  const addressed = new Map<string, CslItem>()
  const keyOf = (key: string, place: Place): string => {
    if (known.has(key)) return key
    const identifier = identifierOf(key)
    const name = nameOf(key)
    const found = name === undefined ? undefined : byIdentifier.get(name)
    if (!identifier || name === undefined || found !== undefined) return found ?? key
    if (!addressed.has(name)) {
      report(file, 'citation-identifier', {
        reason: `Unexpected citation by \`${key}\`, the bibliography has no entry with this identifier`,
        place,
        note: 'Works are not fetched: the list has its address alone. Add the work to the bibliography, with its identifier as DOI, PMID, ISBN or URL.',
      })
    }
    addressed.set(name, { id: name, type: 'webpage', URL: identifier.address })
    return name
  }
  visit(tree, 'citation', node => {
    node.items = node.items.map(item => {
      if (known.has(item.key)) return item
      return { ...item, key: keyOf(tags.get(item.key) ?? item.key, item.position ?? node) }
    })
    // There is nobody to name in the sentence.
    if (node.items.some(item => addressed.has(item.key))) node.mode = 'parenthetical'
  })
  return [...addressed.values()]
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

/** `[@tag]: doi:10.1/x` is a definition of Markdown; nothing refers to it as one. */
function tagsOf(tree: Root): readonly (readonly [string, string])[] {
  const tags: (readonly [string, string])[] = []
  visit(tree, 'definition', node => {
    const label = node.label ?? node.identifier
    if (label.startsWith('@')) tags.push([label.slice(1), node.url])
  })
  return tags
}

/** All that may stand for the work in a citation, as `doi:10.1/x`: of two spellings of one identifier, the same. */
export function identifiersOfWork(item: CslItem): readonly string[] {
  const field = (name: string): string => {
    // CSL-JSON is what its file says; only text and numbers can be identifiers.
    const value = (item as Readonly<Record<string, unknown>>)[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const [, standard = ''] = /standard_id:\s*(\S+)/.exec(field('note')) ?? []
  const doi = field('DOI').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')
  // arXiv gives its preprints DOIs that hold their number.
  const arxiv = /^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1] ?? ''
  const keys = [
    ...[item.id, standard, `doi:${doi}`, `pmid:${field('PMID')}`, `pmcid:${field('PMCID')}`],
    ...[`arxiv:${arxiv}`, `url:${field('URL')}`],
    ...field('ISBN')
      .split(/[\s,;]+/)
      .map(isbn => `isbn:${isbn}`),
  ]
  return keys.flatMap(key => nameOf(key) ?? [])
}

function nameOf(key: string): string | undefined {
  const identifier = identifierOf(key)
  return identifier && `${identifier.type}:${identifier.value}`
}
