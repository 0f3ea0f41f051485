/** Notes, tips, warnings and boxes beside the text, such as asides and sidebars → `admonition`. */
import type { Admonition } from '../../../../model/mdast.ts'
import { ownValue } from '../../../../values/record.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { directiveAttributes } from './attributes.ts'

/** Name of a directive → kind of the admonition. Directives with nearly the same meaning share a kind. */
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

/** True for the names of directives that `admonition` reads. */
export function isAdmonition(name: string): boolean {
  return Object.hasOwn(kinds, name)
}

/**
 * A directive such as `{note}` or `{admonition} Title` → `admonition`. The argument is its title; without a
 * body, the argument is its text. `{admonition}` always has a title.
 */
export function admonition(node: Directive): Admonition {
  const attributes = directiveAttributes(node)
  const [first, ...rest] = node.children
  const kindOfName = ownValue(kinds, node.name) ?? 'plain'
  // A plain box may name a kind in its classes: `:class: tip`.
  const kindOfClass = attributes.classes.map(name => ownValue(kinds, name)).find(kind => kind !== undefined)
  const kind = kindOfName === 'plain' ? (kindOfClass ?? kindOfName) : kindOfName
  const isText = first?.type === 'caption' && rest.length === 0 && node.name !== 'admonition'
  const children: Admonition['children'] = isText
    ? [{ type: 'paragraph', children: first.children, ...atPosition(first.position) }]
    : node.children
  const isBeside = node.name === 'aside' || node.name === 'margin'
  return {
    type: 'admonition',
    kind,
    attributes,
    children,
    ...(isBeside && { data: { nudges: { place: 'margin' } } }),
    ...atPosition(node.position),
  }
}
