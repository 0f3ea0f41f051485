/**
 * Finds closing tags without an opening tag. The HTML parser ignores them, but the author must know of them.
 */
import type { Nodes, Root } from 'hast'
import { visit } from '../../../model/visit.ts'

interface StrayClosing {
  readonly name: string
  readonly offset: number
}

/** Elements in whose text `</…>` is not a tag. */
const raw: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
])

/**
 * Finds closing tags without an opening tag. `tree`: the result of parsing `text`, with the positions of its
 * tags.
 */
export function strayClosings(text: string, tree: Root): readonly StrayClosing[] {
  const matched = new Set<number>()
  const skipped: (readonly [number, number])[] = []
  visit(tree, (node: Nodes) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return
    if (node.type === 'comment') skipped.push([start, end])
    if (node.type !== 'element') return
    const closing = node.data?.position?.closing?.start.offset
    if (closing !== undefined) matched.add(closing)
    if (raw.has(node.tagName)) skipped.push([start, end])
  })
  return Array.from(text.matchAll(/<\/([A-Za-z][^\s/>]*)/g), match => ({
    name: (match[1] ?? '').toLowerCase(),
    offset: match.index,
  })).filter(
    ({ name, offset }) =>
      name !== 'p' && !matched.has(offset) && !skipped.some(([start, end]) => start < offset && offset < end),
  )
}
