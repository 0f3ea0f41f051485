/** All paragraphs of the galley → the ways to break each into lines. */

import { type Galley, type TextBlock, textBlocks } from '../galley.ts'
import type { BrokenParagraph, LineStyle } from '../items.ts'
import { breakLines } from './break-lines.ts'
import { paragraphItems, type WidthOf } from './paragraph-items.ts'
import { scriptStyle } from './script-style.ts'
import { withRoom } from './tall-lines.ts'

/** By `TextBlock.id`, best first; a wished looseness makes its way the only one. */
export type BrokenText = ReadonlyMap<number, readonly BrokenParagraph[]>

/** Characters of a word that may be wider than a column; in what is narrower, fewer are. */
const LONG = 16
/** Hardly a letter is wider than this, in em. */
const WIDEST = 1.3

/** Every string whose width is needed to break the galley, by face. */
export function stringsToMeasure(galley: Galley): readonly (readonly string[])[] {
  const strings = galley.styles.map(() => new Set<string>())
  const ems = galley.styles.map(emOf)
  for (const block of textBlocks(galley)) {
    const room = (block.width - block.indent) / WIDEST
    const collect: WidthOf = (style, text) => {
      strings[style]?.add(text)
      // A long word may be wider than its column; taken as such, all its beginnings are asked for.
      const long = Math.min(LONG, Math.floor(room / (ems[style] ?? 16)))
      return text.length > long ? Number.MAX_SAFE_INTEGER : 0
    }
    paragraphItems(block, collect)
  }
  return strings.map(one => [...one])
}

export interface BreakInput {
  readonly galley: Galley
  readonly widthOf: WidthOf
  readonly style: LineStyle
  /** The step of the grid. */
  readonly baseline: number
}

export function breakParagraphs({ galley, widthOf, style, baseline }: BreakInput): BrokenText {
  const broken = new Map<number, readonly BrokenParagraph[]>()
  for (const block of textBlocks(galley)) {
    const { items, startHang } = paragraphItems(block, widthOf)
    const em = emOf(galley.styles[block.runs[0]?.style ?? 0])
    const ways = breakLines(items, {
      width: block.width,
      indent: block.indent,
      isJustified: block.setting === 'justified',
      style: hasSmallCaps(block, galley)
        ? { ...scriptStyle(block.text, style), expansion: 0 }
        : scriptStyle(block.text, style),
      em,
      startHang,
    })
    const roomy = ways.map(way => ({ ...way, lines: withRoom(block, way.lines, { em, baseline }) }))
    broken.set(block.id, wished(roomy, block))
  }
  return broken
}

/**
 * Small capitals that the browser makes from others are cut in whole pixels: a line whose size is changed a
 * little would have letters that are a tenth wider than measured.
 */
function hasSmallCaps(block: TextBlock, { styles }: Galley): boolean {
  return block.runs.some(run => styles[run.style]?.includes('small-caps'))
}

/** A ragged paragraph that is set a line longer, to fill a column, shows it: its lines stop short. */
function wished(
  ways: readonly BrokenParagraph[],
  { looseness, setting }: TextBlock,
): readonly BrokenParagraph[] {
  if (looseness === 0) return setting === 'ragged' ? ways.slice(0, 1) : ways
  const lines = (ways[0]?.lines.length ?? 0) + looseness
  const way = ways.find(one => one.lines.length === lines)
  return way ? [{ ...way, isLoosened: true }] : ways
}

/** Of a CSS `font` shorthand, in px. */
function emOf(font: string | undefined): number {
  return Number.parseFloat(/([\d.]+)px/.exec(font ?? '')?.[1] ?? '16')
}
