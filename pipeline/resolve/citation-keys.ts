/**
 * Citations by identifier or by alias → citations by the keys of the bibliography:
 *
 *     [@doi:10.1/x]                       →  the entry whose DOI is 10.1/x
 *     [@tag] and [@tag]: doi:10.1/x       →  the same (Manubot's "citation tags")
 *     @sol-2019, no id but a key          →  a citation of that work
 *
 * A key of the bibliography is what it is, whatever else it may look like.
 */
import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { Target } from '../article.ts'
import type { Citation, CrossReference } from '../mdast.ts'
import type { CslItem } from '../tools/citation-js.ts'
import { elementId } from './element-ids.ts'
import { identifierOf } from './identifiers.ts'

export interface CitationKeys {
  readonly references: readonly CslItem[]
  /** From the front matter: tag to key. */
  readonly aliases: Readonly<Record<string, string>>
  /** By their ids. */
  readonly targets: ReadonlyMap<string, Target>
}

/** Changes the keys of the tree's citations. */
export function resolveCitationKeys(tree: Root, { references, aliases, targets }: CitationKeys): void {
  const known = new Set(references.map(item => item.id))
  visit(tree, 'crossReference', (node, index, parent) => {
    const isOfWorks = node.items.every(({ id }) => known.has(id) && !targets.has(elementId(id)))
    if (!isOfWorks || !parent || index === undefined) return undefined
    parent.children.splice(index, 1, citationOf(node))
    return [SKIP, index + 1]
  })
  const byIdentifier = new Map(references.flatMap(item => namesOf(item).map(name => [name, item.id])))
  const tags = new Map([...Object.entries(aliases), ...tagsOf(tree)])
  visit(tree, 'citation', node => {
    node.items = node.items.map(item => {
      if (known.has(item.key)) return item
      const key = tags.get(item.key) ?? item.key
      const name = nameOf(key)
      const found = known.has(key) ? key : name === undefined ? undefined : byIdentifier.get(name)
      return { ...item, key: found ?? key }
    })
  })
}

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

/** All that may stand for the work in a citation. */
function namesOf(item: CslItem): readonly string[] {
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
