/**
 * Where a display equation that is wider than its column is broken: before relations, and only where that
 * does not help before signs. A plain function over widths, which `hands/read-equations.ts` reads;
 * `hands/set-equations.ts` sets what is chosen. Lengths in CSS px.
 */

/** A display equation that does not fit beside its number. */
export interface WideEquation {
  /** `data-wide` in the document. */
  readonly id: number
  readonly source: number | undefined
  /** Width of its column. */
  readonly column: number
  /** What its number takes of the column, with the space before it; 0 where it has none. */
  readonly number: number
  readonly em: number
  /** What stands between the places where it may be broken; one part where it may not. */
  readonly parts: readonly EquationPart[]
}

export interface EquationPart {
  /** What it begins with: a wide space (before it), a relation, + or −, × or the like; `none`: the first. */
  readonly opening: 'none' | 'space' | 'relation' | 'sign' | 'product'
  /** Its first child in the row of the formula. */
  readonly child: number
  /** From the left edge of the formula; the white space at its end is not counted. */
  readonly start: number
  readonly end: number
  /** Width of the relation that it begins with, with the space around it. */
  readonly head: number
}

export interface EquationLines {
  readonly lines: readonly EquationLine[]
  /** Where the number stands: beside all lines, where only the last leaves room for it, or under them. */
  readonly numberPlace: 'beside' | 'last-line' | 'below'
  /** Factor of the size at which it fits, as far as that may go. */
  readonly scale: number
  readonly fits: boolean
}

export interface EquationLine {
  /** Its first child in the row of the formula. */
  readonly child: number
  /** In em. */
  readonly indent: number
}

const COSTS = {
  line: 10,
  numberBelow: 20,
  opening: { none: 0, space: 0, relation: 1, sign: 20, product: 30 },
  /** A relation behind a wide space belongs to a condition. */
  inCondition: 6,
  /** Of a line that is empty; part of it, by the square, where it is filled in part. */
  emptiness: 5,
  overfull: 1000,
  /** For each em that a line is too wide. */
  excess: 100,
} as const
/** Smaller would not be read. */
const LEAST_SCALE = 0.6
/** Of the lines after the first, in em. */
const INDENT = 2
/** What stands before the first relation may take this much of the lines that are aligned with it. */
const SHARE_BEFORE_RELATION = 0.4

export function equationLines(wide: WideEquation): EquationLines {
  const { column, number, em, parts } = wide
  const whole = parts.at(-1)?.end ?? 0
  if (number > 0 && whole <= column) {
    return { lines: [{ child: 0, indent: 0 }], numberPlace: 'below', scale: 1, fits: true }
  }
  const { room, way } = bestPlace(wide)
  const scale = Math.min(1, room.lines / way.width)
  return {
    lines: way.lines.map(({ part, indent }) => ({ child: parts[part]?.child ?? 0, indent: indent / em })),
    numberPlace: room.numberPlace,
    scale: Math.max(LEAST_SCALE, scale),
    fits: scale >= LEAST_SCALE,
  }
}

/** What the lines may take of the column, and the last of them. */
interface Room {
  readonly numberPlace: EquationLines['numberPlace']
  readonly lines: number
  readonly last: number
}

interface Way {
  readonly cost: number
  readonly width: number
  readonly lines: readonly { readonly part: number; readonly indent: number }[]
}

function bestPlace(wide: WideEquation): { readonly room: Room; readonly way: Way } {
  const { column, number } = wide
  const left = column - number
  const beside = tryRoom(wide, { numberPlace: 'beside', lines: left, last: left })
  if (number === 0) return beside
  // Lines that fill the column are centred in it: half of what they leave is lost to the last one.
  const lastLine = tryRoom(wide, { numberPlace: 'last-line', lines: column, last: left - number / 2 })
  const below = tryRoom(wide, { numberPlace: 'below', lines: column, last: column })
  const isPossible = lastLine.way.cost < COSTS.overfull
  return [...(isPossible ? [lastLine] : []), below].reduce(
    (best, one) => (one.way.cost < best.way.cost ? one : best),
    beside,
  )
}

/** Aligned at the first relation where that costs no line, else indented. */
function tryRoom(wide: WideEquation, room: Room): { readonly room: Room; readonly way: Way } {
  const indented = leastCost(wide, room, part => (part === 0 ? 0 : INDENT * wide.em))
  const first = wide.parts.findIndex(part => part.opening === 'relation')
  const relation = wide.parts[first]
  if (!relation || relation.start > SHARE_BEFORE_RELATION * room.lines) return { room, way: indented }
  const aligned = leastCost(wide, room, part => {
    if (part === 0) return 0
    if (part <= first) return undefined
    const opening = wide.parts[part]?.opening
    if (opening === 'space') return INDENT * wide.em
    return opening === 'relation' ? relation.start : relation.start + relation.head
  })
  return { room, way: aligned.cost < indented.cost + COSTS.line / 2 ? aligned : indented }
}

/** `indentOf`: of a line that begins with a part; `undefined`: none may. */
function leastCost(wide: WideEquation, room: Room, indentOf: (part: number) => number | undefined): Way {
  const { parts, em } = wide
  /** The cheapest way to set the parts before each. */
  const start = room.numberPlace === 'below' ? COSTS.numberBelow : 0
  const ways: (Way | undefined)[] = [{ cost: start, width: 0, lines: [] }]
  for (let to = 1; to <= parts.length; to += 1) {
    const limit = to === parts.length ? room.last : room.lines
    for (let from = 0; from < to; from += 1) {
      const before = ways[from]
      const indent = indentOf(from)
      if (!before || indent === undefined) continue
      const width = indent + (parts[to - 1]?.end ?? 0) - (parts[from]?.start ?? 0)
      const excess = (width - limit) / em
      const shape =
        excess > 0.01 ? COSTS.overfull + COSTS.excess * excess : COSTS.emptiness * (1 - width / limit) ** 2
      const cost = before.cost + COSTS.line + openingCost(parts, from) + shape
      if (cost >= (ways[to]?.cost ?? Number.POSITIVE_INFINITY)) continue
      const line = { part: from, indent }
      ways[to] = { cost, width: Math.max(before.width, width), lines: [...before.lines, line] }
    }
  }
  return ways[parts.length] ?? { cost: Number.POSITIVE_INFINITY, width: 0, lines: [] }
}

function openingCost(parts: readonly EquationPart[], at: number): number {
  const opening = parts[at]?.opening ?? 'none'
  const isCondition = opening === 'relation' && parts.slice(0, at).some(part => part.opening === 'space')
  return isCondition ? COSTS.inCondition : COSTS.opening[opening]
}
