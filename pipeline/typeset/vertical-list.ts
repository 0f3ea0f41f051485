/**
 * The vertical list: the input of page make-up, made from the galley and the broken lines. It has only
 * heights in CSS px, breaks and notes, and nothing about the text.
 */

export type VerticalItem = Paragraph | Block | ForcedBreak

/** A paragraph, or a part of it between display equations. */
export interface Paragraph {
  readonly type: 'paragraph'
  /** White space above the paragraph, which is dropped at the head of a column. */
  readonly gap: number
  readonly lineHeight: number
  /**
   * Ways to break the paragraph into lines, best first. There are several if it may be made longer or
   * shorter.
   */
  readonly variants: readonly Variant[]
  readonly isStart: boolean
  readonly isEnd: boolean
  readonly keepsWithNext: boolean
  /** The number of its first lines that stay together, beside a drop cap. */
  readonly keptLines?: number
  /** True if the paragraph is cut only if there is no better way. */
  readonly keepsTogether?: true
  /** True if the paragraph ends in a colon: it introduces what follows. */
  readonly isLeadIn?: true
  /**
   * The item that begins with the paragraph, if it is at the beginning or the end of its list. The second of
   * two items is the last.
   */
  readonly item?: 'first' | 'second' | 'last'
}

export interface Variant {
  readonly lines: number
  /** White space above and below each line together. Undefined if no line has any. */
  readonly extra?: readonly number[]
  /** Demerits compared with the best way. */
  readonly cost: number
  /** Whether each line ends in a hyphen. */
  readonly hyphens: readonly boolean[]
  /** The notes that each line calls. */
  readonly notes: readonly (readonly number[])[]
}

/** The height of the lines `from` up to `to` of a paragraph. */
export function linesHeight(
  { lineHeight, variants }: Paragraph,
  variant: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const extra = variants[variant]?.extra?.slice(from, to) ?? []
  return extra.reduce((total, white) => total + white, (to - from) * lineHeight)
}

/** A heading, equation or table, which is not broken. */
export interface Block {
  readonly type: 'block'
  readonly gap: number
  readonly height: number
  readonly keepsWithNext: boolean
  readonly keepsWithPrevious: boolean
  readonly notes: readonly number[]
}

interface ForcedBreak {
  readonly type: 'break'
  readonly kind: 'page' | 'column'
}

/** The heights of the lines of a footnote. */
export interface Footnote {
  readonly lines: readonly number[]
}

/** Floats keep their order inside their queue, figures and tables separately. */
export const queues = ['figure', 'table'] as const
export type Queue = (typeof queues)[number]

export interface Float {
  readonly queue: Queue
  readonly height: number
  /** The least white space between the float and the text. */
  readonly gap: number
  readonly span: 'column' | 'page'
  readonly placement: 'top' | 'bottom' | 'page' | undefined
  /** The first mention of the float. The float is never on an earlier page. */
  readonly mention: Position
  readonly notes: readonly number[]
  /** Whether the float is the title block, which is always at the head of the first page. */
  readonly isOpening: boolean
  /** Index into `Galley.floats`. The parts of a cut table have the same origin. */
  readonly origin: number
  /** The rows of a part of a cut table. Undefined for any other float. */
  readonly rows: RowRange | undefined
  /** Height of the float itself, if `height` is larger because it has a page of its own. */
  readonly bareHeight?: number
  /** Height of the float before it is turned; undefined if it is not turned. */
  readonly turned: number | undefined
}

/** The rows `from` up to `end` of a cut table. */
export interface RowRange {
  readonly from: number
  readonly end: number
  /** Lines above this distance from the top of the first row are in the previous part. */
  readonly start?: number
  /** Lines below this distance from the top of the last row are in the next part. */
  readonly stop?: number
  /** The heights of the rows in this part. */
  readonly heights: readonly number[]
}

/** A place in the list: before `line` of `item`, if the item is set in this `variant`. */
export interface Position {
  readonly item: number
  readonly line: number
  readonly variant: number
}

export interface VerticalList {
  readonly items: readonly VerticalItem[]
  readonly notes: readonly Footnote[]
  readonly floats: readonly Float[]
  /** Index of the first item of the imprint. Undefined if there is none. */
  readonly imprint?: number
}

export function isBefore(one: Position, other: Position): boolean {
  return one.item < other.item || (one.item === other.item && one.line < other.line)
}
