/**
 * The galley: the article as one long column, measured by the browser before it is cut into pages.
 * `hands/read-galley.ts` makes it. It is plain data; lengths are in CSS px.
 */

/** Every paragraph whose lines Offprint breaks: in the flow, in boxes and floats, and in notes. */
export function textBlocks(galley: Galley): readonly TextBlock[] {
  const notes = galley.notes.flatMap(note => note.blocks)
  const blocks = [
    ...galley.blocks,
    ...galley.inset,
    ...notes,
    ...(galley.sides ?? []).flatMap(side => side.blocks),
  ]
  return blocks.filter(block => block.type === 'text')
}

export interface Galley {
  /** The flow of the text, in reading order. */
  readonly blocks: readonly GalleyBlock[]
  /** Figures and tables that move to the head or foot of a column or page, in order. */
  readonly floats: readonly GalleyFloat[]
  readonly notes: readonly GalleyNote[]
  /** Notes and figures of the margin, in order. Undefined if there are none, as for `sides`. */
  readonly marginNotes?: readonly GalleyMarginNote[]
  /** What the journal's template places at the side of the first page, in order. */
  readonly sides?: readonly GalleySide[]
  /** Paragraphs inside floats and boxes. Their lines are broken too, but they are not placed one by one. */
  readonly inset: readonly TextBlock[]
  /**
   * The faces that `Run.style` refers to: CSS `font` shorthands, each with the further declarations that
   * change its glyphs: `normal normal 400 16px serif;font-variant-numeric:oldstyle-nums`.
   */
  readonly styles: readonly string[]
  /** All ids of the output, each with the block that contains the element. */
  readonly ids: readonly { readonly id: string; readonly block: number }[]
  /** Height of the rule above the notes of a column, with the space around it. */
  readonly noteRule: number
  /** Number of blocks before the imprint at the end of the article. Undefined if there is none. */
  readonly imprint?: number
}

export type GalleyBlock = TextBlock | BoxBlock | BreakBlock

interface BlockPlace {
  /** Number of the block: `data-block` in the document. */
  readonly id: number
  /** Number of the place in the manuscript that the block comes from: `data-source` in the document. */
  readonly source: number | undefined
  /** Distance of the block from the left edge of the column. */
  readonly x: number
  readonly width: number
  /** White space between the previous block and this one, with margins collapsed. */
  readonly gap: number
}

/** A paragraph, or the part of a paragraph before, between or after display equations. */
export interface TextBlock extends BlockPlace {
  readonly type: 'text'
  /**
   * The text with collapsed spaces. It has U+00AD where a word may be divided, U+FFFC for each atom, and `\n`
   * for a forced break.
   */
  readonly text: string
  readonly runs: readonly Run[]
  readonly atoms: readonly Atom[]
  readonly links: readonly Anchor[]
  /** The footnote marks in the text. */
  readonly marks: readonly Anchor[]
  readonly lineHeight: number
  readonly indent: number
  /** The room of a drop cap at the beginning of the first lines. */
  readonly drop?: DropRoom
  /** How the lines are set. `preserved`: with their spaces and line ends, as for code. */
  readonly setting: 'justified' | 'ragged' | 'preserved'
  /** Whether the paragraph begins with this block. */
  readonly isStart: boolean
  /** Whether the paragraph ends with this block. */
  readonly isEnd: boolean
  readonly keepsWithNext: boolean
  readonly keepsTogether?: true
  /** The item that begins with the paragraph, if it is at the beginning or the end of its list. */
  readonly item?: 'first' | 'second' | 'last'
  /**
   * The number of lines by which the author wants the paragraph longer (or shorter, if negative) than is
   * best.
   */
  readonly looseness: number
  /** True in German, where a capital does not make a name. */
  readonly capitalizesNouns?: true
}

/** How many lines are shorter because of a drop cap, and by how much. */
export interface DropRoom {
  readonly lines: number
  readonly width: number
}

/** Characters in one face: from the end of the previous run up to `end`. */
export interface Run {
  readonly end: number
  /** Index into `Galley.styles`. */
  readonly style: number
  /** What the characters are. Addresses (links that show their URL) and code allow more breaks. */
  readonly kind: 'text' | 'address' | 'code'
}

/** A formula, an image or a margin of an inline element: anything in a line that is not text. */
export interface Atom {
  readonly at: number
  readonly width: number
  /** 1 if the atom has a character (U+FFFC) in `text`; 0 for a margin. */
  readonly length: 0 | 1
  /** How far the atom reaches above and below its baseline, if it may be taller than a line. */
  readonly reach?: Reach
}

export interface Reach {
  readonly rise: number
  readonly drop: number
}

export interface Anchor {
  readonly at: number
  /** Id of the element that the mark or link leads to. */
  readonly target: string
}

/** A block that is not broken: a heading, an equation, a table. */
export interface BoxBlock extends BlockPlace {
  readonly type: 'box'
  readonly height: number
  readonly keepsWithNext: boolean
  readonly keepsWithPrevious: boolean
  readonly marks: readonly Anchor[]
  readonly links: readonly Anchor[]
  /** Text of a first-level heading, for running heads; undefined for any other box. */
  readonly heading: string | undefined
}

export interface TableRows {
  /** Height above the table: caption and space. */
  readonly before: number
  /** Height above a further part of a cut table, whose caption is one line. */
  readonly continued: number
  /** Height of the head rows. */
  readonly head: number
  /** Heights of the body rows. */
  readonly body: readonly number[]
  /** White space that only the first body row has above it, and that only the last has below it. */
  readonly ends: { readonly first: number; readonly last: number }
  /** Body rows that a cell of the previous row reaches into: the table is not cut before them. */
  readonly joined?: readonly number[]
  /** The lines of rows that may be cut themselves, by the number of the body row. */
  readonly lines: readonly (readonly [row: number, lines: RowLines])[]
  /** Height below the table. */
  readonly after: number
}

/** Top and bottom of the lines of each cell, from the top of the row. */
export type RowLines = readonly (readonly (readonly [top: number, bottom: number])[])[]

interface BreakBlock {
  readonly type: 'break'
  readonly id: number
  readonly source: number | undefined
  readonly kind: 'page' | 'column'
}

export interface GalleyFloat {
  readonly id: number
  readonly source: number | undefined
  /** Id of the figure or table in the output. */
  readonly target: string
  readonly span: 'column' | 'page'
  readonly placement: 'top' | 'bottom' | 'page' | undefined
  /** `alone`: after the text, on a page of its own. `shared`: after the text, with others on a page. */
  readonly atEnd?: 'alone' | 'shared'
  readonly isLandscape: boolean
  /** Whether the float is a table. Tables keep their order among tables, figures among figures. */
  readonly isTable: boolean
  /** Number of blocks of the flow before the place of the float in the manuscript. */
  readonly after: number
  readonly width: number
  readonly height: number
  /** The least distance to the text above or below. */
  readonly gap: number
  /** The footnote marks; `at`: the body row of a table, or 0. */
  readonly marks: readonly Anchor[]
  /** Heights of the rows of a table, which may be cut between them. */
  readonly rows: TableRows | undefined
}

export interface GalleyNote {
  readonly id: number
  readonly target: string
  /** The blocks of the note. Their `x` is counted from the left edge of the note. */
  readonly blocks: readonly (TextBlock | BoxBlock)[]
}

/** A note or figure of the margin. */
export interface GalleyMarginNote {
  readonly id: number
  readonly source: number | undefined
  /** The block (in the flow, a float or a note) that it belongs beside, and the offset in its text. */
  readonly beside: { readonly block: number; readonly at: number }
  readonly width: number
  readonly height: number
  /** Distance from the top of the box to the middle of its first line; undefined for a figure. */
  readonly firstLine: number | undefined
}

/** An element at the side of the first page. The browser lays out what is in it. */
export interface GalleySide {
  /** The element as one box. Undefined if it is higher than a page. */
  readonly whole?: BoxBlock
  /** Its parts in order, for where the whole has no room. Their `x` is counted from the left edge. */
  readonly blocks: readonly (TextBlock | BoxBlock)[]
  /** True if it ends at the foot of the page. */
  readonly isAtFoot: boolean
}
