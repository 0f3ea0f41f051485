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
  /** `[-@fig:x]`: the number without its label. */
  readonly isLabelSuppressed: boolean
  readonly position?: Position
}

/** `@fig:x`, `@fig:x(a-c)` or `[@fig:a; @fig:b]`. */
export interface CrossReference extends Node {
  type: 'crossReference'
  items: CrossReferenceItem[]
  /** `[@fig:x]{.page}`: prints the number of the page that the target is on. */
  isPage?: boolean
  /** `\nameref{x}` prints the title of the target; `\eqref{x}` the number as printed beside an equation. */
  form?: 'name' | 'equation'
  /**
   * The words of a link, `[Section %s](#x)`: `%s` or `{number}` is replaced by the number, `{name}` by the
   * title.
   */
  pattern?: string
  source: string
}
