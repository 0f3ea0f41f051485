/**
 * The nodes that Offprint adds to mdast, registered so that `visit(tree, 'citation', …)` is typed.
 * They are what the parser makes of the manuscript's syntax; nothing is computed here.
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
  /** The words before the key, trimmed; U+FFFC stands for the next of the citation's `children`. */
  readonly prefix?: string
  /** The words after key and locator, likewise; punctuation at its beginning is kept: `, see below`. */
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
  /** A part of it alone, `\citeauthor{a}`; `none`: in the list of references and nowhere else, `\nocite{a}`. */
  form?: 'author' | 'year' | 'none'
  /** natbib's `\citet{a,b}`: the sentence names all of them, "Doe (2001) and Roe (2003)", not the first alone. */
  isEachNamed?: boolean
  /** `[@a]{.retracted}`: its works are known to be retracted, and cited all the same. */
  isOfRetracted?: boolean
  items: CitationItem[]
  /** The citation as written in the manuscript, printed when nothing better is known. */
  source: string
  /**
   * The parts of prefixes and suffixes that have markup, `[*see* @a, as $x < 1$]`, in the order of the items: one span
   * for each U+FFFC in them. Missing when the words are plain.
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
  /** `[@fig:x]{.page}`: the number of the page that it stands on. */
  isPage?: boolean
  /** `\nameref{x}`: what it is called; `\eqref{x}`: the number as it stands beside an equation. */
  form?: 'name' | 'equation'
  /** The words of a link, `[Section %s](#x)`: `%s` or `{number}` stands for the number, `{name}` for the title. */
  pattern?: string
  source: string
}

/** `^[a footnote written where it is called]`; after `resolve/` also one that `[^1]` called. */
export interface Note extends Parent {
  type: 'note'
  children: (PhrasingContent | BlockContent | DefinitionContent)[]
  data?: NoteData | undefined
}

export interface NoteData extends Data {
  /** The footnote of `[^1]`: it may have more marks than one. */
  footnote?: string
  /** Of this mark, as `id` is that of the note: given by `resolve/`. */
  markId?: string
  /** Made by `resolve/` for a citation, in a style of notes. */
  isCitation?: boolean
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
  /** TeX without labels and tags. */
  value: string
  id?: string
  /** Where it says of each row whether it is numbered: the rows of `align`, or the one of `equation`. */
  rows?: EquationRow[]
  data?: EquationData | undefined
}

/** One row of a display formula. */
export interface EquationRow {
  readonly isNumbered: boolean
  /** Where in `value` it ends: a number can be put there. */
  readonly end: number
  /** `\label{eq:x}` */
  readonly label?: string
  /** `\tag{A}`: stands for a number. */
  readonly tag?: string
  /** `\tag*{A}`: printed as it is, without brackets. */
  readonly isBareTag?: boolean
  /** Of `subequations`: `a` of "1a". */
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

/** One image of a figure; the children are its part of the caption. */
export interface Panel extends Parent {
  type: 'panel'
  url: string
  alt: string | undefined
  attributes: Attributes
  children: PhrasingContent[]
}

/** A part of a figure that is not one image: code, equations, what a cell would show; with its caption. */
export interface ContentPanel extends Parent {
  type: 'contentPanel'
  attributes: Attributes
  children: (Caption | BlockContent)[]
}

/** What a code cell would show; code is not run, so that only its place is known. */
export interface NotRun extends Node {
  type: 'notRun'
  /** `R`, `python`, … */
  language: string
  /** The label of its cell; knitr's `unnamed-chunk-1` where it has none. */
  label: string
}

/** Code with a caption: numbered, and a target of references. */
export interface Listing extends Parent {
  type: 'listing'
  attributes: Attributes
  children: [Caption, Code]
}

/** `{{< name words key=value >}}`, until `parse/shortcodes.ts` has read it. */
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
  /** Where the author has a name of his own for it: "Hypothesis". It is set and counted by that. */
  word?: string
  isNumbered: boolean
  /** Theorems of several names that are counted in one row. */
  counter?: string
  /** Counted anew in each: "Theorem 2.1". */
  within?: 'section' | 'subsection'
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
  data?: UnreadData | undefined
  value: string
  /** What it is, to follow "Unexpected": `LaTeX command \\foo`. */
  what: string
  /** On lines of its own, not in a line of text. */
  isBlock: boolean
}

export interface UnreadData extends Data {
  /** Another message speaks of it. */
  isReported?: boolean
}

/** `\newpage`, `\columnbreak` and their like: what follows begins on a new page, in a new column. */
export interface LayoutBreak extends Node {
  type: 'layoutBreak'
  kind: 'page' | 'column'
}

/** `::: {#refs}`: a list of references stands here; `resolve/` decides which works are in it. */
export interface ReferenceListPlace extends Node {
  type: 'referenceList'
  /** `main`, or the name of a list, `software` of `{#refs-software}`. */
  name: string
  attributes: Attributes
  /** The heading before it, which it has taken. */
  heading?: { readonly text: string; readonly depth: number }
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
  /** Of a figure, a panel or an image: a CSS length that is no percentage. With a width: the smaller of both. */
  readonly height?: string
  /** Of a figure, a panel or an image: times its natural size. */
  readonly scale?: number
  /** Of a paragraph: lines more or less than would be best (The TeXbook, chapter 14, `\looseness`). */
  readonly looseness?: -1 | 0 | 1
}

/** Who made an image, a table or code, and how it may be used; read from attributes by `parse/credits.ts`. */
export interface Credit {
  readonly text?: string
  readonly license?: { readonly id?: string; readonly text?: string; readonly url?: string }
}

/** How the items of a list are counted, where not by `1.`. */
export interface ListNumbering {
  readonly style: 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman' | 'example'
  /** `a.`, `a)`, `(a)`. */
  readonly delimiter: 'period' | 'parenthesis' | 'parentheses'
}

/** `: text`, `a. text` or `(@) text` before its list is made; none is left after parsing. */
export interface MarkedItem extends Parent {
  type: 'markedItem'
  marker: string
  /** The marker and its space, as written. */
  prefix: string
  children: (BlockContent | DefinitionContent)[]
}

/** `{#id …}` before it is attached to what it follows; none is left after parsing. */
export interface AttributeList extends Node {
  type: 'attributeList'
  attributes: Attributes
  source: string
}

/** LaTeX before it is read by `parse/latex/`; none is left after parsing. */
export interface Latex extends Literal {
  type: 'latex'
  value: string
  /** Where its lines begin, in `value` and in the manuscript. */
  lines: readonly { readonly index: number; readonly point: Point }[]
  /** On lines of its own. */
  isBlock: boolean
}

/** `\label{x}` before what bears it has taken it; none is left after parsing. */
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
    /** Given by `resolve/`: the key of the node in the maps of `Article`, and its id in the output. */
    id?: string
    /** Given by `parse/nudges.ts`. */
    nudges?: Nudges
    /** Given by `parse/credits.ts`, to figures and their panels, tables and listings. */
    credit?: Credit
    /** Names beside the id that references may use: a `\label` of what has an id already. */
    labels?: readonly string[]
  }
}
