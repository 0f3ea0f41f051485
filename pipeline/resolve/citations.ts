/**
 * Citations → the journal's words. All clusters go through the CSL engine in one pass, in the order in
 * which a reader meets them; its HTML becomes hast here, with a link from each cited work to its entry.
 */

import { closest } from 'fastest-levenshtein'
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Parent, PhrasingContent, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Article, BibliographyEntry, Manuscript } from '../article.ts'
import { report } from '../diagnostics.ts'
import type { Journal } from '../journal/index.ts'
import type { Citation } from '../mdast.ts'
import { type CslCluster, type CslItem, openCslEngine } from '../tools/citation-js.ts'
import { authorsOf, yearOf } from './cited-names.ts'
import { cslEntry } from './csl-entry.ts'
import type { ElementIds } from './element-ids.ts'
import { htmlFragment } from './html-fragment.ts'

export interface CitationContext {
  readonly manuscript: Manuscript
  readonly journal: Journal
  readonly language: string
  readonly ids: ElementIds
}

type Resolved = Pick<Article, 'citations' | 'bibliography'>

/** Gives each citation an id and its text; a cluster with an unknown key shows its source instead. */
export function resolveCitations(tree: Root, context: CitationContext): Resolved {
  const { manuscript, journal, language, ids } = context
  const known = new Set(manuscript.references.map(item => item.id))
  const nodes: Citation[] = []
  visit(tree, 'citation', node => {
    node.data = { ...node.data, id: ids.make(`citation-${nodes.length + 1}`) }
    nodes.push(node)
  })
  const unknown = new Set(nodes.filter(node => reportUnknown(node, known, manuscript).length > 0))
  const { cited, uncited } = divide(
    nodes.filter(node => !unknown.has(node)),
    known,
  )
  const citations = new Map<string, readonly ElementContent[]>()
  for (const node of unknown) citations.set(idOf(node), [h('mark', { className: ['problem'] }, node.source)])
  for (const node of nodes) if (node.form === 'none' && !unknown.has(node)) citations.set(idOf(node), [])
  if (cited.length + uncited.length === 0) return { citations, bibliography: [] }

  const engine = openCslEngine(journal.csl, manuscript.references, language, journal.cslLocale)
  const texts = engine.cite(cited.map(clusterOf), uncited)
  const bibliography = engine
    .bibliography()
    .map(({ id: key, html }): BibliographyEntry => ({ id: ids.make(`ref-${key}`), key, ...cslEntry(html) }))
  const byKey = new Map(bibliography.map(entry => [entry.key, entry]))
  const numbers = new Map(bibliography.flatMap(entry => numberOf(entry).map(number => [number, entry])))
  const byId = new Map(manuscript.references.map(item => [item.id, item]))
  for (const [index, node] of cited.entries()) {
    const works = [...new Set(node.items.flatMap(item => byKey.get(item.key) ?? []))]
    const names = partOf(node, byId, journal.manifest.labels.and)
    const text: ElementContent[] = node.form
      ? [{ type: 'text', value: names }]
      : htmlFragment(texts[index] ?? '').map(part => withNames(part, names))
    citations.set(idOf(node), linkWorks(text, { works, numbers, range: journal.manifest.range }))
  }
  return { citations, bibliography }
}

function reportUnknown(
  node: Citation,
  known: ReadonlySet<string>,
  manuscript: Manuscript,
): readonly string[] {
  // `\nocite{*}`: all that the bibliography has.
  const missing = node.items.filter(
    item => !known.has(item.key) && !(node.form === 'none' && item.key === '*'),
  )
  for (const item of missing) {
    const nearest = known.size > 0 ? closest(item.key, [...known]) : undefined
    report(manuscript.file, 'citation-unknown', {
      reason: `Unexpected citation key \`${item.key}\`, the bibliography has no such entry`,
      place: item.position ?? node,
      ...(nearest !== undefined
        ? { expected: [nearest], note: `The nearest key is \`${nearest}\`.` }
        : { note: noBibliographyNote }),
    })
  }
  return missing.map(item => item.key)
}

const noBibliographyNote =
  'The article has no bibliography: name its file as `bibliography:` in the front matter.'

/** The clusters that are printed, and the keys of works that are only listed. */
function divide(nodes: readonly Citation[], known: ReadonlySet<string>) {
  const listed = nodes.filter(node => node.form === 'none').flatMap(node => node.items.map(item => item.key))
  const uncited = listed.includes('*') ? [...known] : listed
  return { cited: nodes.filter(node => node.form !== 'none'), uncited: [...new Set(uncited)] }
}

/** What citeproc says in place of the authors where a style of numbers has no form for them. */
function withNames(node: ElementContent, names: string): ElementContent {
  if (node.type !== 'text') return node
  return { ...node, value: node.value.replaceAll('[NO_PRINTED_FORM]', names) }
}

/** Authors or years, where no more is asked for. */
function partOf({ form, items }: Citation, works: ReadonlyMap<string, CslItem>, and: string): string {
  const parts = items.map(({ key }) =>
    form === 'year' ? yearOf(works.get(key)) : authorsOf(works.get(key), and),
  )
  return parts.join(', ')
}

function clusterOf(node: Citation): CslCluster {
  const items = node.items.map(({ key, prefix, suffix, locator, label, isAuthorSuppressed }) => ({
    id: key,
    ...(prefix !== undefined && { prefix: `${prefix} ` }),
    ...(suffix !== undefined && { suffix: /^[,;.:)]/.test(suffix) ? suffix : ` ${suffix}` }),
    ...(locator !== undefined && { locator, label: label ?? 'page' }),
    ...(isAuthorSuppressed && { 'suppress-author': true }),
  }))
  return { items, ...(node.mode === 'narrative' && { mode: 'composite' }) }
}

/** The number in the label of an entry, "1." or "[1]". */
function numberOf({ label }: BibliographyEntry): readonly string[] {
  return /\d+/.exec(textOf({ type: 'root', children: [...label] })) ?? []
}

interface Linking {
  /** The works of the cluster that have no link yet. */
  readonly works: BibliographyEntry[]
  /** Printed number to work, over the whole list; empty in a style without numbers. */
  readonly numbers: ReadonlyMap<string, BibliographyEntry>
  readonly range: string
}

/**
 * Links each work of a cluster to its entry, once. The engine gives one text for the cluster; a numeric
 * style's numbers say themselves which work they stand for, any other text is one link to the first work.
 */
function linkWorks(content: readonly ElementContent[], linking: Linking): readonly ElementContent[] {
  const [first] = linking.works
  const linked = content.flatMap(node => linkNumbers(node, linking))
  if (first === undefined || !linking.works.includes(first)) return linked
  return [citationLink(first, linked)]
}

function linkNumbers(node: ElementContent, linking: Linking): ElementContent[] {
  if (node.type === 'element') {
    return [{ ...node, children: node.children.flatMap(child => linkNumbers(child, linking)) }]
  }
  if (node.type !== 'text') return [node]
  const pieces = node.value.split(/(\d+)/).filter(piece => piece !== '')
  return pieces.map((piece): ElementContent => {
    const work = linking.numbers.get(piece)
    const index = work ? linking.works.indexOf(work) : -1
    if (!work || index < 0) return { type: 'text', value: piece === '–' ? linking.range : piece }
    linking.works.splice(index, 1)
    return citationLink(work, [{ type: 'text', value: piece }])
  })
}

function citationLink({ id }: BibliographyEntry, content: readonly ElementContent[]): Element {
  return h('a', { href: `#${id}`, className: ['citation-link'] }, [...content])
}

/**
 * Superscript marks stand after punctuation and closed up:
 *   `in the skin [@a].` → `in the skin.¹`
 */
export function placeCitations(tree: Root): void {
  visit(tree, node => {
    if ('children' in node) placeAmong(node)
  })
}

function placeAmong(parent: Parent): void {
  const children: RootContent[] = parent.children
  for (const [index, node] of children.entries()) {
    if (node.type !== 'citation' || node.mode === 'narrative') continue
    const before = children[index - 1]
    const after = children[index + 1]
    if (before?.type === 'text') before.value = before.value.replace(/\s+$/, '')
    const punctuation = after?.type === 'text' ? /^[.,]['"”’“‘»«」』]?/.exec(after.value)?.[0] : undefined
    if (after?.type !== 'text' || punctuation === undefined) continue
    after.value = after.value.slice(punctuation.length)
    if (before?.type === 'text') before.value += punctuation
    else children.splice(index, 0, { type: 'text', value: punctuation } satisfies PhrasingContent)
  }
}

function idOf(node: Citation): string {
  return node.data?.id ?? ''
}
