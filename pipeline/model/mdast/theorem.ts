/** Theorems and similar blocks: lemmas, definitions, proofs. */
import type { BlockContent, DefinitionContent, Parent } from 'mdast'
import type { Attributes } from './attributes.ts'
import type { Caption } from './caption.ts'

/** A theorem, lemma, definition and so on; a proof has no number. */
export interface Theorem extends Parent {
  type: 'theorem'
  kind: TheoremKind
  /**
   * The word of an environment that the author defined, "Hypothesis"; it is printed, and counted separately.
   */
  word?: string
  isNumbered: boolean
  /** The name of the counter, if it is shared by environments of several names. */
  counter?: string
  /** The level of sections in which the counter starts anew: "Theorem 2.1". */
  within?: 'section' | 'subsection'
  attributes: Attributes
  /** The name in brackets, if there is one, is a caption and the first child. */
  children: (Caption | BlockContent | DefinitionContent)[]
}

export const theoremKinds = [
  'theorem',
  'lemma',
  'corollary',
  'proposition',
  'conjecture',
  'definition',
  'example',
  'exercise',
  'remark',
  'axiom',
  'algorithm',
  'assumption',
  'criterion',
  'observation',
  'property',
  'proof',
  'solution',
] as const

export type TheoremKind = (typeof theoremKinds)[number]
