/**
 * Citations by DOI, `[](doi:10.…)`, `@10.…`, `` {cite:p}`https://doi.org/10.…` `` → the entry of that DOI. A work
 * that the bibliography does not have becomes a link that shows the DOI, and the author is told.
 */
import type { PhrasingContent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'
import type { Citation, CitationItem } from '../mdast.ts'
import type { CslItem } from '../tools/citation-js.ts'
import { doiOf } from './doi.ts'
import { atPosition } from './position.ts'

export function citeByDoi(tree: Root, references: readonly CslItem[], file: VFile): void {
  const keys = new Set(references.map(item => String(item.id)))
  const byDoi = new Map(
    references.flatMap(item => {
      const doi = doiOf(String(item.DOI ?? ''))
      return doi === undefined ? [] : [[doi.toLowerCase(), String(item.id)] as const]
    }),
  )
  visit(tree, 'citation', (node, index, parent) => {
    const isDoi = ({ key }: CitationItem) => !keys.has(key) && doiOf(key) !== undefined
    if (!node.items.some(isDoi) || !parent || index === undefined) return undefined
    node.items = node.items.map(item =>
      isDoi(item) ? { ...item, key: byDoi.get(doiOf(item.key)?.toLowerCase() ?? '') ?? item.key } : item,
    )
    // What is written as a link may be one; a key that is not known is a mistake.
    const missing = isWrittenAsLink(node) ? node.items.filter(isDoi) : []
    if (missing.length === 0) return undefined
    for (const item of missing) {
      report(file, 'citation-by-doi', {
        reason: `Unexpected DOI \`${doiOf(item.key)}\`, the bibliography has no entry with it`,
        place: item.position ?? node,
        note: 'It is printed as a link. Add the work to the bibliography, with its DOI.',
      })
    }
    const pieces = withLinks(node, missing)
    parent.children.splice(index, 1, ...pieces)
    return [SKIP, index + pieces.length]
  })
}

function isWrittenAsLink({ source }: Citation): boolean {
  // A role, `{cite:p}`, may name a work by its address.
  return /^[<{]/.test(source) || source.includes('](')
}

/** The works that are known stay one citation; the others follow, in brackets where the citation has them. */
function withLinks(node: Citation, missing: readonly CitationItem[]): PhrasingContent[] {
  const known = node.items.filter(item => !missing.includes(item))
  const text = (value: string): PhrasingContent => ({ type: 'text', value, ...atPosition(node.position) })
  const links = missing.flatMap((item, index): PhrasingContent[] => [
    ...(index > 0 ? [text('; ')] : []),
    ...(item.prefix === undefined ? [] : [text(`${item.prefix} `)]),
    linkOf(item, node),
    ...(item.locator === undefined ? [] : [text(`, ${item.locator}`)]),
    ...(item.suffix === undefined ? [] : [text(` ${item.suffix}`)]),
  ])
  const isBracketed = node.mode === 'parenthetical'
  return [
    ...(known.length > 0 ? [{ ...node, items: known }, text(' ')] : []),
    ...(isBracketed ? [text('('), ...links, text(')')] : links),
  ]
}

function linkOf({ key }: CitationItem, node: Citation): PhrasingContent {
  const doi = doiOf(key) ?? key
  return {
    type: 'link',
    url: `https://doi.org/${doi}`,
    title: null,
    children: [{ type: 'text', value: `https://doi.org/${doi}`, ...atPosition(node.position) }],
    ...atPosition(node.position),
  }
}
