/** Blocks that contain other blocks, and breaks between them. */
import type { BlockContent, DefinitionContent, Parent, RootContent } from 'mdast'
import type { Node } from 'unist'
import type { Attributes } from './attributes.ts'
import type { Caption } from './caption.ts'

/** Blocks with attributes: `::: {#id .class}` … `:::`, or `:::name{…}`. */
export interface Div extends Parent {
  type: 'div'
  attributes: Attributes
  children: RootContent[]
}

/** A box with a note, a tip or a warning: Quarto's callouts, MyST's admonitions. */
export interface Admonition extends Parent {
  type: 'admonition'
  kind: 'note' | 'tip' | 'important' | 'warning' | 'caution' | 'danger' | 'seealso' | 'plain'
  attributes: Attributes
  /** The author's title, if there is one, is a caption and the first child. */
  children: (Caption | BlockContent | DefinitionContent)[]
}

/** `\newpage`, `\columnbreak` and similar commands: the text continues on a new page or in a new column. */
export interface LayoutBreak extends Node {
  type: 'layoutBreak'
  kind: 'page' | 'column'
}
