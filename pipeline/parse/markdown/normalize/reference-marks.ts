/**
 * The marks that pandoc-fignos and similar filters put around references: `+@fig:x` and `*@fig:x` ask for a
 * label in the middle or at the beginning of a sentence, `!@fig:x` asks for no label, and `{@fig:x}`
 * separates the reference from the text around it. All marks are removed. Only `!` has an effect, as the
 * labels are given by the journal.
 */
import type { Nodes } from 'mdast'
import type { CrossReference } from '../../../model/mdast.ts'
import type { Branch } from '../tree/branches.ts'
import { advance } from '../tree/position.ts'

export function referenceMarks(branch: Branch): void {
  const { children } = branch
  if (!children.some(child => child.type === 'crossReference')) return
  for (const [index, child] of children.entries()) {
    if (child.type !== 'crossReference') continue
    if (child.source.startsWith('@')) takeMarks(child, children[index - 1], children[index + 1])
  }
  branch.children = children.filter(child => child.type !== 'text' || child.value !== '')
}

/** Takes the marks out of the texts before and after a reference. */
function takeMarks(reference: CrossReference, before: Nodes | undefined, after: Nodes | undefined): void {
  const isBraced = endsWith(before, /\{$/) && after?.type === 'text' && after.value.startsWith('}')
  if (isBraced) {
    cutLastCharacter(before)
    after.value = after.value.slice(1)
    if (after.position) after.position = { ...after.position, start: advance(after.position.start, 1) }
  }
  if (!endsWith(before, /(?:^|[^\w!+*\\])[!+*]$/)) return
  const isSuppressed = endsWith(before, /!$/)
  cutLastCharacter(before)
  if (isSuppressed) reference.items = reference.items.map(item => ({ ...item, isLabelSuppressed: true }))
}

function endsWith(node: Nodes | undefined, pattern: RegExp): boolean {
  return node?.type === 'text' && pattern.test(node.value)
}

/** Removes the last character of a text. */
function cutLastCharacter(node: Nodes | undefined): void {
  if (node?.type !== 'text') return
  node.value = node.value.slice(0, -1)
  if (node.position) node.position = { ...node.position, end: advance(node.position.end, -1) }
}
