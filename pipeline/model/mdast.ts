/**
 * The nodes that Offprint adds to mdast, registered so that `visit(tree, 'citation', …)` is typed. The parser
 * makes them from the manuscript's syntax; nothing is computed in them.
 */
import type {
  BlockContent,
  Code,
  DefinitionContent,
  Parent,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import type { Data, Literal, Node, Point, Position } from 'unist'

/** `{#id .class key=value}` as pandoc writes it. */
export interface Attributes {
  readonly id?: string
  readonly classes: readonly string[]
  readonly values: Readonly<Record<string, string>>
}

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
  readonly isAuthorSuppressed: boolean
  /** A property of CiTO: `usesMethodIn`. */
  readonly intent?: string
  readonly position?: Position
}

/** `[see @a, p. 3; -@b]` (parenthetical) or `@a [p. 3]` (narrative). */
export interface Citation extends Node {
  type: 'citation'
  mode: 'parenthetical' | 'narrative'
  /**
   * Prints only a part, `\citeauthor{a}`; `none`: the works are only in the list of references, `\nocite{a}`.
   */
  form?: 'author' | 'year' | 'none'
  /**
   * natbib's `\citet{a,b}`: the sentence names every work, "Doe (2001) and Roe (2003)", not only the first.
   */
  isEachNamed?: boolean
  /** `[@a]{.retracted}`: the author knows that the works are retracted. */
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
  /** `[@fig:x]{.page}`: prints the number of the page that the target is on. */
  isPage?: boolean
  /** `\nameref{x}` prints the title of the target; `\eqref{x}` the number as printed beside an equation. */
  form?: 'name' | 'equation'
  /**
   * The words of a link, `[Section %s](#x)`: `%s` or `{number}` is replaced by the number, `{name}` by the
   * title.
   */
  pattern?: string
  source: string
}

/** `^[a footnote in the text]`; after `resolve/` also the footnote of a `[^1]`. */
export interface Note extends Parent {
  type: 'note'
  children: (PhrasingContent | BlockContent | DefinitionContent)[]
  data?: NoteData | undefined
}

export interface NoteData extends Data {
  /** The label of the footnote, `1` of `[^1]`; it may have several marks. */
  footnote?: string
  /** The id of this mark, given by `resolve/`; `id` is the id of the note. */
  markId?: string
  /** True if `resolve/` made the note for a citation, in a style of notes. */
  isCitation?: boolean
}

/** `$a < b$`: a formula in a line of text. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
  value: string
  data?: InlineMathData | undefined
}

export interface InlineMathData extends Data {
  attributes?: Attributes
}

/** A display formula, between paragraphs or inside one. */
export interface Equation extends Literal {
  type: 'equation'
  /** TeX without labels and tags. */
  value: string
  id?: string
  /** The rows of `align`, or the one of `equation`, if the environment says which rows are numbered. */
  rows?: EquationRow[]
  data?: EquationData | undefined
}

/** One row of a display formula. */
export interface EquationRow {
  readonly isNumbered: boolean
  /** The offset in `value` where the row ends and a number can be inserted. */
  readonly end: number
  /** `\label{eq:x}` */
  readonly label?: string
  /** `\tag{A}`: printed instead of a number. */
  readonly tag?: string
  /** True for `\tag*{A}`: the tag is printed without brackets. */
  readonly isBareTag?: boolean
  /** The letter in `subequations`: `a` of "1a". */
  readonly letter?: string
  /** On the first of `subequations`: the label of them all, "1". */
  readonly groupLabel?: string
}

export interface EquationData extends Data {
  /** Present where the author gave more than an id, as `{.unnumbered}`. */
  attributes?: Attributes
  /** Given by `resolve/`: the id of each row that is numbered by itself. */
  rowIds?: readonly (string | undefined)[]
}

/** A figure: one or more panels, then its caption. */
export interface Figure extends Parent {
  type: 'figure'
  attributes: Attributes
  children: (Panel | ContentPanel | Caption)[]
}

/** One image of a figure; the children are its own caption. */
export interface Panel extends Parent {
  type: 'panel'
  url: string
  alt: string | undefined
  attributes: Attributes
  children: PhrasingContent[]
}

/** A panel of a figure that is not an image: code, equations, or the result of a cell; with its caption. */
export interface ContentPanel extends Parent {
  type: 'contentPanel'
  attributes: Attributes
  children: (Caption | BlockContent)[]
}

/** The place of the result of a code cell. Code is never run, so the result itself is not known. */
export interface NotRun extends Node {
  type: 'notRun'
  /** `R`, `python`, … */
  language: string
  /** The label of the cell; without one, knitr's name `unnamed-chunk-1`. */
  label: string
}

/** Code with a caption: it is numbered and can be referred to. */
export interface Listing extends Parent {
  type: 'listing'
  attributes: Attributes
  children: [Caption, Code]
}

/** `{{< name words key=value >}}`, until `parse/passes/shortcodes.ts` has read it. */
export interface Shortcode extends Node {
  type: 'shortcode'
  name: string
  words: readonly string[]
  source: string
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

/** `{abbr}`CSL (Citation Style Language)``: the short form, with the long form as its title. */
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
  /** True in a tight list: a single paragraph is set without space around it. */
  isTight: boolean
  children: (BlockContent | DefinitionContent)[]
}

/** A box with a note, a tip or a warning: Quarto's callouts, MyST's admonitions. */
export interface Admonition extends Parent {
  type: 'admonition'
  kind: 'note' | 'tip' | 'important' | 'warning' | 'caution' | 'danger' | 'seealso' | 'plain'
  attributes: Attributes
  /** The author's title, if there is one, is a caption and the first child. */
  children: (Caption | BlockContent | DefinitionContent)[]
}

/** A theorem, lemma, definition and so on; a proof has no number. */
export interface Theorem extends Parent {
  type: 'theorem'
  kind: TheoremKind
  /**
   * The word of an environment that the author defined, "Hypothesis"; it is printed, and counted separately.
   */
  word?: string
  isNumbered: boolean
  /** The name of the counter, if it is shared by environments of several names. */
  counter?: string
  /** The level of sections in which the counter starts anew: "Theorem 2.1". */
  within?: 'section' | 'subsection'
  attributes: Attributes
  /** The name in brackets, if there is one, is a caption and the first child. */
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

/** Source text that Offprint cannot read: printed as written, and reported by `parse/passes/unread.ts`. */
export interface Unread extends Literal {
  type: 'unread'
  data?: UnreadData | undefined
  value: string
  /** A description to follow the word "Unexpected": `LaTeX command \\foo`. */
  what: string
  /** True between paragraphs, false in a line of text. */
  isBlock: boolean
}

export interface UnreadData extends Data {
  /** True if another message reports it. */
  isReported?: boolean
}

/** `\newpage`, `\columnbreak` and similar commands: the text continues on a new page or in a new column. */
export interface LayoutBreak extends Node {
  type: 'layoutBreak'
  kind: 'page' | 'column'
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

/**
 * Wishes of the author for the layout, read from attributes by `parse/passes/nudges.ts`. A missing value
 * leaves the decision to the page maker.
 */
export interface Nudges {
  /**
   * Figures and tables: at the top or bottom of a column or page, at their place in the text, or on a
   * separate page.
   */
  readonly placement?: 'top' | 'bottom' | 'here' | 'page'
  /** Figures and tables: as wide as a column, or as the page. */
  readonly span?: 'column' | 'page'
  /** Figures and tables: turned by a quarter. */
  readonly orientation?: 'landscape'
  /** Figures, panels, images and tables: a CSS length. */
  readonly width?: string
  /**
   * Figures, panels and images: a CSS length other than a percentage. With a width, the smaller size counts.
   */
  readonly height?: string
  /** Figures, panels and images: a multiple of the natural size. */
  readonly scale?: number
  /** Paragraphs: lines more or fewer than the best number (The TeXbook, chapter 14, `\looseness`). */
  readonly looseness?: -1 | 0 | 1
}

/**
 * The maker and the licence of an image, a table or code, read from attributes by `parse/passes/credits.ts`.
 */
export interface Credit {
  readonly text?: string
  readonly license?: { readonly id?: string; readonly text?: string; readonly url?: string }
}

/** How the items of a list are counted, if not by `1.`. */
export interface ListNumbering {
  readonly style: 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman' | 'example'
  /** `a.`, `a)`, `(a)`. */
  readonly delimiter: 'period' | 'parenthesis' | 'parentheses'
}

/** `: text`, `a. text` or `(@) text` before it becomes part of a list. Does not exist after parsing. */
export interface MarkedItem extends Parent {
  type: 'markedItem'
  marker: string
  /** The marker and the space after it, as written. */
  prefix: string
  children: (BlockContent | DefinitionContent)[]
}

/** `{#id …}` before it is attached to the node before it. Does not exist after parsing. */
export interface AttributeList extends Node {
  type: 'attributeList'
  attributes: Attributes
  source: string
}

/** LaTeX before `parse/markdown/latex/` reads it. Does not exist after parsing. */
export interface Latex extends Literal {
  type: 'latex'
  value: string
  /** The beginning of each line, in `value` and in the manuscript. */
  lines: readonly { readonly index: number; readonly point: Point }[]
  /** True between paragraphs, false in a line of text. */
  isBlock: boolean
}

/** `\label{x}` before it is attached to the node that it names. Does not exist after parsing. */
export interface Label extends Node {
  type: 'label'
  name: string
  source: string
}

declare module 'mdast' {
  interface RootContentMap {
    latex: Latex
    label: Label
    citation: Citation
    crossReference: CrossReference
    note: Note
    inlineMath: InlineMath
    equation: Equation
    figure: Figure
    panel: Panel
    contentPanel: ContentPanel
    notRun: NotRun
    listing: Listing
    shortcode: Shortcode
    caption: Caption
    captionedTable: CaptionedTable
    div: Div
    span: Span
    layoutBreak: LayoutBreak
    referenceList: ReferenceListPlace
    attributeList: AttributeList
    markedItem: MarkedItem
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
    latex: Latex
    label: Label
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
    shortcode: Shortcode
  }
  interface BlockContentMap {
    latex: Latex
    equation: Equation
    figure: Figure
    listing: Listing
    notRun: NotRun
    captionedTable: CaptionedTable
    div: Div
    layoutBreak: LayoutBreak
    definitionList: DefinitionList
    admonition: Admonition
    theorem: Theorem
    unread: Unread
  }
  interface RootData {
    /** Macros of TeX that the text defines, each with its meaning: `\R` → `\mathbb{R}`. */
    macros?: Readonly<Record<string, string>>
  }
  interface HeadingData {
    attributes?: Attributes
  }
  interface TableData {
    /** Rows at the head; 1 where it is not said. */
    headRows?: number
    /** Rows at the foot, under a rule; 0 where it is not said. */
    footRows?: number
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
  interface ListData {
    /** Absent where the list counts `1.` */
    numbering?: ListNumbering
  }
  interface ListItemData {
    /** Of an example `(@good)`: its name in references. */
    label?: string
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
    /** `{=html}`: the language of an output, in which the code is written. */
    rawFormat?: string
  }
  interface CodeData {
    attributes?: Attributes
    rawFormat?: string
    /** A code cell, which is not run: what it would show is not in the article. */
    isCell?: boolean
  }
}

declare module 'unist' {
  interface Data {
    /** The key of the node in the maps of `Article`, and its id in the output; given by `resolve/`. */
    id?: string
    /** Set by `parse/passes/nudges.ts`. */
    nudges?: Nudges
    /** Set by `parse/passes/credits.ts` on figures, panels, tables and listings. */
    credit?: Credit
    /** Further names that references may use: a `\label` of a node that has an id already. */
    labels?: readonly string[]
  }
}
