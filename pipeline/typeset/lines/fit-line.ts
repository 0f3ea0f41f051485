/**
 * Fills a line: how much its letters and its spaces change. Letters change first, because this is seen least,
 * but only a little. If the spaces would then become visibly wide or narrow, letters give twice as much.
 */
import type { LineStyle } from '../items.ts'

/** What a line contains, and the width that it has to fill. Lengths in CSS px. */
export interface LineRoom {
  readonly natural: number
  readonly target: number
  /** Natural width of all spaces, and their number. */
  readonly space: number
  readonly spaces: number
  /** The number of gaps between letters, to which tracking is added. */
  readonly gaps: number
  /** Font size of the text. */
  readonly em: number
}

export interface Fit {
  /** Stretch (positive) or shrink of the spaces, in units of what they may give. */
  readonly ratio: number
  /** Factor of the size of the letters. */
  readonly scale: number
  readonly letterSpacing: number
  readonly wordSpacing: number
  /** How much wider the letters are than by nature, as a share of their width. */
  readonly letterFit: number
  /** How far the letters go beyond their usual limits: 1 for twice these limits. */
  readonly strain: number
}

/** Stretch and shrink of spaces that a reader hardly sees. Beyond it, letters may exceed their limits. */
const unseen = { stretch: 0.3, shrink: 0.3 } as const
/** How far letters go if spaces alone would look wide or narrow, as a factor of their usual limits. */
const hardPressed = 2
/** The greatest tracking, in em, of a line that would end early otherwise. */
const emergencyTracking = 0.025

/** `mostRatio`: the greatest stretch of a justified line. */
export function fitLine(room: LineRoom, style: LineStyle, mostRatio: number): Fit {
  const usual = room.spaces > 0 ? fitLetters(room, style, 1) : fitLetters(room, style, hardPressed)
  const comfort = usual.ratio < 0 ? unseen.shrink : unseen.stretch
  const beyond = Math.abs(usual.ratio) - comfort
  if (beyond <= 0) return usual
  // The letters take just so much that the spaces are not seen, if they can.
  const most = room.spaces > 0 ? fitLetters(room, style, strainFor(room, style, usual, beyond)) : usual
  return most.ratio > mostRatio ? (tracked(room, style, mostRatio) ?? most) : most
}

/** The share of their limits at which letters take a `part` of the spaces' change, in units of `ratio`. */
function strainFor({ natural, space, spaces, gaps, em }: LineRoom, style: LineStyle, fit: Fit, part: number) {
  const give = space * (fit.ratio < 0 ? style.shrink : style.stretch)
  const gain = natural * style.expansion + style.tracking * em * Math.max(0, gaps - 2 * spaces)
  return gain > 0 ? Math.min(hardPressed, 1 + (part * give) / gain) : 1
}

/**
 * Scales and tracks the letters, up to `share` of their limits; the spaces take the rest.
 */
export function fitLetters(room: LineRoom, style: LineStyle, share: number): Fit {
  const { natural, target, gaps, em } = room
  const scale = 1 + clamp((target - natural) / natural, style.expansion * share)
  const letterSpacing = clamp((target / scale - natural) / gaps, style.tracking * em * share)
  return fitSpaces(room, style, { scale, letterSpacing, strain: Math.max(0, share - 1) })
}

function fitSpaces(
  { natural, target, space, spaces, gaps }: LineRoom,
  style: LineStyle,
  letters: Pick<Fit, 'scale' | 'letterSpacing' | 'strain'>,
): Fit {
  const { scale, letterSpacing, strain } = letters
  const rest = target / scale - natural - letterSpacing * gaps
  const wordSpacing = spaces > 0 ? rest / spaces : 0
  // A reader sees a space together with the tracking on both sides of it.
  const change = spaces > 0 ? (wordSpacing + 2 * letterSpacing) * spaces : rest
  const give = space * (change < 0 ? style.shrink : style.stretch)
  const ratio = Math.abs(change) < 1e-6 ? 0 : give > 0 ? change / give : change < 0 ? -2 : 100
  const letterFit = scale * (1 + (letterSpacing * gaps) / natural) - 1
  return { scale, letterSpacing, strain, wordSpacing, ratio, letterFit }
}

/** The line with its widest spaces, if tracking can fill what is missing. */
function tracked(room: LineRoom, style: LineStyle, mostRatio: number): Fit | undefined {
  const { natural, target, space, spaces, gaps, em } = room
  // Letters of joined scripts are never pulled apart.
  if (style.tracking === 0) return undefined
  const scale = 1 + style.expansion * hardPressed
  const widest = mostRatio * style.stretch * space
  const letterSpacing = (target / scale - natural - widest) / (gaps - 2 * spaces)
  if (gaps <= 2 * spaces || letterSpacing > emergencyTracking * em) return undefined
  const strain = hardPressed + letterSpacing / (style.tracking * em)
  return { ...fitSpaces(room, style, { scale, letterSpacing, strain }), ratio: mostRatio }
}

function clamp(amount: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, amount))
}
