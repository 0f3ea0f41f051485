/**
 * Citations and the place of the list of references, as the parser makes them. `resolve/` finds the words of
 * both with the journal's CSL style.
 */
import type { Node, Position } from 'unist'
import type { Attributes } from './attributes.ts'
import type { Span } from './inline.ts'

/** One work in a citation cluster: `see @key, p. 3`. */
export interface CitationItem {
  readonly key: string
  /** The words before the key, trimmed. Each U+FFFC is the place of the next of the citation's `children`. */
  readonly prefix?: string
  /**
   * The words after key and locator, in the same form. Punctuation at the beginning is kept: `, see below`.
   */
  readonly suffix?: string
  readonly locator?: string
  /** The CSL label of the locator: `page`, `chapter`, … */
  readonly label?: string
  /** The word for the label, without its full stop: `Abb`. Missing if the locator has none. */
  readonly labelWord?: string
  /** Comma, word and locator as written: `, Abb. 3`. Missing without `labelWord`. */
  readonly written?: string
  readonly isAuthorSuppressed: boolean
  /** A property of CiTO: `usesMethodIn`. */
  readonly intent?: string
  readonly position?: Position
}

/** A citation: `[see @a, p. 3; -@b]` (parenthetical) or `@a [p. 3]` (narrative). */
export interface Citation extends Node {
  type: 'citation'
  mode: 'parenthetical' | 'narrative'
  /**
   * The part of the citation that is printed, if not all of it: `author` for `\citeauthor{a}`. `none` for
   * `\nocite{a}`: the works are only in the list of references. `bare` for `\citealp{a}`: all of it, without
   * the brackets around it.
   */
  form?: 'author' | 'year' | 'none' | 'bare'
  /**
   * True for natbib's `\citet{a,b}`: the sentence names the authors of every work, "Doe (2001) and Roe
   * (2003)", not only of the first.
   */
  isEachNamed?: boolean
  /** True for `[@a]{.retracted}`: the author knows that the works are retracted. */
  isOfRetracted?: boolean
  items: CitationItem[]
  /** The citation as written in the manuscript, printed when nothing better is known. */
  source: string
  /**
   * The parts of prefixes and suffixes that have markup, `[*see* @a, as $x < 1$]`, in the order of the items:
   * one span for each U+FFFC in them. Missing when the words are plain.
   */
  children?: Span[]
}

/** `::: {#refs}`: the place of a list of references; `resolve/` decides which works are in the list. */
export interface ReferenceListPlace extends Node {
  type: 'referenceList'
  /** `main`, or the name of the list: `software` for `{#refs-software}`. */
  name: string
  attributes: Attributes
  /** The heading that was before the place and belongs to the list. */
  heading?: { readonly text: string; readonly depth: number }
}
