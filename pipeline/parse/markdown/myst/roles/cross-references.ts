/**
 * References by role or by link → `crossReference`: `` {numref}`Figure %s <x>` ``, `` {eq}`x` ``, `[](#x)`,
 * `[Section %s](#x)`. A reference whose words have no place for a number becomes or stays a link.
 */
import type { Link, PhrasingContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { CrossReference } from '../../../../model/mdast.ts'
import { percentDecoded } from '../../../../values/percent-decoding.ts'
import type { Role } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'

const referenceRoles: ReadonlySet<string> = new Set([
  'ref',
  'numref',
  'eq',
  'prf:ref',
  'proof:ref',
  'sec',
  'nref',
])

/** True for `ref`, `numref`, `eq` and the other roles that `referenceOfRole` reads. */
export function isReferenceRole(name: string): boolean {
  return referenceRoles.has(name)
}

/**
 * `` {ref}`x` `` and `` {numref}`Figure %s <x>` `` → `crossReference`; `` {ref}`words <x>` `` → `link`, whose
 * words may have markup.
 */
export function referenceOfRole(node: Role): PhrasingContent {
  const { words, address } = titledAddress(node.value)
  const id = address.replace(/^#/, '')
  if (words === '' || isPattern(words)) return crossReference(node, id, words)
  return {
    type: 'link',
    url: `#${id}`,
    title: null,
    children: titleOfRole(node, words),
    ...atPosition(node.position),
  }
}

/**
 * `[](#x)`, `[](x)` and `[Table %s](#x)` → `crossReference`. Undefined for other links. `source`: the link as
 * written in the manuscript.
 */
export function referenceOfLink(link: Link, source: string): CrossReference | undefined {
  const isFragment = link.url.startsWith('#')
  const words = plainText(link).trim()
  // MyST's older form `[](x)`. A dot or a slash would make it the address of a file or a page.
  const isLabel = words === '' && /^[\p{L}][\p{L}\p{N}_:-]*$/u.test(link.url)
  if (!(isFragment && (words === '' || isPattern(words))) && !isLabel) return undefined
  return crossReference(
    { source, position: link.position },
    percentDecoded(link.url.replace(/^#/, '')),
    words,
  )
}

/** The value of a role, `words <address>` or `address`, in its parts. Without words, `words` is empty. */
export function titledAddress(value: string): { readonly words: string; readonly address: string } {
  const [, words, address] = /^([\s\S]*?)\s*<([^<>]+)>\s*$/.exec(value) ?? []
  if (address === undefined) return { words: '', address: value.trim() }
  return { words: (words ?? '').trim(), address: address.trim() }
}

/**
 * The words before the address at the end of a role, with their markup. `words`: the same words as text,
 * which are returned if nothing is left of the children.
 */
export function titleOfRole(node: Role, words: string): PhrasingContent[] {
  const { address } = titledAddress(node.value)
  // The Markdown parser has made HTML or a link of an address such as `<sec:one>`.
  const titleNodes = node.children.filter(
    (child, index) =>
      child.type !== 'html' &&
      !(child.type === 'link' && child.url === address && index === node.children.length - 1),
  )
  const last = titleNodes.at(-1)
  if (last?.type === 'text') last.value = last.value.replace(/\s*<[^<>]*>\s*$/, '').trimEnd()
  if (last?.type === 'text' && last.value === '') titleNodes.pop()
  return titleNodes.length > 0 ? titleNodes : [{ type: 'text', value: words, ...atPosition(node.position) }]
}

/** True for words with a place for the number or the title of the target: `%s`, `{number}`, `{name}`. */
function isPattern(words: string): boolean {
  return /%s|\{(?:number|name)\}/.test(words)
}

/** A reference to one target. Words, if there are any, are its pattern. */
function crossReference(
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
