/**
 * A column while it is filled: what stands in it, what it owes, and what of it gives. Heights in CSS px.
 */
import type { Position } from '../vertical-list.ts'

export interface Room {
  /** For text and notes; a whole number of lines. */
  readonly height: number
  /** The step of the baseline grid. */
  readonly baseline: number
  /** Over the notes of a column: the rule and its space. */
  readonly noteRule: number
  /** A note begun in the column before, and its first line that is still to come. */
  readonly carried: NoteRest | undefined
  /** Notes that floats of this column call. */
  readonly floatNotes: readonly number[]
  /** Floats stand in it, so that it may do without text; or must. */
  readonly isFloated: boolean
  readonly isTextless: boolean
  readonly isPageEnd: boolean
  /** On a balanced page a column that ends a little early does less harm. */
  readonly isBalanced: boolean
  /** Where nothing fits otherwise, the first item is taken, however large. */
  readonly isLastResort: boolean
}

export interface NoteRest {
  readonly note: number
  readonly line: number
  /** Notes that come after it, of which no line stands yet. */
  readonly after?: readonly number[]
}

export interface NotePart extends NoteRest {
  /** The line after its last one here. */
  readonly end: number
}

export interface ColumnEnd {
  readonly end: Position
  readonly cost: number
  /** Paragraphs not set in their best variant, by item. */
  readonly variants: ReadonlyMap<number, number>
  /** Items over which the white space takes this much more. */
  readonly extra: ReadonlyMap<number, number>
  readonly notes: readonly NotePart[]
  readonly carried: NoteRest | undefined
  /** White left at the foot. */
  readonly blank: number
  /** The break at which it ends, where the author forced it. */
  readonly forced: 'page' | 'column' | undefined
}

/** Something that may take or give a line, so that the column comes out even. */
export interface Slack {
  readonly item: number
  readonly variant?: number
  readonly lines: 1 | -1
  readonly cost: number
}

export interface Run {
  /** Bottom of the last line on the grid. */
  grid: number
  /** Extent of what came after it off the grid, and how much of it is white space. */
  off: number
  white: number
  /** Items in it that are small type, between which space may spread. */
  joints: number
  slack: Slack[]
  notes: NotePart[]
  noteHeight: number
  carried: NoteRest | undefined
  cost: number
}

/** How much of white space may be taken away to reach the grid. */
const whiteShrink = 0.3

export function bottom(run: Run): number {
  return run.grid + run.off
}

/** The foot of the text: over the notes, on the grid. */
export function textLimit(run: Run, room: Room): number {
  if (run.noteHeight === 0) return room.height
  return Math.floor((room.height - run.noteHeight) / room.baseline + 1e-6) * room.baseline
}

/** Whole lines for what is off the grid: as near as its white space allows. */
export function gridLines(off: number, white: number, baseline: number): number {
  if (off < 1e-6) return 0
  const down = Math.floor(off / baseline + 1e-6)
  return down > 0 && down * baseline >= off - whiteShrink * white - 1e-6
    ? down
    : Math.ceil(off / baseline - 1e-6)
}
