/** The sizes that a box has to fit into, and the report about a box that does not fit. Lengths in CSS px. */

/** The sizes that a box has to fit into. */
export interface Limits {
  readonly columnWidth: number
  readonly areaWidth: number
  readonly areaHeight: number
  readonly baseline: number
  /** The first page, if its text area has another height. */
  readonly first?: { readonly height: number }
  /** The column in the margin, if there is one. */
  readonly marginColumn?: object
}

export interface Misfit {
  /** `data-source` of the box, or of the element that contains it. */
  readonly source: number | undefined
  readonly kind: 'equation' | 'table' | 'figure' | 'margin note'
  /** `in-text`: it is set in the text and not in the margin. */
  readonly outcome: 'scaled' | 'overflows' | 'in-text'
  /** The size that fits, as a share of the size that the box should have. */
  readonly ratio: number
}
