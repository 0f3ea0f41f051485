/**
 * Arithmetic of positions: the union of what a node is made from, and the shift of a text that does not
 * begin at the top of its file. Columns and lines count from 1, offsets from 0 (unist).
 */
import type { Nodes } from 'mdast'
import type { Point, Position } from 'unist'

/** A node, or an item of one. */
interface Placed {
  readonly position?: Position | undefined
}

/** From the first node's start to the last node's end. */
export function positionOf(nodes: readonly Placed[]): Position | undefined {
  const start = nodes.find(node => node.position)?.position?.start
  const end = nodes.findLast(node => node.position)?.position?.end
  return start && end && { start: { ...start }, end: { ...end } }
}

/** From the earliest start to the latest end, whatever the order of the nodes. */
export function rangeOf(nodes: readonly Placed[]): Position | undefined {
  const places = nodes.flatMap(({ position }) => position ?? [])
  const start = places
    .map(place => place.start)
    .reduce((a, b) => (isBefore(b, a) ? b : a), places[0]?.start ?? origin)
  const end = places
    .map(place => place.end)
    .reduce((a, b) => (isBefore(a, b) ? b : a), places[0]?.end ?? origin)
  return places.length === 0 ? undefined : { start: { ...start }, end: { ...end } }
}

const origin: Point = { line: 1, column: 1 }

function isBefore(a: Point, b: Point): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column)
}

/** A node field: absent where nothing is known. */
export function atPosition(position: Position | undefined): { position?: Position } {
  return position ? { position } : {}
}

/** The same text, when it begins at `at` instead of 1:1. Only its first line has another column. */
export function shiftPosition({ start, end }: Position, at: Point): Position {
  return { start: shiftPoint(start, at), end: shiftPoint(end, at) }
}

function shiftPoint(point: Point, at: Point): Point {
  return {
    line: point.line + at.line - 1,
    column: point.line === 1 ? point.column + at.column - 1 : point.column,
    ...(at.offset !== undefined && point.offset !== undefined && { offset: point.offset + at.offset }),
  }
}

/** A point further right on its line. */
export function advance(point: Point, columns: number): Point {
  return {
    line: point.line,
    column: point.column + columns,
    ...(point.offset !== undefined && { offset: point.offset + columns }),
  }
}

/** True where `second` begins at the very character where `first` ends. */
export function touches(first: Placed, second: Placed): boolean {
  const end = first.position?.end
  const start = second.position?.start
  return end !== undefined && start !== undefined && end.line === start.line && end.column === start.column
}

/** True where `second` begins on the line after the last of `first`: no blank line between them. */
export function isNextLine(first: Placed, second: Placed): boolean {
  const end = first.position?.end
  const start = second.position?.start
  return end !== undefined && start !== undefined && end.line + 1 === start.line
}

/** Nodes whose text stands elsewhere, and all in them, at the place where they are read. */
export function placedAt<T extends Nodes>(nodes: T[], position: Position | undefined): T[] {
  if (!position) return nodes
  for (const node of nodes) {
    node.position = position
    if (node.type === 'citation') node.items = node.items.map(item => ({ ...item, position }))
    if (node.type === 'crossReference') node.items = node.items.map(item => ({ ...item, position }))
    if ('children' in node) placedAt<Nodes>(node.children, position)
  }
  return nodes
}
