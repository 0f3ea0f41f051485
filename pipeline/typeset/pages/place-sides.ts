/**
 * Places the sides of the first page in the column beside its text: those at the head in their order from
 * above, those at the foot in their order down to the foot. A side stays one box if there is room, otherwise
 * its parts continue on the next page.
 */
import type { BoxBlock, GalleySide } from '../galley.ts'
import type { Line } from '../items.ts'
import { lineTops } from '../lines/tall-lines.ts'
import { marginColumn, type Placement } from '../pages.ts'
import type { Interval } from './stack-in-margin.ts'

/** A side, or what is left of it for further pages. */
export interface WaitingSide extends GalleySide {
  /** The line that its first block continues with. */
  readonly line: number
  /** Whether a part of it is on an earlier page. */
  readonly isContinued: boolean
}

interface SideRoom {
  /** The left edge of the column. */
  readonly left: number
  readonly free: Interval
  readonly baseline: number
  /** The lines of each paragraph, by block. */
  readonly lines: ReadonlyMap<number, readonly Line[]>
  /** Heights of boxes after the lines inside were set, by id. */
  readonly heights: ReadonlyMap<number, number>
}

interface PlacedSides {
  readonly placements: readonly Placement[]
  /** The sides and parts of sides for which there is no room. */
  readonly rest: readonly WaitingSide[]
  /** What they take of the column, with white space below. */
  readonly taken: readonly Interval[]
}

/** The sides in the order in which they are placed. */
export function waitingSides(sides: readonly GalleySide[]): readonly WaitingSide[] {
  return sides
    .toSorted((first, second) => Number(first.isAtFoot) - Number(second.isAtFoot))
    .map(side => ({ ...side, line: 0, isContinued: false }))
}

export function placeSides(sides: readonly WaitingSide[], room: SideRoom): PlacedSides {
  const { free, baseline } = room
  const placed: { readonly side: WaitingSide; readonly filled: Filled }[] = []
  const rest: WaitingSide[] = []
  let y = free.top
  for (const side of sides) {
    if (rest.length > 0) {
      rest.push(side)
      continue
    }
    const filled = fill(side, { ...room, free: { top: y, bottom: free.bottom } }, placed.length === 0)
    if (filled.placements.length > 0) {
      placed.push({ side, filled })
      y = filled.bottom
    }
    if (filled.rest) rest.push(filled.rest)
  }
  const drop = rest.length === 0 ? Math.max(0, free.bottom - y) : 0
  const dropOf = ({ isAtFoot }: GalleySide) => (isAtFoot ? drop : 0)
  return {
    placements: placed.flatMap(({ side, filled }) =>
      filled.placements.map(placement => ({ ...placement, y: placement.y + dropOf(side) })),
    ),
    rest,
    taken: placed.map(({ side, filled }) => ({
      top: filled.top + dropOf(side),
      bottom: filled.bottom + dropOf(side) + baseline,
    })),
  }
}

interface Filled {
  readonly placements: readonly Placement[]
  readonly top: number
  readonly bottom: number
  readonly rest: WaitingSide | undefined
}

/** Places as much of a side as there is room for. The first of a page gives something in any case. */
function fill(side: WaitingSide, room: SideRoom, isFirst: boolean): Filled {
  const { left, free, heights } = room
  const { whole } = side
  const height = whole && (heights.get(whole.id) ?? whole.height)
  if (
    whole &&
    height !== undefined &&
    !side.isContinued &&
    free.top + whole.gap + height <= free.bottom + 0.01
  ) {
    const y = free.top + whole.gap
    return {
      placements: [boxAt(whole, { left, y, height })],
      top: free.top,
      bottom: y + height,
      rest: undefined,
    }
  }
  const placements: Placement[] = []
  let { line } = side
  let y = free.top
  let reached = 0
  for (const block of side.blocks) {
    const mustPlace = isFirst && placements.length === 0
    // The space above the first block is that of the template; on further pages there is none.
    const gap = side.isContinued && placements.length === 0 ? 0 : block.gap
    const top = y + gap
    if (block.type === 'box') {
      const boxHeight = heights.get(block.id) ?? block.height
      if (top + boxHeight > free.bottom + 0.01 && !mustPlace) break
      placements.push(boxAt(block, { left, y: top, height: boxHeight }))
      y = top + boxHeight
    } else {
      const lines = room.lines.get(block.id) ?? []
      const to = linesThatFit(lines, line, free.bottom - top, { ...block, isFirst: mustPlace })
      if (to === line) break
      const part = { type: 'lines', from: line, to, lineHeight: block.lineHeight } as const
      placements.push({ ...part, block: block.id, column: marginColumn, x: left + block.x, y: top })
      y = top + lineTops(part, lines).height
      line = to
      if (to < lines.length) break
    }
    reached++
    line = 0
  }
  const isDone = reached === side.blocks.length
  const isContinued = side.isContinued || placements.length > 0
  const rest = { ...side, blocks: side.blocks.slice(reached), line, isContinued }
  return { placements, top: free.top, bottom: y, rest: isDone ? undefined : rest }
}

interface BoxPlace {
  readonly left: number
  readonly y: number
  readonly height: number
}

function boxAt(block: BoxBlock, { left, y, height }: BoxPlace): Placement {
  const place = { column: marginColumn, x: left + block.x, y, width: block.width, height }
  return { type: 'box', block: block.id, ...place, isTurned: false }
}

/** The line up to which the lines fit. A paragraph is cut only if two lines are on both sides of the cut. */
function linesThatFit(
  lines: readonly Line[],
  from: number,
  room: number,
  { lineHeight, isFirst }: { readonly lineHeight: number; readonly isFirst: boolean },
): number {
  let to = from
  const height = (end: number) => lineTops({ from, to: end, lineHeight }, lines).height
  while (to < lines.length && height(to + 1) <= room + 0.01) to++
  if (to === lines.length) return to
  const spare = Math.min(to, lines.length - 2)
  if (spare - from >= 2) return spare
  return isFirst ? Math.max(to, from + 1) : from
}
