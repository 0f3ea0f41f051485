/**
 * The measures of a font for mathematics: cmap, hmtx, glyf and MATH (OpenType 1.9). Lengths are in em. The
 * font is a WOFF file with TrueType outlines (WOFF 1.0).
 */
import { inflateSync } from 'node:zlib'
import { woffEntries } from '../tools/fonts/sfnt.ts'

export interface MathFont {
  /** A constant of the MATH table, by the name of the specification; percentages as shares of 1. */
  constant(name: MathConstant): number
  /** The glyph of a character; 0 if the font lacks it. */
  glyph(character: string): number
  glyphBox(glyph: number): GlyphBox
  italicCorrection(glyph: number): number
  /** Undefined if the font does not say where the glyph has its accents. */
  topAccent(glyph: number): number | undefined
  /** The correction of a script at this height; undefined if the glyph has none. */
  kern(glyph: number, corner: KernCorner, height: number): number | undefined
  /** The larger forms of a glyph, from small to large. The first is often the glyph itself. */
  variants(glyph: number, axis: Axis): readonly Variant[]
  /** The parts from which a form of any size is built; empty if the glyph has none. */
  parts(glyph: number, axis: Axis): readonly Part[]
}

export interface GlyphBox {
  readonly advance: number
  /** How far the ink reaches above and below the baseline; never negative, as in TeX. */
  readonly height: number
  readonly depth: number
  /** The edges of the ink over the baseline. */
  readonly bottom: number
  readonly top: number
}

export type Axis = 'vertical' | 'horizontal'
export type KernCorner = 'topRight' | 'topLeft' | 'bottomRight' | 'bottomLeft'

export interface Variant {
  readonly glyph: number
  readonly size: number
}

export interface Part {
  readonly glyph: number
  readonly isExtender: boolean
  readonly start: number
  readonly end: number
  readonly size: number
}

/** The constants after the first four, which are numbers of 16 bits, in the order of the table. */
const valueConstants = [
  'MathLeading',
  'AxisHeight',
  'AccentBaseHeight',
  'FlattenedAccentBaseHeight',
  'SubscriptShiftDown',
  'SubscriptTopMax',
  'SubscriptBaselineDropMin',
  'SuperscriptShiftUp',
  'SuperscriptShiftUpCramped',
  'SuperscriptBottomMin',
  'SuperscriptBaselineDropMax',
  'SubSuperscriptGapMin',
  'SuperscriptBottomMaxWithSubscript',
  'SpaceAfterScript',
  'UpperLimitGapMin',
  'UpperLimitBaselineRiseMin',
  'LowerLimitGapMin',
  'LowerLimitBaselineDropMin',
  'StackTopShiftUp',
  'StackTopDisplayStyleShiftUp',
  'StackBottomShiftDown',
  'StackBottomDisplayStyleShiftDown',
  'StackGapMin',
  'StackDisplayStyleGapMin',
  'StretchStackTopShiftUp',
  'StretchStackBottomShiftDown',
  'StretchStackGapAboveMin',
  'StretchStackGapBelowMin',
  'FractionNumeratorShiftUp',
  'FractionNumeratorDisplayStyleShiftUp',
  'FractionDenominatorShiftDown',
  'FractionDenominatorDisplayStyleShiftDown',
  'FractionNumeratorGapMin',
  'FractionNumDisplayStyleGapMin',
  'FractionRuleThickness',
  'FractionDenominatorGapMin',
  'FractionDenomDisplayStyleGapMin',
  'SkewedFractionHorizontalGap',
  'SkewedFractionVerticalGap',
  'OverbarVerticalGap',
  'OverbarRuleThickness',
  'OverbarExtraAscender',
  'UnderbarVerticalGap',
  'UnderbarRuleThickness',
  'UnderbarExtraDescender',
  'RadicalVerticalGap',
  'RadicalDisplayStyleVerticalGap',
  'RadicalRuleThickness',
  'RadicalExtraAscender',
  'RadicalKernBeforeDegree',
  'RadicalKernAfterDegree',
] as const

export type MathConstant =
  | (typeof valueConstants)[number]
  | 'DelimitedSubFormulaMinHeight'
  | 'DisplayOperatorMinHeight'
  | 'RadicalDegreeBottomRaisePercent'

const corners: readonly KernCorner[] = ['topRight', 'topLeft', 'bottomRight', 'bottomLeft']

const neededTables = ['head', 'hhea', 'hmtx', 'loca', 'glyf', 'MATH', 'cmap']

/** True if a WOFF file has all tables that mathematics needs. */
export function isMathFont(woff: Uint8Array): boolean {
  const tags = woffEntries(woff).map(({ tag }) => tag)
  return neededTables.every(tag => tags.includes(tag))
}

/** Reads a WOFF file. Throws if it lacks a table that mathematics needs. */
export function readMathFont(woff: Uint8Array): MathFont {
  const table = tablesOf(woff)
  const unitsPerEm = table('head').getUint16(18)
  const isLong = table('head').getInt16(50) === 1
  const metrics = table('hhea').getUint16(34)
  const [hmtx, loca, glyf, math] = [table('hmtx'), table('loca'), table('glyf'), table('MATH')]
  const glyphOf = characterGlyphs(table('cmap'))
  const em = (units: number) => units / unitsPerEm
  const [constants, info, variantsAt] = [math.getUint16(4), math.getUint16(6), math.getUint16(8)]
  const glyphInfo = (index: number) => {
    const offset = math.getUint16(info + 2 * index)
    return offset === 0 ? undefined : info + offset
  }
  /** A list of coverage, count and values of four bytes → the value of a glyph. */
  const listed = (list: number | undefined, glyph: number): number | undefined => {
    const index = list === undefined ? -1 : coverageIndex(math, list + math.getUint16(list), glyph)
    return index < 0 || list === undefined ? undefined : em(math.getInt16(list + 4 + 4 * index))
  }
  const construction = (glyph: number, axis: Axis): number | undefined => {
    const at = variantsAt + (axis === 'vertical' ? 2 : 4)
    const [coverage, vertical] = [math.getUint16(at), math.getUint16(variantsAt + 6)]
    const index = coverage === 0 ? -1 : coverageIndex(math, variantsAt + coverage, glyph)
    const place = index + (axis === 'vertical' ? 0 : vertical)
    return index < 0 ? undefined : variantsAt + math.getUint16(variantsAt + 10 + 2 * place)
  }
  return {
    constant: name => {
      if (name === 'DelimitedSubFormulaMinHeight') return em(math.getUint16(constants + 4))
      if (name === 'DisplayOperatorMinHeight') return em(math.getUint16(constants + 6))
      const index =
        name === 'RadicalDegreeBottomRaisePercent' ? valueConstants.length : valueConstants.indexOf(name)
      const value = math.getInt16(constants + 8 + 4 * index)
      return name === 'RadicalDegreeBottomRaisePercent' ? value / 100 : em(value)
    },
    glyph: character => glyphOf(character.codePointAt(0) ?? 0),
    glyphBox: glyph => {
      const advance = em(hmtx.getUint16(4 * Math.min(glyph, metrics - 1)))
      const place = (index: number) => (isLong ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index))
      const [from, to] = [place(glyph), place(glyph + 1)]
      if (from === to) return { advance, height: 0, depth: 0, bottom: 0, top: 0 }
      const [bottom, top] = [em(glyf.getInt16(from + 4)), em(glyf.getInt16(from + 8))]
      return { advance, height: Math.max(0, top), depth: Math.max(0, -bottom), bottom, top }
    },
    italicCorrection: glyph => listed(glyphInfo(0), glyph) ?? 0,
    topAccent: glyph => listed(glyphInfo(1), glyph),
    kern: (glyph, corner, height) => {
      const list = glyphInfo(3)
      const index = list === undefined ? -1 : coverageIndex(math, list + math.getUint16(list), glyph)
      if (list === undefined || index < 0) return undefined
      const offset = math.getUint16(list + 4 + 8 * index + 2 * corners.indexOf(corner))
      if (offset === 0) return undefined
      const kern = list + offset
      const count = math.getUint16(kern)
      let step = 0
      while (step < count && height >= em(math.getInt16(kern + 2 + 4 * step))) step++
      return em(math.getInt16(kern + 2 + 4 * count + 4 * step))
    },
    variants: (glyph, axis) => {
      const at = construction(glyph, axis)
      return Array.from({ length: at === undefined ? 0 : math.getUint16(at + 2) }, (_, index) => {
        const record = (at ?? 0) + 4 + 4 * index
        return { glyph: math.getUint16(record), size: em(math.getUint16(record + 2)) }
      })
    },
    parts: (glyph, axis) => {
      const at = construction(glyph, axis)
      const offset = at === undefined ? 0 : math.getUint16(at)
      const assembly = (at ?? 0) + offset
      return Array.from({ length: offset === 0 ? 0 : math.getUint16(assembly + 4) }, (_, index) => {
        const record = assembly + 6 + 10 * index
        return {
          glyph: math.getUint16(record),
          start: em(math.getUint16(record + 2)),
          end: em(math.getUint16(record + 4)),
          size: em(math.getUint16(record + 6)),
          isExtender: (math.getUint16(record + 8) & 1) === 1,
        }
      })
    },
  }
}

/** The tables of a WOFF file by their tags. A table is unpacked when it is asked for. */
function tablesOf(woff: Uint8Array): (tag: string) => DataView {
  const file = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  const entries = woffEntries(woff)
  return tag => {
    const entry = entries.find(other => other.tag === tag)?.at
    if (entry === undefined) throw new Error(`Unexpected font for mathematics, without the table ${tag}`)
    const [offset, packed, length] = [4, 8, 12].map(at => file.getUint32(entry + at))
    const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0))
    const data = packed === length ? bytes : inflateSync(bytes)
    return new DataView(data.buffer, data.byteOffset, data.byteLength)
  }
}

/** The index of a glyph in a coverage table; -1 if it is not in it. */
function coverageIndex(view: DataView, at: number, glyph: number): number {
  const isList = view.getUint16(at) === 1
  let [low, high] = [0, view.getUint16(at + 2) - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const record = at + 4 + (isList ? 2 : 6) * middle
    const first = view.getUint16(record)
    const last = isList ? first : view.getUint16(record + 2)
    if (glyph < first) high = middle - 1
    else if (glyph > last) low = middle + 1
    else return isList ? middle : view.getUint16(record + 4) + glyph - first
  }
  return -1
}

/** The glyphs of characters, from the groups (format 12) of cmap, or its segments (format 4). */
function characterGlyphs(cmap: DataView): (point: number) => number {
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(8 + 8 * index))
  const groups = subtables.find(at => cmap.getUint16(at) === 12)
  const segments = subtables.find(at => cmap.getUint16(at) === 4)
  return point => {
    if (groups !== undefined) return glyphInGroups(cmap, groups, point)
    return segments === undefined ? 0 : glyphInSegments(cmap, segments, point)
  }
}

function glyphInGroups(cmap: DataView, at: number, point: number): number {
  let [low, high] = [0, cmap.getUint32(at + 12) - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const group = at + 16 + 12 * middle
    if (point < cmap.getUint32(group)) high = middle - 1
    else if (point > cmap.getUint32(group + 4)) low = middle + 1
    else return cmap.getUint32(group + 8) + point - cmap.getUint32(group)
  }
  return 0
}

function glyphInSegments(cmap: DataView, at: number, point: number): number {
  const bytes = cmap.getUint16(at + 6)
  for (let segment = 0; segment < bytes; segment += 2) {
    if (point > cmap.getUint16(at + 14 + segment)) continue
    const start = cmap.getUint16(at + 16 + bytes + segment)
    if (point < start) return 0
    const delta = cmap.getUint16(at + 16 + 2 * bytes + segment)
    const range = at + 16 + 3 * bytes + segment
    const offset = cmap.getUint16(range)
    if (offset === 0) return (point + delta) & 0xffff
    const glyph = cmap.getUint16(range + offset + 2 * (point - start))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}
