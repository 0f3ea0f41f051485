/** Examples of language, with glosses between the lines. */
import type { Parent, PhrasingContent } from 'mdast'
import type { Attributes } from './attributes.ts'

/** An example, (1), with one part or with parts (a), (b). */
export interface GlossExample extends Parent {
  type: 'glossExample'
  attributes: Attributes
  isNumbered: boolean
  /** Given by `resolve/examples.ts`. */
  number?: number
  children: GlossPart[]
}

export interface GlossPart extends Parent {
  type: 'glossPart'
  attributes: Attributes
  /** True for the words over all parts, which have no letter. */
  isHead?: true
  /** The mark of an example that speakers reject or doubt: `*`, `?`. */
  judgement?: string
  children: GlossLine[]
}

/** A line of an example. The words of the lines `words` and `gloss` stand below each other. */
export interface GlossLine extends Parent {
  type: 'glossLine'
  role: 'preamble' | 'words' | 'gloss' | 'translation' | 'text'
  children: (GlossWord | PhrasingContent)[]
}

export interface GlossWord extends Parent {
  type: 'glossWord'
  children: PhrasingContent[]
}
