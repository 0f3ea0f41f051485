/**
 * The nodes that Offprint adds to mdast, registered so that `visit(tree, 'citation', …)` is typed. The parser
 * makes them from the manuscript's syntax; nothing is computed in them. Their types are in `mdast/`, by
 * subject; this file exports them all.
 */
import type { Position } from 'unist'
import type { Attributes, Credit, Nudges, StrayAttributes } from './mdast/attributes.ts'
import type { Caption } from './mdast/caption.ts'
import type { Citation, ReferenceListPlace } from './mdast/citation.ts'
import type { Listing, NotRun } from './mdast/code.ts'
import type { CrossReference } from './mdast/cross-reference.ts'
import type { ContentPanel, Figure, Panel } from './mdast/figure.ts'
import type { GlossExample, GlossLine, GlossPart, GlossWord } from './mdast/gloss.ts'
import type { Abbreviation, SmallCaps, Span, Subscript, Superscript, Underline } from './mdast/inline.ts'
import type { DefinitionDescription, DefinitionList, DefinitionTerm, ListNumbering } from './mdast/list.ts'
import type { Equation, InlineMath } from './mdast/math.ts'
import type { Note } from './mdast/note.ts'
import type { Admonition, Div, LayoutBreak } from './mdast/structure.ts'
import type { CaptionedTable } from './mdast/table.ts'
import type { Theorem } from './mdast/theorem.ts'
import type { AttributeList, Label, Latex, MarkedItem, Shortcode } from './mdast/transient.ts'
import type { Unread } from './mdast/unread.ts'
import type { WrittenMacro } from './tex-macro.ts'

export type * from './mdast/attributes.ts'
export type * from './mdast/caption.ts'
export type * from './mdast/citation.ts'
export type * from './mdast/code.ts'
export type * from './mdast/cross-reference.ts'
export type * from './mdast/figure.ts'
export type * from './mdast/gloss.ts'
export type * from './mdast/inline.ts'
export type * from './mdast/list.ts'
export type * from './mdast/math.ts'
export type * from './mdast/note.ts'
export type * from './mdast/structure.ts'
export type * from './mdast/table.ts'
export type * from './mdast/theorem.ts'
export type * from './mdast/transient.ts'
export type * from './mdast/unread.ts'

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
    glossExample: GlossExample
    glossPart: GlossPart
    glossLine: GlossLine
    glossWord: GlossWord
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
    glossExample: GlossExample
    unread: Unread
  }
  interface RootData {
    /** Macros of TeX that the text defines: name with its backslash → macro. */
    macros?: Readonly<Record<string, WrittenMacro>>
    strayAttributes?: readonly StrayAttributes[]
    /** The places of markup that is too much or too deep to be read and therefore is text. */
    excessMarkup?: Position[]
  }
  interface HeadingData {
    attributes?: Attributes
    /** The text of the heading as written, if a typed number was taken out of it. */
    written?: string
  }
  interface TableData {
    /** The number of rows in the head. Default: 1. */
    headRows?: number
    /** The number of rows in the foot, which is under a rule. Default: 0. */
    footRows?: number
    /** Widths of the columns, as proportions of each other. */
    widths?: readonly number[]
  }
  interface TableCellData {
    /** The numbers of columns and rows that the cell spans. Default: 1. */
    columns?: number
    rows?: number
    /** True if the cell is the head of its row. */
    isHead?: boolean
    /** The alignment of the cell, if it differs from that of the column. */
    align?: AlignType
  }
  interface ListData {
    /** How the items are counted. Missing if they are counted by `1.` */
    numbering?: ListNumbering
  }
  interface ListItemData {
    /** The label of an example, `good` of `(@good)`, by which references name it. */
    label?: string
  }
  interface ParagraphData {
    /** The attributes of the paragraph. Present only if they contain `looseness`. */
    attributes?: Attributes
  }
  interface DefinitionData {
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
    /** The format of the output that the code is meant for: `html` for `{=html}`. */
    rawFormat?: string
  }
  interface CodeData {
    attributes?: Attributes
    rawFormat?: string
    /** The number of the first line, if lines are numbered. */
    firstLine?: number
    /** The lines that stand out, counted from 1. */
    emphasizedLines?: readonly number[]
    /** True for a code cell. It is not run: the article does not contain its result. */
    isCell?: boolean
  }
}

declare module 'unist' {
  interface Data {
    /** The key of the node in the maps of `Article`, and its id in the output; given by `resolve/`. */
    id?: string
    /** The author's wishes for the layout. Set by `parse/passes/nudges.ts`. */
    nudges?: Nudges
    /**
     * The maker and the licence. Set by `parse/passes/credits.ts` on figures, panels, tables and listings.
     */
    credit?: Credit
    /** Further names that references may use: a `\label` of a node that has an id already. */
    labels?: readonly string[]
  }
}
