/**
 * Breaks a display equation that is wider than its column: before relations, and before signs only if that is
 * not enough. This is a pure function of widths. `hands/read-equations.ts` measures them, and
 * `hands/set-equations.ts` sets the chosen lines. Lengths in CSS px.
 */

/** A display equation that does not fit beside its number. */
export interface WideEquation {
  /** Number of the equation: `data-wide` in the document. */
  readonly id: number
  readonly source: number | undefined
  /** Width of the column that contains the equation. */
  readonly column: number
  /** Width of the equation number with the space before it; 0 without a number. */
  readonly number: number
  readonly em: number
  /** The parts between possible breaks. A single part cannot be broken. */
  readonly parts: readonly EquationPart[]
}

export interface EquationPart {
  /**
   * What the part begins with: a wide space before it, a relation, a sign such as +, a product sign such as
   * ×.
   */
  readonly opening: 'none' | 'space' | 'relation' | 'sign' | 'product'
  /** Index of the first child of the part in the row of the formula. */
  readonly child: number
  /**
   * Distances from the left edge of the formula to the start and end of the part, without white space at its
   * end.
   */
  readonly start: number
  readonly end: number
  /** Width of the relation at the start of the part, with the space around it. */
  readonly head: number
}

export interface EquationLines {
  readonly lines: readonly EquationLine[]
  /**
   * Place of the number: beside all lines, beside the last line (only that one leaves room), or below them.
   */
  readonly numberPlace: 'beside' | 'last-line' | 'below'
  /** Factor of the size at which the equation fits, but not less than `leastScale`. */
  readonly scale: number
  readonly fits: boolean
}

interface EquationLine {
  /** Index of the first child of the line in the row of the formula. */
  readonly child: number
  /** Indent of the line in em. */
  readonly indent: number
}

/** Costs of a way to break an equation. Only their proportions matter. */
const costs = {
  /** Each line that the equation takes. */
  line: 10,
  /** A number below the formula costs two lines: it takes a line and parts the number from the formula. */
  numberBelow: 20,
  /** A break before a sign costs two lines, so that a further break before a relation is preferred. */
  opening: { none: 0, space: 0, relation: 1, sign: 20, product: 30 },
  /**
   * A break at a relation after a wide space, where the relation belongs to a condition such as "for x > 0".
   */
  inCondition: 6,
  /**
   * A factor of the square of the empty share of a line. The cost is that of half a line at most, so it never
   * adds a line.
   */
  emptiness: 5,
  /** A line that does not fit. Costs more than any number of lines that an equation has. */
  overfull: 1000,
  /** Each em by which a line is too wide. */
  excess: 100,
} as const
/** The least share of its size that an equation is set at. Smaller type would not be readable. */
const leastScale = 0.6
/** Indent of the lines after the first, in em. */
const continuationIndent = 2
/** Lines are aligned at the first relation only if the left side takes at most this share of their width. */
const greatestShareBeforeRelation = 0.4

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
    scale: Math.max(leastScale, scale),
    fits: scale >= leastScale,
  }
}

/** The widths that all lines and the last line may have, for a place of the number. */
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
  // The formula is centred in the column, so the last line can only use half of the width beside the number.
  const lastLine = tryRoom(wide, { numberPlace: 'last-line', lines: column, last: left - number / 2 })
  const below = tryRoom(wide, { numberPlace: 'below', lines: column, last: column })
  const isPossible = lastLine.way.cost < costs.overfull
  return [...(isPossible ? [lastLine] : []), below].reduce(
    (best, other) => (other.way.cost < best.way.cost ? other : best),
    beside,
  )
}

/**
 * The best way to break the equation in this room. The lines after the first are aligned at the first
 * relation, unless it is too far to the right or the alignment takes a line more. Otherwise they are
 * indented.
 */
function tryRoom(wide: WideEquation, room: Room): { readonly room: Room; readonly way: Way } {
  const indented = leastCost(wide, room, part => (part === 0 ? 0 : continuationIndent * wide.em))
  const first = wide.parts.findIndex(part => part.opening === 'relation')
  const relation = wide.parts[first]
  if (!relation || relation.start > greatestShareBeforeRelation * room.lines) return { room, way: indented }
  const aligned = leastCost(wide, room, part => {
    if (part === 0) return 0
    if (part <= first) return undefined
    const opening = wide.parts[part]?.opening
    if (opening === 'space') return continuationIndent * wide.em
    return opening === 'relation' ? relation.start : relation.start + relation.head
  })
  return { room, way: aligned.cost < indented.cost + costs.line / 2 ? aligned : indented }
}

/**
 * The cheapest way to break an equation. `indentOf`: the indent of a line that begins with this part;
 * undefined if no line may begin with it.
 */
function leastCost(wide: WideEquation, room: Room, indentOf: (part: number) => number | undefined): Way {
  const { parts, em } = wide
  const start = room.numberPlace === 'below' ? costs.numberBelow : 0
  /** The cheapest way to set all parts before each part. */
  const ways: (Way | undefined)[] = [{ cost: start, width: 0, lines: [] }]
  for (let to = 1; to <= parts.length; to++) {
    const limit = to === parts.length ? room.last : room.lines
    for (let from = 0; from < to; from++) {
      const before = ways[from]
      const indent = indentOf(from)
      if (!before || indent === undefined) continue
      const width = indent + (parts[to - 1]?.end ?? 0) - (parts[from]?.start ?? 0)
      const excess = (width - limit) / em
      const shape =
        excess > 0.01 ? costs.overfull + costs.excess * excess : costs.emptiness * (1 - width / limit) ** 2
      const cost = before.cost + costs.line + openingCost(parts, from) + shape
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
  return isCondition ? costs.inCondition : costs.opening[opening]
}
