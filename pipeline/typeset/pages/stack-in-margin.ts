/**
 * Boxes beside their lines → their places in the column in the margin. A box is pushed down by the box above
 * it and by what spans the page, and up by the foot of the column. Boxes keep their order.
 */

export interface Beside {
  /** The best top of the box, in CSS px. */
  readonly wanted: number
  readonly height: number
}

/** A part of the height of a column, in CSS px. */
export interface Interval {
  readonly top: number
  readonly bottom: number
}

interface Stack<T extends Beside> {
  readonly placed: readonly { readonly box: T; readonly top: number }[]
  /** The boxes at the end for which there is no room. */
  readonly rest: readonly T[]
}

interface MarginRoom {
  readonly zone: Interval
  /** What else is in the column. */
  readonly taken: readonly Interval[]
  /** The least space between two boxes. */
  readonly gap: number
}

export function stackInMargin<T extends Beside>(boxes: readonly T[], room: MarginRoom): Stack<T> {
  for (let count = boxes.length; count > 0; count--) {
    const tops = topsOf(boxes.slice(0, count), room)
    if (tops) {
      const placed = boxes.slice(0, count).map((box, index) => ({ box, top: tops[index] ?? 0 }))
      return { placed, rest: boxes.slice(count) }
    }
  }
  return { placed: [], rest: boxes }
}

/** The tops of all boxes, or undefined if they do not fit together. */
function topsOf(boxes: readonly Beside[], { zone, taken, gap }: MarginRoom): number[] | undefined {
  const downwards = taken.toSorted((first, second) => first.top - second.top)
  let free = zone.top
  const tops = boxes.map(({ wanted, height }) => {
    const top = below(Math.max(wanted, free), height, downwards)
    free = top + height + gap
    return top
  })
  const upwards = downwards.toReversed()
  let limit = zone.bottom
  for (let index = boxes.length - 1; index >= 0; index--) {
    const height = boxes[index]?.height ?? 0
    const top = above(Math.min(tops[index] ?? 0, limit - height), height, upwards)
    tops[index] = top
    limit = top - gap
  }
  return (tops[0] ?? 0) >= zone.top - 0.01 ? tops : undefined
}

function below(top: number, height: number, taken: readonly Interval[]): number {
  return taken.reduce((at, part) => (overlaps(at, height, part) ? part.bottom : at), top)
}

function above(top: number, height: number, taken: readonly Interval[]): number {
  return taken.reduce((at, part) => (overlaps(at, height, part) ? part.top - height : at), top)
}

function overlaps(top: number, height: number, part: Interval): boolean {
  return top + height > part.top + 0.01 && top < part.bottom - 0.01
}

/** The longest part of a column that nothing else takes. */
export function longestFree(zone: Interval, taken: readonly Interval[]): Interval {
  const edges = taken.toSorted((first, second) => first.top - second.top)
  let best: Interval = { top: zone.top, bottom: zone.top }
  let top = zone.top
  for (const part of [...edges, { top: zone.bottom, bottom: zone.bottom }]) {
    if (part.top - top > best.bottom - best.top) best = { top, bottom: part.top }
    top = Math.max(top, part.bottom)
  }
  return best
}
