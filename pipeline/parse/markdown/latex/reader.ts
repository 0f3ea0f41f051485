/**
 * The reader that functions for commands and environments receive: it parses the text inside these, and knows
 * the macros, theorems and acronyms that the author has defined.
 */
import type { PhrasingContent, RootContent } from 'mdast'
import type { PlacedText } from '../latex-grammar/placed-text.ts'

export interface LatexReader {
  /** Parses text of a line, which can contain Markdown and LaTeX. */
  phrases(text: PlacedText): PhrasingContent[]
  /** Parses one or more blocks, which can contain Markdown and LaTeX. */
  blocks(text: PlacedText): RootContent[]
  /** Macros that were defined so far, by name without backslash. */
  readonly macros: Map<string, Macro>
  /** Environments that the author has defined by `\newtheorem`, by name. */
  readonly theorems: Map<string, TheoremName>
  /** Acronyms that the author has defined by `\newacronym`, by key. */
  readonly acronyms: ReadonlyMap<string, Acronym>
  /**
   * A reader without this macro, for the text that the macro stands for. Undefined if too many macros were
   * expanded.
   */
  without(macro: string): LatexReader | undefined
}

export interface Acronym {
  readonly short: string
  readonly long: string
}

export interface Macro {
  /** The number of arguments; an optional first argument is counted too. */
  readonly count: number
  /** The default of the first argument. Undefined if the first argument is not optional. */
  readonly optional?: string
  /** The text that the macro stands for, with `#1`, `#2`, … for its arguments. */
  readonly meaning: string
}

/** How the theorems of an environment are named and counted. */
export interface TheoremName {
  /** The printed name, such as "Hypothesis". */
  readonly word: string
  readonly isNumbered: boolean
  /** The environment whose counter the theorems share. */
  readonly shared?: string
  /** The counter with each step of which the theorems are numbered anew, such as `section`. */
  readonly within?: string
}

/** The nodes of a command or an environment. Undefined if it cannot be read. */
export type Made = readonly RootContent[] | undefined
