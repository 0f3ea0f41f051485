/**
 * `[Text]{.smallcaps}` → `smallCaps`, `[text]{.underline}` → `underline` (classes of pandoc), also with
 * Quarto's short forms `.sc` and `.ul`. If the span has further attributes, such as an id, it stays around
 * the new node.
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

/** The node that a class of the span names, or the span itself if no class does. */
export function textLevelSpan(span: Span): Span | SmallCaps | Underline {
  const { id, classes, values } = span.attributes
  const type = classes.map(name => types.get(name)).find(nodeType => nodeType !== undefined)
  if (!type) return span
  const rest = classes.filter(name => !types.has(name))
  const node: SmallCaps | Underline = { type, children: span.children, ...atPosition(span.position) }
  if (id === undefined && rest.length === 0 && Object.keys(values).length === 0) return node
  return { ...span, attributes: attributesOf(id, rest, values), children: [node] }
}
