/** What the readers of commands and environments are given: the parsers for the text inside them. */
import type { PhrasingContent, RootContent } from 'mdast'
import type { PlacedText } from '../latex-grammar/placed-text.ts'

export interface LatexReader {
  /** Text of a line, with Markdown and LaTeX in it. */
  phrases(text: PlacedText): PhrasingContent[]
  /** Blocks, likewise. */
  blocks(text: PlacedText): RootContent[]
  /** Macros that the text has defined so far, name without backslash → meaning. */
  readonly macros: Map<string, Macro>
  /** Environments of theorems that the author has named, likewise. */
  readonly theorems: Map<string, TheoremName>
  /** By their keys. */
  readonly acronyms: ReadonlyMap<string, Acronym>
  /** A reader that does not know this macro, to expand it; undefined where too many were expanded. */
  without(macro: string): LatexReader | undefined
}

export interface Acronym {
  readonly short: string
  readonly long: string
}

export interface Macro {
  /** How many arguments it takes. */
  readonly count: number
  /** What stands for the first of them where it is not given, in brackets. */
  readonly optional?: string
  readonly meaning: string
}

/** What an environment of theorems is called in print. */
export interface TheoremName {
  /** "Hypothesis" */
  readonly word: string
  readonly isNumbered: boolean
  /** The environment in whose row it is counted; the counter that it is counted in: `section`. */
  readonly shared?: string
  readonly within?: string
}

/** A command or an environment gives these; undefined: it cannot be read. */
export type Made = readonly RootContent[] | undefined
