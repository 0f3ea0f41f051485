/**
 * `[@fig:a; @fig:b]{.page}` → one `crossReference` that prints page numbers (`isPage`). If there are other
 * words in the brackets, the span stays, and each reference in it prints page numbers.
 */
import type { PhrasingContent } from 'mdast'
import type { CrossReference, Span } from '../../../model/mdast.ts'
import { visit } from '../../../model/visit.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition } from '../tree/position.ts'

export function pageReferences(branch: Branch): void {
  branch.children = branch.children.map(child =>
    child.type === 'span' && child.attributes.classes.includes('page') ? pageReference(child) : child,
  )
}

function pageReference(span: Span): Span | CrossReference {
  const references = span.children.filter(child => child.type === 'crossReference')
  visit(span, 'crossReference', reference => {
    reference.isPage = true
  })
  const { id, classes, values } = span.attributes
  const isPlain = id === undefined && classes.length === 1 && Object.keys(values).length === 0
  const [first] = references
  if (!first || !isPlain || !span.children.every(isReferenceOrSeparator)) return span
  return {
    ...first,
    items: references.flatMap(reference => reference.items),
    source: `[${span.children.map(sourceOf).join('')}]{.page}`,
    ...atPosition(span.position),
  }
}

/** True for a reference, and for the `;` between two references. */
function isReferenceOrSeparator(node: PhrasingContent): boolean {
  return node.type === 'crossReference' || (node.type === 'text' && /^\s*;\s*$/.test(node.value))
}

function sourceOf(node: PhrasingContent): string {
  if (node.type === 'crossReference') return node.source
  return node.type === 'text' ? node.value : ''
}
