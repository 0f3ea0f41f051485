/**
 * `{prf:theorem} Name`, `{proof:lemma}`, `{proof}`, `{exercise}`, `{solution} exercise-label` → `theorem`.
 */
import { theoremKinds } from '../../../../model/mdast/theorem.ts'
import type { Caption, Theorem, TheoremKind } from '../../../../model/mdast.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { directiveAttributes, isNumbered } from './attributes.ts'

const kinds: ReadonlySet<string> = new Set(theoremKinds)

/** Name of a directive → kind of theorem: `prf:lemma` → `lemma`. Undefined for other directives. */
export function theoremKind(name: string): TheoremKind | undefined {
  const kind = name.replace(/^(?:prf|proof):/, '').replace(/^criteria$/, 'criterion')
  return isKind(kind) ? kind : undefined
}

/** A directive → `theorem`. Proofs and solutions have no number. */
export function theorem(node: Directive, kind: TheoremKind): Theorem {
  const [first, ...rest] = node.children
  const caption = first?.type === 'caption' ? first : undefined
  const hasNumber = kind !== 'proof' && kind !== 'solution' && isNumbered(node)
  return {
    type: 'theorem',
    kind,
    isNumbered: hasNumber,
    attributes: directiveAttributes(node),
    children:
      kind === 'solution' && caption ? [exerciseReference(caption, node.argument), ...rest] : node.children,
    ...atPosition(node.position),
  }
}

/**
 * The argument of a solution, which is the label of its exercise, as a caption with a cross-reference. An
 * argument with spaces is not a label, and stays as it is.
 */
function exerciseReference(caption: Caption, label: string): Caption {
  if (/\s/.test(label)) return caption
  const item = { id: label, panels: [], isLabelSuppressed: false, ...atPosition(caption.position) }
  return {
    type: 'caption',
    children: [{ type: 'crossReference', items: [item], source: label, ...atPosition(caption.position) }],
    ...atPosition(caption.position),
  }
}

function isKind(name: string): name is TheoremKind {
  return kinds.has(name)
}
