/**
 * The vertical list: the galley with its lines broken, as page make-up sees it. Heights in CSS px; what a
 * line says or how it is set is not known here.
 */

export type VerticalItem = Paragraph | Block | ForcedBreak

/** A paragraph, or a part of it between display equations. */
export interface Paragraph {
  readonly type: 'paragraph'
  /** White space above it; dropped at the head of a column. */
  readonly gap: number
  readonly lineHeight: number
  /** The ways to break it, best first; more than one where it may be made longer or shorter. */
  readonly variants: readonly Variant[]
  readonly isStart: boolean
  readonly isEnd: boolean
  readonly keepsWithNext: boolean
}

export interface Variant {
  readonly lines: number
  /** By line, what it is higher than a line: whole lines of the grid where the text stands on it. None where none is. */
  readonly extra?: readonly number[]
  /** Demerits beyond the best. */
  readonly cost: number
  /** By line: whether it ends in a hyphen, and the notes that it calls. */
  readonly hyphens: readonly boolean[]
  readonly notes: readonly (readonly number[])[]
}

/** The height of lines of a paragraph, from `from` up to `to`. */
export function linesHeight(
  { lineHeight, variants }: Paragraph,
  variant: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const extra = variants[variant]?.extra?.slice(from, to) ?? []
  return extra.reduce((total, one) => total + one, (to - from) * lineHeight)
}

/** What is not broken. */
export interface Block {
  readonly type: 'block'
  readonly gap: number
  readonly height: number
  readonly keepsWithNext: boolean
  readonly keepsWithPrevious: boolean
  readonly notes: readonly number[]
}

export interface ForcedBreak {
  readonly type: 'break'
  readonly kind: 'page' | 'column'
}

/** A footnote: the heights of its lines. */
export interface Footnote {
  readonly lines: readonly number[]
}

/** Floats keep their order among those of the same queue: figures, and tables. */
export const queues = ['figure', 'table'] as const
export type Queue = (typeof queues)[number]

export interface Float {
  readonly queue: Queue
  readonly height: number
  /** The least white space between it and the text. */
  readonly gap: number
  readonly span: 'column' | 'page'
  readonly placement: 'top' | 'bottom' | 'page' | undefined
  /** Where it is first mentioned: no page before that one may bear it. */
  readonly mention: Position
  readonly notes: readonly number[]
  /** At the head of the first page: the title block. */
  readonly isOpening: boolean
  /** The float of the galley that it is, or of whose rows it is a part. */
  readonly origin: number
  readonly rows: RowRange | undefined
  /** Its own height, where a page is turned for it. */
  readonly turned: number | undefined
}

/** Rows of a table that is cut: from the first up to `end`. */
export interface RowRange {
  readonly from: number
  readonly end: number
}

/** A place in the list: before `line` of `item`, which is set in its `variant`. */
export interface Position {
  readonly item: number
  readonly line: number
  readonly variant: number
}

export interface VerticalList {
  readonly items: readonly VerticalItem[]
  readonly notes: readonly Footnote[]
  readonly floats: readonly Float[]
}

export function isBefore(one: Position, other: Position): boolean {
  return one.item < other.item || (one.item === other.item && one.line < other.line)
}
