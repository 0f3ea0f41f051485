/**
 * References by role or by link → `crossReference`: `` {numref}`Figure %s <x>` ``, `` {eq}`x` ``, `[](#x)`,
 * `[Section %s](#x)`. A link with words and no place for a number in them stays a link.
 */

import type { Link, PhrasingContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { CrossReference } from '../../../../model/mdast.ts'
import { percentDecoded } from '../../../../values/percent-decoding.ts'
import type { Role } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'

const names: ReadonlySet<string> = new Set(['ref', 'numref', 'eq', 'prf:ref', 'proof:ref', 'sec', 'nref'])

export function isReferenceRole(name: string): boolean {
  return names.has(name)
}

export function referenceOfRole(node: Role): PhrasingContent {
  const { words, address } = titledAddress(node.value)
  const id = address.replace(/^#/, '')
  if (words === '' || hasPlace(words)) return reference(node, id, words)
  // `Custom *words* <x>`: the words are Markdown, and stand before the address.
  return {
    type: 'link',
    url: `#${id}`,
    title: null,
    children: wordsOf(node, words),
    ...atPosition(node.position),
  }
}

/** `[](#x)`, `[](x)`, `[Table %s](#x)`; other links stay what they are. */
export function referenceOfLink(link: Link, source: string): CrossReference | undefined {
  const isHere = link.url.startsWith('#')
  const words = plainText(link).trim()
  // MyST's older `[](x)`: no address of a file or a page.
  const isName = words === '' && /^[\p{L}][\p{L}\p{N}_:-]*$/u.test(link.url)
  if (!(isHere && (words === '' || hasPlace(words))) && !isName) return undefined
  return reference({ source, position: link.position }, percentDecoded(link.url.replace(/^#/, '')), words)
}

/** `words <address>`, or an address alone. */
export function titledAddress(value: string): { readonly words: string; readonly address: string } {
  const [, words, address] = /^([\s\S]*?)\s*<([^<>]+)>\s*$/.exec(value) ?? []
  if (address === undefined) return { words: '', address: value.trim() }
  return { words: (words ?? '').trim(), address: address.trim() }
}

/** The children of a role without the address at their end. */
export function wordsOf(node: Role, words: string): PhrasingContent[] {
  const { address } = titledAddress(node.value)
  // Markdown reads `<sec:one>` as HTML or as a link.
  const kept = node.children.filter(
    (child, index) =>
      child.type !== 'html' &&
      !(child.type === 'link' && child.url === address && index === node.children.length - 1),
  )
  const last = kept.at(-1)
  if (last?.type === 'text') last.value = last.value.replace(/\s*<[^<>]*>\s*$/, '').trimEnd()
  if (last?.type === 'text' && last.value === '') kept.pop()
  return kept.length > 0 ? kept : [{ type: 'text', value: words, ...atPosition(node.position) }]
}

function hasPlace(words: string): boolean {
  return /%s|\{(?:number|name)\}/.test(words)
}

function reference(
  { source, position }: Pick<CrossReference, 'source' | 'position'>,
  id: string,
  words: string,
): CrossReference {
  const item = { id, panels: [], isLabelSuppressed: false, ...atPosition(position) }
  return {
    type: 'crossReference',
    items: [item],
    ...(words !== '' && { pattern: words }),
    source,
    ...atPosition(position),
  }
}
