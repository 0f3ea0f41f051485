/**
 * The marks that pandoc-fignos and its kin put around references: `+@fig:x` and `*@fig:x` ask for a label at
 * the middle or beginning of a sentence, `!@fig:x` for none, `{@fig:x}` keeps it apart from the text. Labels
 * are the journal's; only `!` says something. An author who writes "Figure @fig:x", as Manubot asks, has written
 * the label: it is not repeated.
 */
import type { Nodes } from 'mdast'
import type { CrossReference } from '../../mdast.ts'
import { advance } from '../position.ts'
import type { Branch } from './branches.ts'

/** What authors write before a number, by the prefix of the id. */
const labels: Readonly<Record<string, RegExp>> = {
  fig: /(?:^|[^\p{L}])(?:figures?|figs?\.?)\s+$/iu,
  tbl: /(?:^|[^\p{L}])(?:tables?|tabs?\.)\s+$/iu,
  tab: /(?:^|[^\p{L}])(?:tables?|tabs?\.)\s+$/iu,
  eq: /(?:^|[^\p{L}])(?:equations?|eqn?s?\.?)\s+$/iu,
  sec: /(?:^|[^\p{L}])(?:sections?|sects?\.|secs?\.)\s+$/iu,
  lst: /(?:^|[^\p{L}])(?:listings?)\s+$/iu,
}

export function referenceMarks(branch: Branch): void {
  const { children } = branch
  if (!children.some(child => child.type === 'crossReference')) return
  for (const [index, child] of children.entries()) {
    if (child.type !== 'crossReference') continue
    if (child.source.startsWith('@')) readMarks(child, children[index - 1], children[index + 1])
    suppressLabel(child, children[index - 1])
  }
  branch.children = children.filter(child => child.type !== 'text' || child.value !== '')
}

function readMarks(reference: CrossReference, before: Nodes | undefined, after: Nodes | undefined): void {
  const isBraced = endsWith(before, /\{$/) && after?.type === 'text' && after.value.startsWith('}')
  if (isBraced) {
    cutEnd(before)
    after.value = after.value.slice(1)
    if (after.position) after.position = { ...after.position, start: advance(after.position.start, 1) }
  }
  if (!endsWith(before, /(?:^|[^\w!+*\\])[!+*]$/)) return
  const isSuppressed = endsWith(before, /!$/)
  cutEnd(before)
  if (isSuppressed) reference.items = reference.items.map(item => ({ ...item, isLabelSuppressed: true }))
}

/** The words before the first of several are the label of all of its kind. */
function suppressLabel(reference: CrossReference, before: Nodes | undefined): void {
  const kind = kindOf(reference.items[0]?.id)
  const label = kind === undefined ? undefined : labels[kind]
  if (!label || !endsWith(before, label)) return
  reference.items = reference.items.map(item =>
    kindOf(item.id) === kind ? { ...item, isLabelSuppressed: true } : item,
  )
}

function kindOf(id = ''): string | undefined {
  return /^[a-z]+/.exec(id)?.[0]
}

function endsWith(node: Nodes | undefined, pattern: RegExp): boolean {
  return node?.type === 'text' && pattern.test(node.value)
}

function cutEnd(node: Nodes | undefined): void {
  if (node?.type !== 'text') return
  node.value = node.value.slice(0, -1)
  if (node.position) node.position = { ...node.position, end: advance(node.position.end, -1) }
}
