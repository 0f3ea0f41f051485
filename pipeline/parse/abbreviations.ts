/**
 * The abbreviations that the front matter lists, where each first stands in the text → `abbreviation`.
 * Headings, captions, code, links and citations are left as they are.
 */
import type { PhrasingContent, Root, Text } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { advance } from './position.ts'

const untouched: ReadonlySet<string> = new Set(['heading', 'caption', 'link', 'abbreviation', 'panel'])

export function markAbbreviations(body: Root, titles: Readonly<Record<string, string | null>>): void {
  const open = new Map(
    Object.entries(titles).flatMap(([short, title]) => (title === null ? [] : [[short, title] as const])),
  )
  visit(body, (node, index, parent) => {
    if (untouched.has(node.type)) return SKIP
    if (node.type !== 'text' || !parent || index === undefined || open.size === 0) return undefined
    const found = firstOf(node.value, open)
    if (!found) return undefined
    const pieces = split(node, found)
    open.delete(found.short)
    parent.children.splice(index, 1, ...pieces)
    // What stands after it may hold others.
    return [SKIP, index + pieces.length - (pieces.at(-1)?.type === 'text' ? 1 : 0)]
  })
}

interface Found {
  readonly short: string
  readonly title: string
  readonly at: number
}

/** The one that stands first; of two at the same place the longer one. */
function firstOf(text: string, open: ReadonlyMap<string, string>): Found | undefined {
  let first: Found | undefined
  for (const [short, title] of open) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(short)}(?![\\p{L}\\p{N}])`, 'u')
    const at = pattern.exec(text)?.index
    if (at === undefined) continue
    const isBetter = !first || at < first.at || (at === first.at && short.length > first.short.length)
    if (isBetter) first = { short, title, at }
  }
  return first
}

function split(node: Text, { short, title, at }: Found): PhrasingContent[] {
  const end = at + short.length
  const piece = (from: number, to: number): Text => {
    // A text of several lines is found as a whole.
    const isPlain = node.position?.start.line === node.position?.end.line
    const start = isPlain && node.position ? advance(node.position.start, from) : undefined
    const position = start ? { start, end: advance(start, to - from) } : node.position
    return { type: 'text', value: node.value.slice(from, to), ...(position && { position }) }
  }
  const word = piece(at, end)
  return [
    ...(at > 0 ? [piece(0, at)] : []),
    { type: 'abbreviation', title, children: [word], ...(word.position && { position: word.position }) },
    ...(end < node.value.length ? [piece(end, node.value.length)] : []),
  ]
}
