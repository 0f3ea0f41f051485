/** Code with a caption, and the result of a code cell, which is never run. */
import type { Code, Parent } from 'mdast'
import type { Node } from 'unist'
import type { Attributes } from './attributes.ts'
import type { Caption } from './caption.ts'

/** The place of the result of a code cell. Code is never run, so the result itself is not known. */
export interface NotRun extends Node {
  type: 'notRun'
  /** The language of the cell: `R`, `python`, … */
  language: string
  /** The label of the cell. If the cell has none, knitr's name `unnamed-chunk-1`. */
  label: string
}

/** Code with a caption: it is numbered and can be referred to. */
export interface Listing extends Parent {
  type: 'listing'
  attributes: Attributes
  children: [Caption, Code]
}
