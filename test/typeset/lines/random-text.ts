/**
 * A seed → a paragraph of the galley with everything that a paragraph may contain, and widths of characters.
 */

import type { Atom, Run, TextBlock } from '../../../pipeline/typeset/galley.ts'
import type { LineStyle } from '../../../pipeline/typeset/items.ts'
import type { LineShape } from '../../../pipeline/typeset/lines/measure-line.ts'
import type { WidthOf } from '../../../pipeline/typeset/lines/paragraph-items.ts'
import { type Random, seeded } from '../../random.ts'

export const softHyphen = '\u00AD'
/** The character in a text whose place an atom takes: U+FFFC, OBJECT REPLACEMENT CHARACTER. */
export const objectMark = '\uFFFC'

/** The settings of the base style. */
export const lineStyle: LineStyle = {
  stretch: 0.35,
  shrink: 0.22,
  expansion: 0.01,
  tracking: 0.004,
  protrusion: 1,
  'hyphen-penalty': 60,
}

/** Each class of characters has one width, pairs such as AV are kerned, and style 1 is bold. */
export const widthOf: WidthOf = (style, text) => {
  let width = 0
  for (const character of text) width += widthOfCharacter(character)
  width -= (text.match(/(?<=[AVT])[AVTo]|r-/g) ?? []).length
  return width * (style === 1 ? 1.1 : 1)
}

function widthOfCharacter(character: string): number {
  if (character === softHyphen || /[\p{M}\u200B]/u.test(character)) return 0
  if (character === ' ' || character === '\u00A0') return 4
  if (/[\u2E80-\u9FFF]/u.test(character)) return 15
  if (/[il.,:;'’()/-]/.test(character)) return 4
  if (/[mwMW—]/.test(character)) return 12
  return /\p{Lu}/u.test(character) ? 10 : 7.3
}

export interface RandomText {
  readonly block: TextBlock
  readonly shape: Omit<LineShape, 'startHang'>
}

export function randomText(seed: number, words = 80): RandomText {
  const random = seeded(seed)
  const width = random.pick([random.int(40, 120), random.int(200, 260), random.int(260, 500)])
  const runs: Run[] = []
  const atoms: Atom[] = []
  let text = ''
  const count = random.int(1, words)
  const withRuns = random.chance(0.6)
  let style = 0
  const endRun = (kind: Run['kind']) => {
    if (text.length > (runs.at(-1)?.end ?? 0)) runs.push({ end: text.length, style, kind })
  }
  for (let word = 0; word < count; word++) {
    if (word > 0) text += random.chance(0.02) ? '\n' : random.chance(0.05) ? '\u00A0' : ' '
    if (withRuns && random.chance(0.1)) {
      endRun('text')
      style = 1 - style
    }
    const kind = random.next()
    if (kind < 0.04) {
      atoms.push({ at: text.length, width: random.int(8, 60), length: 1 })
      text += objectMark
    } else if (kind < 0.06) {
      endRun('text')
      text += address(random)
      endRun('address')
    } else {
      if (kind < 0.08) atoms.push({ at: text.length, width: random.int(1, 5), length: 0 })
      text += kind < 0.1 ? ideographs(random) : randomWord(random)
      if (kind > 0.95) atoms.push({ at: text.length, width: random.int(1, 5), length: 0 })
    }
  }
  endRun('text')
  const indent = random.pick([0, 0, 16])
  const isJustified = random.chance(0.85)
  const setting = isJustified ? 'justified' : 'ragged'
  const block = textBlock(text, { width, runs, atoms, indent, setting })
  return { block, shape: { width, indent, isJustified, style: lineStyle, em: 16 } }
}

/** A paragraph in one face, for tests with examples. */
export function textBlock(text: string, over: Partial<TextBlock> = {}): TextBlock {
  return {
    type: 'text',
    id: 0,
    source: undefined,
    x: 0,
    width: 240,
    gap: 0,
    text,
    runs: [{ end: text.length, style: 0, kind: 'text' }],
    atoms: [],
    links: [],
    marks: [],
    lineHeight: 16,
    indent: 0,
    setting: 'justified',
    isStart: true,
    isEnd: true,
    keepsWithNext: false,
    looseness: 0,
    ...over,
  }
}

export function randomWord(random: Random): string {
  const syllables = random.pick([1, 1, 2, 2, 3, 4])
  let word = random.chance(0.1) ? random.pick(['“', '(', '‘']) : ''
  for (let index = 0; index < syllables; index++) {
    if (index > 0) word += softHyphen
    word += syllable(random, index === 0)
  }
  if (random.chance(0.03)) word += `${random.pick(['-', '—', '–', '/'])}${syllable(random, false)}`
  return random.chance(0.15) ? word + random.pick([',', '.', ';', '.”', ')']) : word
}

function syllable(random: Random, isFirst: boolean): string {
  const onset = random.pick(['b', 'd', 'k', 'l', 'm', 'n', 'r', 's', 't', 'w', 'st', 'tr'])
  const text = onset + random.pick(['a', 'e', 'i', 'o', 'u', 'ü']) + random.pick(['', 'n', 'r', 's', 'l'])
  return isFirst && random.chance(0.1) ? random.pick(['A', 'V', 'T', 'W']) + text : text
}

function address(random: Random): string {
  let text = random.pick(['https://', 'https://doi.org/10.1000/', 'www.'])
  for (let rest = random.int(1, 8); rest > 0; rest--) {
    text += syllable(random, true) + random.pick(['/', '-', '.', '_', '?', '', '%20'])
  }
  return `${text}x`
}

function ideographs(random: Random): string {
  let text = ''
  for (let rest = random.int(1, 12); rest > 0; rest--)
    text += random.pick(['漢', '字', '組', '版', '。', '、'])
  return text
}
