/**
 * `[Methods]`, `[Methods][]` and `[see there][Methods]` → a link to the heading "Methods", if no definition
 * has that label (pandoc, "implicit_header_references"). Escaped brackets stay as they are.
 */
import type { PhrasingContent, Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { SKIP, visit } from '../model/visit.ts'
import { headingText } from './heading-names.ts'

/** Makes links of the brackets that name headings, in place. Headings must have their ids already. */
export function linkHeadings(tree: Root, file: VFile): void {
  const ids = new Map<string, string>()
  visit(tree, 'heading', node => {
    const { id, written = '' } = node.data ?? {}
    for (const title of [headingText(node), written].map(comparable)) {
      if (id !== undefined && title !== '' && !ids.has(title)) ids.set(title, id)
    }
  })
  if (ids.size === 0) return
  visit(tree, (node, index, parent) => {
    // Links do not nest.
    if (node.type === 'link' || node.type === 'linkReference') return SKIP
    if (node.type !== 'text' || !parent || index === undefined || !node.value.includes('[')) return undefined
    const parts = linked(node, ids, sourceOf(node, file))
    if (!parts) return undefined
    // The cast is safe: one child of `parent` is a text, so its children may be texts and links.
    parent.children.splice(index, 1, ...(parts as Text[]))
    return [SKIP, index + parts.length]
  })
}

/** The text with links in it; undefined if it names no heading. */
function linked(
  node: Text,
  ids: ReadonlyMap<string, string>,
  source: string,
): readonly PhrasingContent[] | undefined {
  const place = node.position && { position: node.position }
  const parts: PhrasingContent[] = []
  let end = 0
  let inSource = 0
  for (const match of node.value.matchAll(/\[([^[\]]+)\](?:\[([^[\]]*)\])?(?![({:])/g)) {
    const [brackets, words = '', label = ''] = match
    const at = source.indexOf(`[${words}`, inSource)
    const isEscaped = at >= 0 && (source[at - 1] === '\\' || source[at + words.length + 1] === '\\')
    if (at >= 0) inSource = at + 1
    const id = ids.get(comparable(label.trim() === '' ? words : label))
    if (id === undefined || isEscaped) continue
    if (match.index > end) parts.push({ type: 'text', value: node.value.slice(end, match.index), ...place })
    parts.push({
      type: 'link',
      url: `#${id}`,
      children: [{ type: 'text', value: words, ...place }],
      ...place,
    })
    end = match.index + brackets.length
  }
  if (end === 0) return undefined
  if (end < node.value.length) parts.push({ type: 'text', value: node.value.slice(end), ...place })
  return parts
}

/** A label in the form in which Markdown compares it: without differences of case and white space. */
function comparable(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}

function sourceOf({ position }: Text, file: VFile): string {
  return String(file).slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
}
