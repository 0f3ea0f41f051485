/**
 * The operators at which a formula can be broken, and its brackets. Each value is the inside of a character
 * class of a regular expression. As text it can also be sent to the browser.
 */
export const mathOperators = {
  /** Relations: =, <, ∈, ≈, ⊂, →… A line may begin with one. */
  relations: '=<>∈-∍∝∼-⊋⊏-⊒⊢-⊣⊨⊩⋐⋑⋖-⋿←-⇿⟂⟵-⟿⤀-⥿⩦-⫰',
  /** Operators between two terms. */
  signs: '\\-+−±∓∪∩∨∧⊕⊖',
  /** Operators between two factors. */
  products: '×⋅·∗∘⊗',
  openers: '([{⟨⌈⌊⟦',
  closers: ')\\]}⟩⌉⌋⟧',
} as const

export type MathOperators = typeof mathOperators
