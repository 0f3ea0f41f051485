/**
 * Citations → the journal's words. All clusters go through the CSL engine in one pass, in the order in
 * which a reader meets them; its HTML becomes hast here, with a link from each cited work to its entry.
 */

import { closest } from 'fastest-levenshtein'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Parent, PhrasingContent, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Article, BibliographyEntry, Manuscript } from '../article.ts'
import { report } from '../diagnostics.ts'
import type { Journal } from '../journal/index.ts'
import type { Citation } from '../mdast.ts'
import { type CslCluster, openCslEngine } from '../tools/citation-js.ts'
import { htmlFragment } from './html-fragment.ts'

export interface CitationContext {
  readonly manuscript: Manuscript
  readonly journal: Journal
  readonly language: string
}

type Resolved = Pick<Article, 'citations' | 'bibliography'>

/** Gives each citation an id and its text; a cluster with an unknown key shows its source instead. */
export function resolveCitations(tree: Root, context: CitationContext): Resolved {
  const { manuscript, journal, language } = context
  const known = new Set(manuscript.references.map(item => item.id))
  const nodes: Citation[] = []
  visit(tree, 'citation', node => {
    node.data = { ...node.data, id: `citation-${nodes.length + 1}` }
    nodes.push(node)
  })
  const unknown = new Set(nodes.filter(node => reportUnknown(node, known, manuscript).length > 0))
  const cited = nodes.filter(node => !unknown.has(node))
  const citations = new Map<string, readonly ElementContent[]>()
  for (const node of unknown) citations.set(idOf(node), [h('mark', { className: ['problem'] }, node.source)])
  if (cited.length === 0) return { citations, bibliography: [] }

  const engine = openCslEngine(journal.csl, manuscript.references, language)
  const texts = engine.cite(cited.map(clusterOf))
  const bibliography = engine.bibliography().map(entryOf)
  const numbers = new Map(bibliography.map((entry, index) => [String(index + 1), entry.id]))
  for (const [index, node] of cited.entries()) {
    const keys = node.items.map(item => item.key)
    const text = htmlFragment(texts[index] ?? '')
    citations.set(idOf(node), linkWorks(text, { keys, numbers, range: journal.manifest.range }))
  }
  return { citations, bibliography }
}

function reportUnknown(
  node: Citation,
  known: ReadonlySet<string>,
  manuscript: Manuscript,
): readonly string[] {
  const missing = node.items.filter(item => !known.has(item.key))
  for (const item of missing) {
    const nearest = known.size > 0 ? closest(item.key, [...known]) : undefined
    report(manuscript.file, 'citation-unknown', {
      reason: `Unexpected citation key \`${item.key}\`, the bibliography has no such entry`,
      place: item.position ?? node,
      ...(nearest !== undefined
        ? { expected: [nearest], note: `The nearest key is \`${nearest}\`.` }
        : { note: 'The article has no bibliography: name its file as `bibliography:` in the front matter.' }),
    })
  }
  return missing.map(item => item.key)
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

/** The engine's `<div class="csl-entry">`, with `csl-left-margin` and `csl-right-inline` where it labels. */
function entryOf({ id, html }: { readonly id: string; readonly html: string }): BibliographyEntry {
  const entry = htmlFragment(html).find(node => node.type === 'element')
  const parts = entry?.children.filter(node => node.type === 'element') ?? []
  const part = (name: string) => parts.find(node => classesOf(node).includes(name))?.children
  return {
    id,
    label: trimEnds(part('csl-left-margin') ?? []),
    content: trimEnds(part('csl-right-inline') ?? entry?.children ?? []),
  }
}

interface Linking {
  /** The works of the cluster. */
  readonly keys: readonly string[]
  /** Printed number to key, over the whole list. */
  readonly numbers: ReadonlyMap<string, string>
  readonly range: string
}

/**
 * Links each work of a cluster to its entry. The engine gives one text for the cluster; a numeric style's
 * numbers say themselves which work they stand for, any other text is one link to the first work.
 */
function linkWorks(content: readonly ElementContent[], linking: Linking): readonly ElementContent[] {
  const linked = linkNumbers(content, linking)
  const [first] = linking.keys
  if (linked.count > 0 || first === undefined) return linked.content
  return [h('a', { href: `#${referenceId(first)}`, className: ['citation-link'] }, [...content])]
}

function linkNumbers(
  content: readonly ElementContent[],
  linking: Linking,
): { readonly content: ElementContent[]; readonly count: number } {
  let count = 0
  const linked = content.flatMap((node): ElementContent[] => {
    if (node.type === 'element') {
      const inner = linkNumbers(node.children, linking)
      count += inner.count
      return [{ ...node, children: inner.content }]
    }
    if (node.type !== 'text') return [node]
    return node.value.split(/(\d+)/).map((piece, index): ElementContent => {
      const key = index % 2 === 1 ? linking.numbers.get(piece) : undefined
      if (key === undefined || !linking.keys.includes(key)) {
        return { type: 'text', value: piece === '–' ? linking.range : piece }
      }
      count++
      return h('a', { href: `#${referenceId(key)}`, className: ['citation-link'] }, piece)
    })
  })
  return { content: linked.filter(node => node.type !== 'text' || node.value !== ''), count }
}

/** The id of an entry in the output. */
export function referenceId(key: string): string {
  return `ref-${key}`
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
    const punctuation = after?.type === 'text' ? /^[.,]['"”’]?/.exec(after.value)?.[0] : undefined
    if (after?.type !== 'text' || punctuation === undefined) continue
    after.value = after.value.slice(punctuation.length)
    if (before?.type === 'text') before.value += punctuation
    else children.splice(index, 0, { type: 'text', value: punctuation } satisfies PhrasingContent)
  }
}

function idOf(node: Citation): string {
  return node.data?.id ?? ''
}

function classesOf(node: Element): readonly string[] {
  const { className } = node.properties
  return Array.isArray(className) ? className.map(String) : []
}

/** Without the white space that the engine's templates leave at both ends. */
function trimEnds(content: readonly ElementContent[]): readonly ElementContent[] {
  const trimmed = content.map((node, index): ElementContent => {
    if (node.type !== 'text') return node
    const start = index === 0 ? node.value.trimStart() : node.value
    return { ...node, value: index === content.length - 1 ? start.trimEnd() : start }
  })
  return trimmed.filter(node => node.type !== 'text' || node.value !== '')
}
