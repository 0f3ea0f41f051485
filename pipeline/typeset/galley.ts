/**
 * The galley: the article as one long column, measured by the browser before it is cut into pages. Plain
 * data, lengths in CSS px. `hands/read-galley.ts` makes it, everything in this folder works on it.
 */

/** Every paragraph whose lines are broken here, in the flow, in floats and in notes. */
export function textBlocks(galley: Galley): readonly TextBlock[] {
  const notes = galley.notes.flatMap(note => note.blocks)
  return [...galley.blocks, ...galley.inset, ...notes].filter(block => block.type === 'text')
}

export interface Galley {
  /** The flow of the text, in reading order. */
  readonly blocks: readonly GalleyBlock[]
  /** What leaves the flow for the top or the foot of a column or page, in order. */
  readonly floats: readonly GalleyFloat[]
  readonly notes: readonly GalleyNote[]
  /** Paragraphs inside floats and boxes: their lines are broken here and stay where they are. */
  readonly inset: readonly TextBlock[]
  /** The faces of `Run.style`: CSS `font` shorthands. */
  readonly styles: readonly string[]
  /** Everything with an id in the output, and the block in which it stands. */
  readonly ids: readonly { readonly id: string; readonly block: number }[]
  /** Height of the rule over the notes of a column, with the space around it. */
  readonly noteRule: number
}

export type GalleyBlock = TextBlock | BoxBlock | BreakBlock

interface BlockPlace {
  /** Number of the block in the document, `data-block` there. */
  readonly id: number
  /** Which element of the article it comes from, `data-source` in the print document. */
  readonly source: number | undefined
  /** From the left edge of the column. */
  readonly x: number
  readonly width: number
  /** Between the block before it and its own top, margins collapsed. */
  readonly gap: number
}

/** A paragraph, or what of it stands before, between or after display equations. */
export interface TextBlock extends BlockPlace {
  readonly type: 'text'
  /** Spaces collapsed, U+00AD where a word may be divided, U+FFFC for each atom, `\n` for a forced line. */
  readonly text: string
  readonly runs: readonly Run[]
  readonly atoms: readonly Atom[]
  readonly links: readonly Anchor[]
  /** Marks of footnotes. */
  readonly marks: readonly Anchor[]
  readonly lineHeight: number
  readonly indent: number
  /** `preserved`: code, whose spaces and line ends are kept. */
  readonly setting: 'justified' | 'ragged' | 'preserved'
  /** Whether it begins, and whether it ends its paragraph. */
  readonly isStart: boolean
  readonly isEnd: boolean
  readonly keepsWithNext: boolean
  /** Lines more or fewer than the best, as the author wishes. */
  readonly looseness: number
}

/** The characters up to `end` (from the end of the run before) in one face. */
export interface Run {
  readonly end: number
  /** Index into `Galley.styles`. */
  readonly style: number
  /** In an address (a link that shows its URL) and in code more breaks are allowed. */
  readonly kind: 'text' | 'address' | 'code'
}

/** Something in a line that is not text: a formula, an image. Or a margin of an inline element. */
export interface Atom {
  readonly at: number
  readonly width: number
  /** 1 where the atom stands for a character of `text`, 0 for a mere space. */
  readonly length: 0 | 1
  /** How far it reaches above and below its baseline, where that may be more than a line has room for. */
  readonly reach?: Reach
}

export interface Reach {
  readonly rise: number
  readonly drop: number
}

export interface Anchor {
  readonly at: number
  /** The id in the output that it leads to. */
  readonly target: string
}

/** What is not broken: a heading, an equation, a table. */
export interface BoxBlock extends BlockPlace {
  readonly type: 'box'
  readonly height: number
  readonly keepsWithNext: boolean
  readonly keepsWithPrevious: boolean
  readonly marks: readonly Anchor[]
  readonly links: readonly Anchor[]
  /** Of a heading of the first level: its text, for running heads. */
  readonly heading: string | undefined
}

export interface TableRows {
  /** Height of what stands over the rows: caption and space. */
  readonly before: number
  /** The same where the table is continued and the caption is one line. */
  readonly continued: number
  readonly head: number
  readonly body: readonly number[]
  /** Rows of the body that a cell of the row before reaches into: no cut comes before them. */
  readonly joined?: readonly number[]
  readonly after: number
}

export interface BreakBlock {
  readonly type: 'break'
  readonly id: number
  readonly source: number | undefined
  readonly kind: 'page' | 'column'
}

export interface GalleyFloat {
  readonly id: number
  readonly source: number | undefined
  /** Its id in the output. */
  readonly target: string
  readonly span: 'column' | 'page'
  readonly placement: 'top' | 'bottom' | 'page' | undefined
  readonly isLandscape: boolean
  /** Tables and figures each keep their own order. */
  readonly isTable: boolean
  /** The number of blocks of the flow before its place in the source. */
  readonly after: number
  readonly width: number
  readonly height: number
  /** The least distance to the text above or below it. */
  readonly gap: number
  readonly marks: readonly Anchor[]
  /** Where it is a table: it may be cut between its rows. */
  readonly rows: TableRows | undefined
}

export interface GalleyNote {
  readonly id: number
  readonly target: string
  /** From the left edge of the note. */
  readonly blocks: readonly (TextBlock | BoxBlock)[]
}
