/**
 * The operators at which a formula can be broken, and its brackets. Each value is the inside of a character
 * class of a regular expression. As text it can also be sent to the browser.
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
