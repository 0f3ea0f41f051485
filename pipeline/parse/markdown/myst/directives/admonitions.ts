/**
 * Notes, tips, warnings, … and whatever else stands beside the argument, as asides and sidebars →
 * `admonition`.
 */
import type { Admonition } from '../../../../model/mdast.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { directiveAttributes } from './attributes.ts'

/** By MyST's names; those that differ in a shade share a kind. */
const kinds: Readonly<Record<string, Admonition['kind']>> = {
  note: 'note',
  tip: 'tip',
  hint: 'tip',
  important: 'important',
  warning: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'danger',
  error: 'danger',
  seealso: 'seealso',
  admonition: 'plain',
  aside: 'plain',
  margin: 'plain',
  sidebar: 'plain',
  topic: 'plain',
  dropdown: 'plain',
  details: 'plain',
}

export function isAdmonition(name: string): boolean {
  return Object.hasOwn(kinds, name)
}

export function admonition(node: Directive): Admonition {
  const attributes = directiveAttributes(node)
  const [first, ...rest] = node.children
  // `:class: tip` of a box without a kind gives it one.
  const own = kinds[node.name] ?? 'plain'
  const said = attributes.classes.map(name => kinds[name]).find(kind => kind !== undefined)
  const kind = own === 'plain' ? (said ?? own) : own
  // Without a body the argument is what the box says.
  const isBody = first?.type === 'caption' && rest.length === 0 && node.name !== 'admonition'
  const children: Admonition['children'] = isBody
    ? [{ type: 'paragraph', children: first.children, ...atPosition(first.position) }]
    : node.children
  return { type: 'admonition', kind, attributes, children, ...atPosition(node.position) }
}
