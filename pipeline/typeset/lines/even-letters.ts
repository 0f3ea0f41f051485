/**
 * Makes the letters of neighbouring lines more alike. A line of narrow letters beside a line of wide ones is
 * seen sooner than a space that is a little narrower or wider.
 */
import type { LineStyle } from '../items.ts'
import { type Fit, fitLetters, type LineRoom } from './fit-line.ts'

export interface FittedLine {
  readonly room: LineRoom
  readonly fit: Fit
  /** True for a line that keeps its natural width, such as the last. */
  readonly isNatural: boolean
}

/** The greatest difference of neighbouring lines, as a share of the width of their letters. */
const greatestDifference = 0.036
/** How far the spaces of a line may stretch or shrink for the sake of its neighbours. */
const bounds = { shrink: -0.75, stretch: 0.6 } as const
/** In each round, a line moves towards both neighbours. */
const rounds = 3

/** The fits of the lines of a paragraph, with letters that differ less from line to line. */
export function evenLetters(lines: readonly FittedLine[], style: LineStyle): readonly Fit[] {
  const fits = lines.map(({ fit }) => fit)
  for (let round = 0; round < rounds; round++) {
    let isEven = true
    for (let at = 0; at + 1 < lines.length; at++) {
      const [one, other] = [fits[at], fits[at + 1]]
      if (!one || !other) continue
      const difference = letterFitOf(lines[at], one) - letterFitOf(lines[at + 1], other)
      const excess = Math.abs(difference) - greatestDifference
      if (excess <= 0) continue
      isEven = false
      // The wide letters become narrower and the narrow ones wider, each by half of what is too much.
      fits[at] = moved(lines[at], one, (-Math.sign(difference) * excess) / 2, style)
      fits[at + 1] = moved(lines[at + 1], other, (Math.sign(difference) * excess) / 2, style)
    }
    if (isEven) break
  }
  return fits
}

function letterFitOf(line: FittedLine | undefined, fit: Fit): number {
  return line?.isNatural ? 0 : fit.letterFit
}

/** The line with its letter fit moved towards 0 by an amount, if its spaces can take what is left. */
function moved(line: FittedLine | undefined, fit: Fit, amount: number, style: LineStyle): Fit {
  // A line without spaces, or one that needs all that its letters can give, has no choice.
  const isFixed = !line || line.isNatural || line.room.spaces === 0 || fit.strain > 1
  if (isFixed || fit.letterFit * amount >= 0) return fit
  const share = (1 + fit.strain) * Math.max(0, 1 + amount / fit.letterFit)
  const next = { ...fitLetters(line.room, style, share), strain: share - 1 }
  const isWorse = Math.abs(next.ratio) > Math.abs(fit.ratio)
  const isWithin = next.ratio >= bounds.shrink && next.ratio <= bounds.stretch
  return isWorse && !isWithin ? fit : next
}
