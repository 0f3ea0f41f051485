/**
 * The attributes of a node as the author wrote them, and the wishes and credits that passes of the parser
 * read from them.
 */

import type { Position } from 'unist'

/** `{#id .class key=value}` as pandoc writes it. */
export interface Attributes {
  readonly id?: string
  readonly classes: readonly string[]
  readonly values: Readonly<Record<string, string>>
}

/** Attributes that belong to no node: their source and its place. */
export interface StrayAttributes {
  readonly source: string
  readonly position?: Position | undefined
}

/**
 * Wishes of the author for the layout, read from attributes by `parse/passes/nudges.ts`. A missing value
 * leaves the decision to the page maker.
 */
export interface Nudges {
  /**
   * Figures and tables: at the top or bottom of a column or page, at their place in the text, or on a
   * separate page.
   */
  readonly placement?: 'top' | 'bottom' | 'here' | 'page'
  /** Figures and tables: as wide as a column, or as the page. */
  readonly span?: 'column' | 'page'
  /** Figures and tables: turned by a quarter. */
  readonly orientation?: 'landscape'
  /** Figures, panels, images and tables: a CSS length. */
  readonly width?: string
  /**
   * Figures, panels and images: a CSS length other than a percentage. With a width, the smaller size counts.
   */
  readonly height?: string
  /** Figures, panels and images: a multiple of the natural size. */
  readonly scale?: number
  /** Paragraphs: lines more or fewer than the best number (The TeXbook, chapter 14, `\looseness`). */
  readonly looseness?: -1 | 0 | 1
  /**
   * Figures, tables, blocks and words: in the column in the margin, beside their place in the text. After
   * `resolve/`, only if the journal has such a column.
   */
  readonly place?: 'margin'
}

/**
 * The maker and the licence of an image, a table or code, read from attributes by `parse/passes/credits.ts`.
 */
export interface Credit {
  readonly text?: string
  readonly license?: { readonly id?: string; readonly text?: string; readonly url?: string }
}
