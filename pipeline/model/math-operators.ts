/**
 * The operators around which a formula is broken, and its fences: the contents of character classes, so that
 * they can be sent to the browser as text too.
 */
export const mathOperators = {
  /** =, <, ∈, ≈, ⊂, →… A line may begin with one. */
  relations: '=<>∈-∍∝∼-⊋⊏-⊒⊢-⊣⊨⊩⋐⋑⋖-⋿←-⇿⟂⟵-⟿⤀-⥿⩦-⫰',
  /** Between two terms. */
  signs: '\\-+−±∓∪∩∨∧⊕⊖',
  /** Between two factors. */
  products: '×⋅·∗∘⊗',
  openers: '([{⟨⌈⌊⟦',
  closers: ')\\]}⟩⌉⌋⟧',
} as const

export type MathOperators = typeof mathOperators
