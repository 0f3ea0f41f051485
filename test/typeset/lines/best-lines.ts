/**
 * The best way to break a short paragraph, found by trying every set of breaks. The demerits are defined as
 * in `break-lines.ts`, but are computed item by item, without running sums, states or pruning.
 */

import type { Item } from '../../../pipeline/typeset/items.ts'
import { fitLine } from '../../../pipeline/typeset/lines/fit-line.ts'
import type { LineShape } from '../../../pipeline/typeset/lines/measure-line.ts'

export interface Tried {
  readonly lines: number
  readonly demerits: number
}

/** The largest number of breaks of which all sets are tried. */
const mostBreaks = 12

/**
 * The best way, and the best ways with one line fewer and one line more. Undefined if there are too many
 * breaks to try, or if no way fits.
 */
export function bestByTrying(items: readonly Item[], shape: LineShape): readonly Tried[] | undefined {
  // The greatest stretch, the costliest break, and whether the rest of a word may be a line.
  const attempts: readonly Attempt[] = [
    [1.25, 3000, false],
    [2, 3000, false],
    [4, 4000, false],
    [2 / shape.style.stretch, 8000, true],
  ]
  for (const attempt of attempts) {
    const breaks = items.flatMap((item, at) =>
      isBreak(items, item, at, attempt[1]) && at < items.length - 1 ? [at] : [],
    )
    if (breaks.length > mostBreaks) return undefined
    const best = new Map<number, Tried>()
    for (let set = 0; set < 2 ** breaks.length; set++) {
      const ends = [...breaks.filter((_, at) => (set >> at) % 2 === 1), items.length - 1]
      const demerits = demeritsOf(items, shape, ends, attempt)
      const known = best.get(ends.length)
      if (demerits !== undefined && (!known || demerits < known.demerits))
        best.set(ends.length, { lines: ends.length, demerits })
    }
    const all = [...best.values()].sort((one, other) => one.demerits - other.demerits)
    const [first] = all
    if (first) return all.filter(one => Math.abs(one.lines - first.lines) <= 1)
  }
  return undefined
}

type Attempt = readonly [tolerance: number, mostCost: number, allowsWordRest: boolean]

function isBreak(items: readonly Item[], item: Item, at: number, mostCost: number): boolean {
  return item.type === 'glue'
    ? items[at - 1]?.type === 'box'
    : item.type === 'penalty' && item.cost <= mostCost
}

/** Undefined if a line is too wide or too loose, or if three lines in a row end in hyphens. */
function demeritsOf(
  items: readonly Item[],
  shape: LineShape,
  ends: readonly number[],
  [tolerance, , allowsWordRest]: Attempt,
): number | undefined {
  let demerits = 0
  let fitness = 2
  let hyphens = 0
  for (const [index, end] of ends.entries()) {
    const from = ends[index - 1]
    const isEnd = index === ends.length - 1
    const { room, fit } = lineBetween(items, shape, from, end)
    const { natural, spaces } = room
    if (fit.ratio < -1 || (!isEnd && fit.ratio > tolerance)) return undefined
    const isFree = isEnd && fit.ratio > 0
    const ratio = isFree ? 0 : fit.ratio
    const letterFit = isFree ? 0 : fit.letterFit
    const item = items[end]
    const isHyphen = item?.type === 'penalty' && item.isHyphen
    const endsInHyphen = item?.type === 'penalty' && item.endsInHyphen
    const cost = item?.type === 'penalty' && Number.isFinite(item.cost) ? item.cost : 0
    const isWordRest = isEnd && hyphens > 0 && spaces === 0
    if (isWordRest && !allowsWordRest) return undefined
    const times = isHyphen ? (item.isCapitalized ? 2 : 1) : 0
    const penalty = cost + times * shape.style['hyphen-penalty']
    const kind = ratio > 1 ? 5 : [-0.024, -0.008, 0.008, 0.024].filter(limit => letterFit > limit).length
    const strained = Math.abs(ratio) + (ratio === 0 ? 0 : 0.2 * fit.strain)
    demerits += (10 + 100 * strained ** 3) ** 2 + penalty ** 2
    if (Math.abs(kind - fitness) > 2) demerits += 6000 * (Math.abs(kind - fitness) - 2)
    if (endsInHyphen && hyphens > 0) demerits += 12_000
    if (isEnd && hyphens > 0) demerits += 3000
    if (isWordRest) demerits += 1e9
    if (isEnd && index > 0 && natural < shape.width * 0.12) demerits += 8000
    fitness = kind
    hyphens = endsInHyphen ? hyphens + 1 : 0
    if (hyphens > 2) return undefined
  }
  return demerits
}

function lineBetween(items: readonly Item[], shape: LineShape, from: number | undefined, end: number) {
  const before = from === undefined ? undefined : items[from]
  const after = items[end]
  let at = from === undefined ? 0 : from + 1
  while (from !== undefined && items[at]?.type === 'glue') at++
  const inside = items.slice(at, end)
  const spaces = inside.filter(item => item.type === 'glue')
  const space = spaces.reduce((sum, item) => sum + item.width, 0)
  let natural =
    (before?.type === 'penalty' ? before.widthAfter : 0) + (after?.type === 'penalty' ? after.width : 0)
  let letters = spaces.length
  for (const item of inside) {
    if (item.type !== 'penalty') natural += item.width
    if (item.type === 'box') letters += item.letters
  }
  const left = before && before.type !== 'box' ? before.hangAfter : shape.startHang
  const right = after && after.type !== 'box' ? after.hangBefore : 0
  const { style, em } = shape
  const target = shape.width + (shape.isJustified ? (left + right) * style.protrusion : 0)
  const isHyphen = after?.type === 'penalty' && after.isHyphen
  const gaps = Math.max(1, letters - 1 + (isHyphen ? 1 : 0))
  const room = { natural, target, space, spaces: spaces.length, gaps, em }
  if (shape.isJustified) return { room, fit: fitLine(room, style, 2 / style.stretch) }
  const ratio = target < natural - 0.01 ? -2 : (3 * (target - natural)) / shape.width
  return { room, fit: { ratio, letterFit: 0, strain: 0 } }
}
