/**
 * Gives white space to lines with formulas or images that are taller than a line. In text on the baseline
 * grid it is rounded up to whole lines, so that the next lines are on the grid again. In small type it is not
 * rounded.
 *
 *   drop of the line before, rise of this one > line height   →   white over the line
 */
import type { Reach, TextBlock } from '../galley.ts'
import type { Line } from '../items.ts'
import type { PlacedLines } from '../pages.ts'

/** How far letters reach above and below the baseline, in em. */
const letterReach: Reach = { rise: 0.73, drop: 0.22 }
/**
 * Overlap that is accepted, in em: few letters have descenders, and few stand right above a high formula.
 * On the grid more is accepted, because there the remedy is a whole line.
 */
const tolerances = { onGrid: 0.14, offGrid: 0.03 }

interface LineRoom {
  /** Font size in CSS px. */
  readonly em: number
  /** Line distance of the baseline grid in CSS px. */
  readonly baseline: number
  /** How far the last line of the paragraph above reaches down, if it is right above (`reachBelow`). */
  readonly above?: number | undefined
}

/** The lines with the white space that they need above and below. */
export function withRoom(
  block: TextBlock,
  lines: readonly Line[],
  { em, baseline, above = 0 }: LineRoom,
): readonly Line[] {
  if (block.atoms.every(({ reach }) => !reach)) return lines
  const isOnGrid = Math.abs(block.lineHeight - baseline) < 0.01
  const tolerance = (isOnGrid ? tolerances.onGrid : tolerances.offGrid) * em
  const missing = (reach: number, letters: number) => Math.max(0, reach + letters - block.lineHeight)
  let before = Math.max(letterReach.drop * em, above)
  return lines.map((line, index) => {
    const end = lines[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const reaches = reachesIn(block, line.start, end)
    const wished = {
      over: missing(Math.max(0, ...reaches.map(reach => reach.rise)), before),
      under: missing(Math.max(0, ...reaches.map(reach => reach.drop)), letterReach.rise * em),
    }
    // A line that takes room takes all that it wishes.
    const isRoomy = Math.max(wished.over, wished.under) > tolerance
    const { over, under } = isRoomy ? wished : { over: 0, under: 0 }
    const needed = over + under
    // How far the line reaches down beyond its white space; at least as far as its letters.
    before = Math.max(letterReach.drop * em, ...reaches.map(reach => reach.drop - under))
    if (needed === 0) return line
    const surplus = isOnGrid ? (Math.ceil(needed / baseline) * baseline - needed) / 2 : 0
    return { ...line, over: over + surplus, under: under + surplus }
  })
}

/** How far the last of these lines reaches below its baseline, beyond its white space; in CSS px. */
export function reachBelow(block: TextBlock, lines: readonly Line[]): number {
  const last = lines.at(-1)
  if (!last) return 0
  const reaches = reachesIn(block, last.start, Number.POSITIVE_INFINITY)
  return Math.max(0, ...reaches.map(({ drop }) => drop - (last.under ?? 0)))
}

function reachesIn({ atoms }: TextBlock, start: number, end: number): Reach[] {
  return atoms.flatMap(({ at, reach }) => (reach && at >= start && at < end ? [reach] : []))
}

/** The height of a line of a paragraph. */
export function lineExtent(line: Line | undefined, lineHeight: number): number {
  return lineHeight + (line?.over ?? 0) + (line?.under ?? 0)
}

/**
 * The top of each placed line, which is below the white space above the line, and the height of all lines.
 * Both are counted from the top of the first line.
 */
export function lineTops(
  { from, to, lineHeight }: Pick<PlacedLines, 'from' | 'to' | 'lineHeight'>,
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
