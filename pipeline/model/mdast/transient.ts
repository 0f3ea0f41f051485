/**
 * Nodes that exist only during parsing: a later pass of the parser attaches them to other nodes, or reads
 * them.
 */
import type { BlockContent, DefinitionContent, Parent } from 'mdast'
import type { Literal, Node, Point } from 'unist'
import type { Attributes } from './attributes.ts'

/** Quarto's `{{< name words key=value >}}`, until `parse/passes/shortcodes.ts` has read it. */
export interface Shortcode extends Node {
  type: 'shortcode'
  name: string
  words: readonly string[]
  source: string
}

/**
 * A paragraph or blocks with a marker, `: text`, `a. text` or `(@) text`, until it becomes part of a list.
 * Does not exist after parsing.
 */
export interface MarkedItem extends Parent {
  type: 'markedItem'
  marker: string
  /** The marker and the space after it, as written. */
  prefix: string
  children: (BlockContent | DefinitionContent)[]
}

/** An attribute list, `{#id …}`, until it is attached to the node before it. Does not exist after parsing. */
export interface AttributeList extends Node {
  type: 'attributeList'
  attributes: Attributes
  source: string
}

/** LaTeX, until `parse/markdown/latex/` has read it. Does not exist after parsing. */
export interface Latex extends Literal {
  type: 'latex'
  value: string
  /** The beginning of each line, in `value` and in the manuscript. */
  lines: readonly { readonly index: number; readonly point: Point }[]
  /** True between paragraphs, false in a line of text. */
  isBlock: boolean
}

/** A label, `\label{x}`, until it is attached to the node that it names. Does not exist after parsing. */
export interface Label extends Node {
  type: 'label'
  name: string
  source: string
}
