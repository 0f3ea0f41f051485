/**
 * The nodes that Offprint adds to mdast, registered so that `visit(tree, 'citation', …)` is typed.
 * They are what the parser makes of the manuscript's syntax; nothing is computed here.
 */
import type { BlockContent, DefinitionContent, Parent, PhrasingContent, RootContent, Table } from 'mdast'
import type { Data, Literal, Node, Position } from 'unist'

/** `{#id .class key=value}` as pandoc writes it. */
export interface Attributes {
  readonly id?: string
  readonly classes: readonly string[]
  readonly values: Readonly<Record<string, string>>
}

/** One work in a citation cluster: `see @key, p. 3`. */
export interface CitationItem {
  readonly key: string
  /** The words before the key, markup flattened, trimmed. */
  readonly prefix?: string
  /** The words after key and locator, likewise; punctuation at its beginning is kept: `, see below`. */
  readonly suffix?: string
  readonly locator?: string
  /** The CSL label of the locator: `page`, `chapter`, … */
  readonly label?: string
  readonly isAuthorSuppressed: boolean
  readonly position?: Position
}

/** `[see @a, p. 3; -@b]` (parenthetical) or `@a [p. 3]` (narrative). */
export interface Citation extends Node {
  type: 'citation'
  mode: 'parenthetical' | 'narrative'
  items: CitationItem[]
  /** As written in the manuscript: the visible fallback. */
  source: string
}

/** Consecutive panels of a figure: `a` alone, or `a` to `c`. */
export interface PanelRange {
  readonly from: string
  readonly to?: string
}

/** One target of a cross-reference: `@fig:x(a,b)`. */
export interface CrossReferenceItem {
  readonly id: string
  readonly panels: readonly PanelRange[]
  /** `[-@fig:x]`: the number without its label. */
  readonly isLabelSuppressed: boolean
  readonly position?: Position
}

/** `@fig:x`, `@fig:x(a-c)` or `[@fig:a; @fig:b]`. */
export interface CrossReference extends Node {
  type: 'crossReference'
  items: CrossReferenceItem[]
  /** `[@fig:x]{.page}`: the number of the page that it stands on. */
  isPage?: boolean
  /** The words of a link, `[Section %s](#x)`: `%s` or `{number}` stands for the number, `{name}` for the title. */
  pattern?: string
  source: string
}

/** `^[a footnote written where it is called]`; after `resolve/` also one that `[^1]` called. */
export interface Note extends Parent {
  type: 'note'
  children: (PhrasingContent | BlockContent | DefinitionContent)[]
}

/** `$a < b$`, a formula in a line. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
  value: string
  data?: InlineMathData | undefined
}

export interface InlineMathData extends Data {
  attributes?: Attributes
}

/** A display formula, on lines of its own or inside a paragraph. */
export interface Equation extends Literal {
  type: 'equation'
  value: string
  id?: string
  data?: EquationData | undefined
}

export interface EquationData extends Data {
  /** Present where the author gave more than an id, as `{.unnumbered}`. */
  attributes?: Attributes
}

/** A figure: one or more panels, then its caption. */
export interface Figure extends Parent {
  type: 'figure'
  attributes: Attributes
  children: (Panel | Caption)[]
}

/** One image of a figure; the children are its part of the caption. */
export interface Panel extends Parent {
  type: 'panel'
  url: string
  alt: string | undefined
  attributes: Attributes
  children: PhrasingContent[]
}

export interface Caption extends Parent {
  type: 'caption'
  children: PhrasingContent[]
}

/** A table with its caption. */
export interface CaptionedTable extends Parent {
  type: 'captionedTable'
  attributes: Attributes
  children: [Caption, Table]
}

/** `::: {#id .class}` … `:::`, or `:::name{…}`. */
export interface Div extends Parent {
  type: 'div'
  attributes: Attributes
  children: RootContent[]
}

/** `[text]{.class}`. */
export interface Span extends Parent {
  type: 'span'
  attributes: Attributes
  children: PhrasingContent[]
}

/** `x^2^`, `\textsuperscript{2}`, `{sup}`2``. */
export interface Superscript extends Parent {
  type: 'superscript'
  children: PhrasingContent[]
}

/** `H~2~O`. */
export interface Subscript extends Parent {
  type: 'subscript'
  children: PhrasingContent[]
}

/** `[Text]{.smallcaps}`. */
export interface SmallCaps extends Parent {
  type: 'smallCaps'
  children: PhrasingContent[]
}

/** `[text]{.underline}`. */
export interface Underline extends Parent {
  type: 'underline'
  children: PhrasingContent[]
}

/** `{abbr}`CSL (Citation Style Language)``: the short form, and what it stands for. */
export interface Abbreviation extends Parent {
  type: 'abbreviation'
  title: string
  children: PhrasingContent[]
}

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
  /** A paragraph alone, where the list is tight, is set without space around it. */
  isTight: boolean
  children: (BlockContent | DefinitionContent)[]
}

/** A box beside the argument: a note, a tip, a warning; Quarto's callouts, MyST's admonitions. */
export interface Admonition extends Parent {
  type: 'admonition'
  kind: 'note' | 'tip' | 'important' | 'warning' | 'caution' | 'danger' | 'seealso' | 'plain'
  attributes: Attributes
  /** The caption, where there is one, is the first child: the author's own title. */
  children: (Caption | BlockContent | DefinitionContent)[]
}

/** A theorem and its kin; a proof bears no number. */
export interface Theorem extends Parent {
  type: 'theorem'
  kind: TheoremKind
  isNumbered: boolean
  attributes: Attributes
  /** The caption, where there is one, is the first child: the name in brackets. */
  children: (Caption | BlockContent | DefinitionContent)[]
}

export type TheoremKind =
  | 'theorem'
  | 'lemma'
  | 'corollary'
  | 'proposition'
  | 'conjecture'
  | 'definition'
  | 'example'
  | 'exercise'
  | 'remark'
  | 'axiom'
  | 'algorithm'
  | 'assumption'
  | 'criterion'
  | 'observation'
  | 'property'
  | 'proof'
  | 'solution'

/** What Offprint cannot read, as it stands in the manuscript: shown as it is, reported by `parse/unread.ts`. */
export interface Unread extends Literal {
  type: 'unread'
  value: string
  /** What it is, to follow "Unexpected": `LaTeX command \\foo`. */
  what: string
  /** On lines of its own, not in a line of text. */
  isBlock: boolean
}

/** `\newpage`, `\columnbreak` and their like: what follows begins on a new page, in a new column. */
export interface LayoutBreak extends Node {
  type: 'layoutBreak'
  kind: 'page' | 'column'
}

/**
 * What the author asks of the page maker, read from attributes by `parse/nudges.ts`. What is not said is
 * left to the page maker.
 */
export interface Nudges {
  /** Of a figure or table: the head or foot of a column or page, its place in the text, a page of its own. */
  readonly placement?: 'top' | 'bottom' | 'here' | 'page'
  /** Of a figure or table: as wide as a column, or as the page. */
  readonly span?: 'column' | 'page'
  /** Of a figure or table: turned by a quarter. */
  readonly orientation?: 'landscape'
  /** Of a figure, a panel, an image or a table: a CSS length. */
  readonly width?: string
  /** Of a paragraph: lines more or less than would be best (The TeXbook, chapter 14, `\looseness`). */
  readonly looseness?: -1 | 0 | 1
}

/** `{#id …}` before it is attached to what it follows; none is left after parsing. */
export interface AttributeList extends Node {
  type: 'attributeList'
  attributes: Attributes
  source: string
}

declare module 'mdast' {
  interface RootContentMap {
    citation: Citation
    crossReference: CrossReference
    note: Note
    inlineMath: InlineMath
    equation: Equation
    figure: Figure
    panel: Panel
    caption: Caption
    captionedTable: CaptionedTable
    div: Div
    span: Span
    layoutBreak: LayoutBreak
    attributeList: AttributeList
    superscript: Superscript
    subscript: Subscript
    smallCaps: SmallCaps
    underline: Underline
    abbreviation: Abbreviation
    definitionList: DefinitionList
    admonition: Admonition
    theorem: Theorem
    unread: Unread
    definitionTerm: DefinitionTerm
    definitionDescription: DefinitionDescription
  }
  interface PhrasingContentMap {
    citation: Citation
    crossReference: CrossReference
    note: Note
    inlineMath: InlineMath
    equation: Equation
    span: Span
    attributeList: AttributeList
    superscript: Superscript
    subscript: Subscript
    smallCaps: SmallCaps
    underline: Underline
    abbreviation: Abbreviation
    unread: Unread
  }
  interface BlockContentMap {
    equation: Equation
    figure: Figure
    captionedTable: CaptionedTable
    div: Div
    layoutBreak: LayoutBreak
    definitionList: DefinitionList
    admonition: Admonition
    theorem: Theorem
    unread: Unread
  }
  interface HeadingData {
    attributes?: Attributes
  }
  interface TableData {
    /** Rows at the head; 1 where it is not said. */
    headRows?: number
    /** Widths of the columns, in parts of the whole. */
    widths?: readonly number[]
  }
  interface TableCellData {
    /** Columns and rows that the cell takes; 1 where it is not said. */
    columns?: number
    rows?: number
    /** The head of its row. */
    isHead?: boolean
    /** Where it differs from its column. */
    align?: AlignType
  }
  interface ParagraphData {
    /** Only where they say `looseness`. */
    attributes?: Attributes
  }
  interface ImageData {
    attributes?: Attributes
  }
  interface LinkData {
    attributes?: Attributes
  }
  interface InlineCodeData {
    attributes?: Attributes
  }
  interface CodeData {
    attributes?: Attributes
    /** Written for one output: `latex`, `html`, `typst`. */
    raw?: string
  }
}

declare module 'unist' {
  interface Data {
    /** Given by `resolve/`: the key of the node in the maps of `Article`, and its id in the output. */
    id?: string
    /** Given by `parse/nudges.ts`. */
    nudges?: Nudges
  }
}
