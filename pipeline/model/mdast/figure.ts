/** Figures and their panels. */
import type { BlockContent, Parent, PhrasingContent } from 'mdast'
import type { Attributes } from './attributes.ts'
import type { Caption } from './caption.ts'

/** A kind of floats that the author defined (Quarto, `crossref.custom`), with a counter of its own. */
export interface FloatKind {
  /** The prefix of ids: `suppfig` for `#suppfig-x`. */
  readonly key: string
  /** The words before the number in captions and in references. */
  readonly caption: string
  readonly reference: string
  /** False for "Figure S1": the number follows the words without a space. */
  readonly isSpaced: boolean
}

/** A figure: one or more panels, then its caption. */
export interface Figure extends Parent {
  type: 'figure'
  /** The author's kind of floats; missing for figures and tables. */
  floatKind?: FloatKind
  attributes: Attributes
  children: (Panel | ContentPanel | Caption)[]
}

/** One image of a figure; the children are its own caption. */
export interface Panel extends Parent {
  type: 'panel'
  url: string
  alt: string | undefined
  attributes: Attributes
  children: PhrasingContent[]
}

/** A panel of a figure that is not an image: code, equations, or the result of a cell; with its caption. */
export interface ContentPanel extends Parent {
  type: 'contentPanel'
  attributes: Attributes
  children: (Caption | BlockContent)[]
}
