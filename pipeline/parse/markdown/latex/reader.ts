/**
 * The reader that functions for commands and environments receive: it parses the text inside these, and knows
 * the macros, theorems and acronyms that the author has defined.
 */
import type { PhrasingContent, RootContent } from 'mdast'
import type { EnvironmentDefinition } from '../latex-grammar/definition.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import type { Macro, MacroTable } from './macro-table.ts'

export interface LatexReader {
  /** Parses text of a line, which can contain Markdown and LaTeX. */
  phrases(text: PlacedText): PhrasingContent[]
  /** Parses one or more blocks, which can contain Markdown and LaTeX. */
  blocks(text: PlacedText): RootContent[]
  /** The macros that the author has defined so far, by name without backslash. */
  readonly macros: MacroTable
  /** The meaning of a macro. Undefined inside the text that the macro stands for. */
  macro(name: string): Macro | undefined
  /** Environments that the author has defined by `\newenvironment`, by name. */
  readonly environments: Map<string, EnvironmentDefinition>
  /** What lists remember: the number of the last item, from which another list can go on. */
  readonly memory: { lastItem: number }
  /** True if the article has chapters: its sections are one level lower. */
  readonly hasChapters: boolean
  /** Environments that the author has defined by `\newtheorem`, by name. */
  readonly theorems: Map<string, TheoremName>
  /** Acronyms and entries of a glossary that the author has defined, by key. */
  readonly acronyms: ReadonlyMap<string, Acronym>
  /** A reader of the same text in which a definition holds after what is read. */
  inPlace(): LatexReader
  /**
   * A reader without this macro, for the text that the macro stands for. What this text defines holds after
   * it. Undefined if too many macros were expanded.
   */
  without(macro: string): LatexReader | undefined
  /** A reader for the text of an environment that the author has defined; undefined like `without`. */
  within(environment: string): LatexReader | undefined
}

export interface Acronym {
  /** The short form; of an entry of a glossary, its word. */
  readonly short: string
  readonly long?: string
  readonly plural?: string
  readonly symbol?: string
  readonly description?: string
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
