/** Closing tags that close nothing: HTML passes over them, but their author meant something. */
import type { Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'

export interface StrayClosing {
  readonly name: string
  readonly offset: number
}

/** Elements whose text is no HTML. */
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

/** `tree`: of `text`, read with its positions. */
export function strayClosings(text: string, tree: Root): readonly StrayClosing[] {
  const known = new Set<number>()
  const skipped: (readonly [number, number])[] = []
  visit(tree, (node: Nodes) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return
    if (node.type === 'comment') skipped.push([start, end])
    if (node.type !== 'element') return
    const closing = node.data?.position?.closing?.start.offset
    if (closing !== undefined) known.add(closing)
    if (raw.has(node.tagName)) skipped.push([start, end])
  })
  return Array.from(text.matchAll(/<\/([A-Za-z][^\s/>]*)/g), match => ({
    name: (match[1] ?? '').toLowerCase(),
    offset: match.index,
  })).filter(
    ({ name, offset }) =>
      name !== 'p' && !known.has(offset) && !skipped.some(([start, end]) => start < offset && offset < end),
  )
}
