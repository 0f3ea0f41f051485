/** Lists: definition lists, and how the items of mdast's own lists are counted. */
import type { BlockContent, DefinitionContent, Parent, PhrasingContent } from 'mdast'

/** Terms, each with the descriptions that follow it. */
export interface DefinitionList extends Parent {
  type: 'definitionList'
  children: (DefinitionTerm | DefinitionDescription)[]
}

export interface DefinitionTerm extends Parent {
  type: 'definitionTerm'
  children: PhrasingContent[]
}

export interface DefinitionDescription extends Parent {
  type: 'definitionDescription'
  /** True in a tight list: a single paragraph is set without space around it. */
  isTight: boolean
  children: (BlockContent | DefinitionContent)[]
}

/** How the items of a list are counted, if not by `1.`. */
export interface ListNumbering {
  readonly style: 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman' | 'example'
  /** The punctuation of the markers: `a.`, `a)` or `(a)`. */
  readonly delimiter: 'period' | 'parenthesis' | 'parentheses'
}
