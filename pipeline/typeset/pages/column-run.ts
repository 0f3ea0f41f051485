/**
 * The state of a column while it is being filled: what it holds, which notes it must still take, and where it
 * can gain or lose a line. Heights in CSS px.
 */
import { sum } from '../../values/sum.ts'
import type { Position, VerticalList } from '../vertical-list.ts'

/** What is known about a column before it is filled. */
export interface Room {
  /** Height for text and notes: a whole number of lines. */
  readonly height: number
  /** Height for notes below a float across the page. If there is any, `height` is for text only. */
  readonly noteRoom: number
  /** Line distance of the baseline grid. */
  readonly baseline: number
  /** Height of the rule above the notes, with its space. */
  readonly noteRule: number
  /** The rest of a note that began in the previous column. */
  readonly carried: NoteRest | undefined
  /** Notes that floats of this column call. */
  readonly floatNotes: readonly number[]
  /** True if there are floats in the column or across the page, so that the column may be without text. */
  readonly isFloated: boolean
  /** True if the column must be without text. */
  readonly isTextless: boolean
  readonly isPageEnd: boolean
  /** True if the columns of the page end together, so that a column may end a little early. */
  readonly isBalanced: boolean
  /** True if no other way was found: the first item is taken even if it does not fit. */
  readonly isLastResort: boolean
}

/** The lines of a note that are still to be placed. */
export interface NoteRest {
  readonly note: number
  /** The first of these lines. */
  readonly line: number
  /** Notes to be placed after this note. */
  readonly after?: readonly number[]
}

/** The lines of a note in one column. */
export interface NotePart extends NoteRest {
  /** The line after the last one in this column. */
  readonly end: number
}

/** One way to fill a column. */
export interface ColumnEnd {
  readonly end: Position
  readonly cost: number
  /** The variant of each paragraph that is not set in its best one, by item. */
  readonly variants: ReadonlyMap<number, number>
  /** The number of lines that are added to the white space above an item, by item. */
  readonly extra: ReadonlyMap<number, number>
  readonly notes: readonly NotePart[]
  readonly carried: NoteRest | undefined
  /** Blank height at the foot. */
  readonly blank: number
  /** The part of the blank height over which paragraphs of small type at the foot are spread. */
  readonly spread: number
  /** The kind of break if the author ends the column. */
  readonly forced: 'page' | 'column' | undefined
}

/** Something that can gain or lose a line so that the column ends at its foot. */
export interface Slack {
  readonly item: number
  /** The variant of the paragraph; undefined: the white space above the item grows. */
  readonly variant?: number
  readonly lines: 1 | -1
  readonly cost: number
}

/** The column as far as it is filled. */
export interface Run {
  /** Bottom of the last line on the grid. */
  grid: number
  /** Height of everything below the last line on the grid. */
  off: number
  /** White space in the height below the last line on the grid. */
  white: number
  /** Number of paragraphs of small type below the last line on the grid. Space may be added above each. */
  joints: number
  slack: Slack[]
  notes: NotePart[]
  noteHeight: number
  carried: NoteRest | undefined
  cost: number
}

/**
 * CSS px that may be added above a paragraph of small type at the foot of a column: less than a reader
 * notices.
 */
export const jointStretch = 3
/** The share of white space that may be removed to reach the grid. */
const whiteShrink = 0.3

export function bottom(run: Run): number {
  return run.grid + run.off
}

/** The lowest place for text: on the grid, above the notes. */
export function textLimit(run: Run, room: Room): number {
  if (run.noteHeight === 0 || room.noteRoom > 0) return room.height
  return Math.floor((room.height - run.noteHeight) / room.baseline + 1e-6) * room.baseline
}

/** The height of the notes in a column, with the rule above them. */
export function notesHeight({ notes }: VerticalList, parts: readonly NotePart[], noteRule: number): number {
  if (parts.length === 0) return 0
  return noteRule + sum(parts.flatMap(({ note, line, end }) => notes[note]?.lines.slice(line, end) ?? []))
}

/** The height that is left for notes if the text ends at `text`. */
export function freeForNotes(run: Run, { height, noteRoom }: Room, text: number): number {
  return (noteRoom > 0 ? noteRoom : height - text) - run.noteHeight
}

/**
 * The number of whole lines for a height off the grid: rounded down if its white space can shrink so far,
 * else up.
 */
export function gridLines(off: number, white: number, baseline: number): number {
  if (off < 1e-6) return 0
  const down = Math.floor(off / baseline + 1e-6)
  return down > 0 && down * baseline >= off - whiteShrink * white - 1e-6
    ? down
    : Math.ceil(off / baseline - 1e-6)
}
