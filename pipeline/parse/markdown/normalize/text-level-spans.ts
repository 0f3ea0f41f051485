/**
 * `[Text]{.smallcaps}` → `smallCaps`, `[text]{.underline}` → `underline` (pandoc's classes, and Quarto's
 * short ones). Where the span says more, as an id, it stays around them.
 */
import type { SmallCaps, Span, Underline } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition } from '../tree/position.ts'

const types: ReadonlyMap<string, (SmallCaps | Underline)['type']> = new Map([
  ['sc', 'smallCaps'],
  ['smallcaps', 'smallCaps'],
  ['ul', 'underline'],
  ['underline', 'underline'],
])

export function textLevelSpans(branch: Branch): void {
  branch.children = branch.children.map(child => (child.type === 'span' ? textLevelSpan(child) : child))
}

/** A span, as the node that its class names. */
export function textLevelSpan(span: Span): Span | SmallCaps | Underline {
  const { id, classes, values } = span.attributes
  const type = classes.map(name => types.get(name)).find(one => one !== undefined)
  if (!type) return span
  const rest = classes.filter(name => !types.has(name))
  const node: SmallCaps | Underline = { type, children: span.children, ...atPosition(span.position) }
  if (id === undefined && rest.length === 0 && Object.keys(values).length === 0) return node
  return { ...span, attributes: attributesOf(id, rest, values), children: [node] }
}
