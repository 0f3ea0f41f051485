/**
 * Where the lines of a text come from that was put together from several files. It is kept in the `data` of
 * the whole, so that a message about the whole is one about the file that the author wrote.
 */
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'

export interface LineOrigin {
  readonly file: VFile
  /** In that file, from 1. */
  readonly line: number
  /** Columns that the whole has before the line as the author wrote it: the indentation of an include. */
  readonly shift: number
}

declare module 'vfile' {
  interface DataMap {
    /** The origin of each line. */
    lines: readonly LineOrigin[]
  }
}

export interface Spot<T> {
  readonly file: VFile
  readonly place: T
}

/** The file that holds `place`, and the place there; both as they are where `file` is no whole. */
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
  // What reaches into another file is told by its beginning.
  if (end?.file !== start.file) return start
  return { file: start.file, place: { start: start.place, end: end.place } }
}

function pointOf(lines: readonly LineOrigin[], point: Point): Spot<Point> | undefined {
  const origin = lines[point.line - 1]
  if (!origin) return undefined
  const column = Math.max(1, point.column - origin.shift)
  return { file: origin.file, place: { line: origin.line, column } }
}
