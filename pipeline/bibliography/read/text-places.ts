/**
 * Offsets in a text → lines and columns. One pass over the text collects the starts of lines; a binary search
 * then finds the line of each offset.
 */
import type { Point, Position } from 'unist'

export interface TextPlaces {
  point(offset: number): Point
  range(from: number, to: number): Position
}

export function textPlaces(text: string): TextPlaces {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const point = (offset: number): Point => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset }
  }
  return { point, range: (from, to) => ({ start: point(from), end: point(to) }) }
}
