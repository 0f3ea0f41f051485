/** Cross-references to figures, tables, equations, sections and other numbered things. */
import type { Node, Position } from 'unist'

/** Consecutive panels of a figure: `a` alone, or `a` to `c`. */
export interface PanelRange {
  readonly from: string
  readonly to?: string
}

/** One target of a cross-reference: `@fig:x(a,b)`. */
export interface CrossReferenceItem {
  readonly id: string
  readonly panels: readonly PanelRange[]
  /** True for `[-@fig:x]`: the number is printed without its label. */
  readonly isLabelSuppressed: boolean
  readonly position?: Position
}

/** A cross-reference: `@fig:x`, `@fig:x(a-c)` or `[@fig:a; @fig:b]`. */
export interface CrossReference extends Node {
  type: 'crossReference'
  items: CrossReferenceItem[]
  /** True for `[@fig:x]{.page}`: the reference prints the number of the target's page. */
  isPage?: boolean
  /** True for `\crefrange{fig:a}{fig:d}`: the two items are the ends of a range. */
  isRange?: boolean
  /**
   * `name` for `\nameref{x}`, which prints the title of the target; `equation` for `\eqref{x}`, which prints
   * the number as it is printed beside an equation.
   */
  form?: 'name' | 'equation'
  /**
   * The words of a link, `[Section %s](#x)`: `%s` or `{number}` is replaced by the number, `{name}` by the
   * title.
   */
  pattern?: string
  source: string
}
