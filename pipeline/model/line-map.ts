/**
 * The origin of each line of a text that was joined from several files. It is kept in the `data` of the
 * joined file, so that a message about it can be attached to the file that the author wrote.
 */
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'

export interface LineOrigin {
  readonly file: VFile
  /** The line in that file, from 1. */
  readonly line: number
  /** Columns that joining added before the line: the indentation of an include. */
  readonly shift: number
  /** If the line is the opening fence of an included file: what the author wrote about it. */
  readonly literal?: LiteralInclude
}

/** What MyST's `literalinclude` says about the file that it shows as code. */
export interface LiteralInclude {
  readonly language?: string
  readonly id?: string
  readonly classes: readonly string[]
  /** Markdown. */
  readonly caption?: string
}

declare module 'vfile' {
  interface DataMap {
    /** The origin of each line. */
    lines: readonly LineOrigin[]
  }
}

interface Spot<T> {
  readonly file: VFile
  readonly place: T
}

/**
 * The part file that contains `place`, and the place in it; `file` and `place` themselves if the file was not
 * joined.
 */
export function originOf(
  file: VFile,
  place: Point | Position | undefined,
): Spot<Point | Position | undefined> {
  const lines = file.data.lines
  const [first] = lines ?? []
  if (!lines || !first) return { file, place }
  if (!place) return { file: first.file, place }
  const isRange = 'start' in place
  const start = pointOf(lines, isRange ? place.start : place)
  if (!start) return { file: first.file, place: undefined }
  const end = isRange ? pointOf(lines, place.end) : undefined
  // A range that reaches into another file is reported at its beginning.
  if (end?.file !== start.file) return start
  return { file: start.file, place: { start: start.place, end: end.place } }
}

function pointOf(lines: readonly LineOrigin[], point: Point): Spot<Point> | undefined {
  const origin = lines[point.line - 1]
  if (!origin) return undefined
  const column = Math.max(1, point.column - origin.shift)
  return { file: origin.file, place: { line: origin.line, column } }
}
