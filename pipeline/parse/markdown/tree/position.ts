/**
 * Functions that join the positions of several nodes, compare positions, and shift those of a text that does
 * not begin at the top of its file. Columns and lines count from 1, offsets from 0 (unist).
 */
import type { Nodes } from 'mdast'
import type { Point, Position } from 'unist'

/** A node, or an item of a citation or cross-reference. */
interface Placed {
  readonly position?: Position | undefined
}

/**
 * The range from the start of the first node to the end of the last. Nodes without a position are ignored.
 */
export function positionOf(nodes: readonly Placed[]): Position | undefined {
  const start = nodes.find(node => node.position)?.position?.start
  const end = nodes.findLast(node => node.position)?.position?.end
  return start && end && { start: { ...start }, end: { ...end } }
}

/** The range from the earliest start to the latest end, for nodes in any order. */
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

/** The field `position` of a node, to be spread: absent if the position is not known. */
export function atPosition(position: Position | undefined): { position?: Position } {
  return position ? { position } : {}
}

/** The position if its text begins at `at` instead of 1:1. Only in the first line the column changes. */
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

/** The point this many columns further right in the same line. */
export function advance(point: Point, columns: number): Point {
  return {
    line: point.line,
    column: point.column + columns,
    ...(point.offset !== undefined && { offset: point.offset + columns }),
  }
}

/** True if `second` begins where `first` ends, without a character between them. */
export function touches(first: Placed, second: Placed): boolean {
  const end = first.position?.end
  const start = second.position?.start
  return end !== undefined && start !== undefined && end.line === start.line && end.column === start.column
}

/** True if `second` begins on the line after the last line of `first`, without a blank line between. */
export function isNextLine(first: Placed, second: Placed): boolean {
  const end = first.position?.end
  const start = second.position?.start
  return end !== undefined && start !== undefined && end.line + 1 === start.line
}

/**
 * Sets the position of the nodes, of everything in them and of their items, for nodes that were parsed from a
 * text without positions in the manuscript, such as an attribute. Changes the nodes and returns them.
 */
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
