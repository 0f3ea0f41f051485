/**
 * Lines whose formulas or images are higher than a line get the room that they need: exactly that in small
 * type, whole lines of the grid in the text, so that the lines after them stand on it again.
 *
 *   drop of the line before, rise of this one > line height   →   white over the line
 */
import type { Reach, TextBlock } from '../galley.ts'
import type { Line } from '../items.ts'
import type { PlacedLines } from '../pages.ts'

/** Of letters, in em: how high and how low they reach. */
const LETTERS: Reach = { rise: 0.73, drop: 0.22 }
/** In em: boxes of formulas have some white in them, and not every letter has an ascender. A line of the grid costs more. */
const TOLERANCE = { onGrid: 0.25, offGrid: 0.1 }

export interface LineRoom {
  /** The size of the letters. */
  readonly em: number
  /** The step of the grid. */
  readonly baseline: number
}

/** What each line gets over and under it. */
export function withRoom(
  block: TextBlock,
  lines: readonly Line[],
  { em, baseline }: LineRoom,
): readonly Line[] {
  if (block.atoms.every(({ reach }) => !reach)) return lines
  const isOnGrid = Math.abs(block.lineHeight - baseline) < 0.01
  const tolerance = (isOnGrid ? TOLERANCE.onGrid : TOLERANCE.offGrid) * em
  const beyond = (reach: number, letters: number) => {
    const missing = reach + letters - block.lineHeight
    return missing > tolerance ? missing : 0
  }
  let before = LETTERS.drop * em
  return lines.map((line, index) => {
    const end = lines[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const reaches = block.atoms.flatMap(({ at, reach }) =>
      reach && at >= line.start && at < end ? [reach] : [],
    )
    const over = beyond(Math.max(0, ...reaches.map(one => one.rise)), before)
    const under = beyond(Math.max(0, ...reaches.map(one => one.drop)), LETTERS.rise * em)
    const needed = over + under
    // What reaches further down than the room under its line has met the line below already.
    before = Math.max(LETTERS.drop * em, ...reaches.map(one => one.drop - under))
    if (needed === 0) return line
    const surplus = isOnGrid ? (Math.ceil(needed / baseline) * baseline - needed) / 2 : 0
    return { ...line, over: over + surplus, under: under + surplus }
  })
}

/** The height of a line of a paragraph. */
export function lineExtent(line: Line | undefined, lineHeight: number): number {
  return lineHeight + (line?.over ?? 0) + (line?.under ?? 0)
}

/** From the top of the first of the placed lines: where each begins, without the white over it; and where all end. */
export function lineTops(
  { from, to, lineHeight }: PlacedLines,
  lines: readonly Line[],
): { readonly tops: readonly number[]; readonly height: number } {
  const tops: number[] = []
  let height = 0
  for (const line of lines.slice(from, to)) {
    tops.push(height + (line.over ?? 0))
    height += lineExtent(line, lineHeight)
  }
  return { tops, height }
}
