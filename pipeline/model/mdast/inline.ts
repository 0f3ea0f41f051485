/** Text in a line that is set in another way, or has attributes. */
import type { Parent, PhrasingContent } from 'mdast'
import type { Attributes } from './attributes.ts'

/** A piece of text with attributes: `[text]{.class}`. */
export interface Span extends Parent {
  type: 'span'
  attributes: Attributes
  children: PhrasingContent[]
}

/** A superscript: `x^2^`, `\textsuperscript{2}`, or the role `sup` of MyST. */
export interface Superscript extends Parent {
  type: 'superscript'
  children: PhrasingContent[]
}

/** A subscript, `H~2~O`. */
export interface Subscript extends Parent {
  type: 'subscript'
  children: PhrasingContent[]
}

/** Text in small capitals: `[Text]{.smallcaps}`. */
export interface SmallCaps extends Parent {
  type: 'smallCaps'
  children: PhrasingContent[]
}

/** Underlined text: `[text]{.underline}`. */
export interface Underline extends Parent {
  type: 'underline'
  children: PhrasingContent[]
}

/** `` {abbr}`CSL (Citation Style Language)` ``: the short form, with the long form as its title. */
export interface Abbreviation extends Parent {
  type: 'abbreviation'
  title: string
  children: PhrasingContent[]
}
