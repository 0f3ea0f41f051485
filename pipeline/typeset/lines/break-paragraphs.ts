/** All paragraphs of the galley → the ways to break each into lines. */

import { type Galley, type TextBlock, textBlocks } from '../galley.ts'
import type { BrokenParagraph, Line, LineStyle } from '../items.ts'
import { breakLines } from './break-lines.ts'
import { paragraphItems, roomOf, type WidthOf } from './paragraph-items.ts'
import { scriptStyle } from './script-style.ts'
import { reachBelow, withRoom } from './tall-lines.ts'

/**
 * Ways to break each paragraph by `TextBlock.id`, best first. If the author asks for a longer or shorter
 * paragraph, only the way that follows this wish.
 */
export type BrokenText = ReadonlyMap<number, readonly BrokenParagraph[]>

/**
 * The length from which a word counts as long, in characters: it may be wider than its column. In a very
 * narrow column, fewer characters are enough.
 */
const longWord = 16
/** White space between paragraphs, in CSS px, below which their lines are like lines of one paragraph. */
const leastGap = 1
/** A width in em that few letters exceed. It serves to estimate how many letters fit a column. */
const widestLetter = 1.3

/** All strings whose width is needed to break the paragraphs, for each face of `Galley.styles`. */
export function stringsToMeasure(galley: Galley): readonly (readonly string[])[] {
  const strings = galley.styles.map(() => new Set<string>())
  const ems = galley.styles.map(emOf)
  for (const block of textBlocks(galley)) {
    const room = roomOf(block) / widestLetter
    const collect: WidthOf = (style, text) => {
      strings[style]?.add(text)
      // A long word is taken as too wide, so that the widths of all its beginnings are asked for.
      const long = Math.min(longWord, Math.floor(room / (ems[style] ?? 16)))
      return text.length > long ? Number.MAX_SAFE_INTEGER : 0
    }
    paragraphItems(block, collect)
  }
  return strings.map(set => [...set])
}

interface BreakInput {
  readonly galley: Galley
  readonly widthOf: WidthOf
  readonly style: LineStyle
  /** Line distance of the baseline grid. */
  readonly baseline: number
}

export function breakParagraphs({ galley, widthOf, style, baseline }: BreakInput): BrokenText {
  const broken = new Map<number, readonly BrokenParagraph[]>()
  const blockAbove = new Map(galley.blocks.map((block, index) => [block, galley.blocks[index - 1]]))
  let last: TextBlock | undefined
  for (const block of textBlocks(galley)) {
    const { items, startHang } = paragraphItems(block, widthOf)
    const em = emOf(galley.styles[block.runs[0]?.style ?? 0])
    const ways = breakLines(items, {
      width: block.width,
      indent: block.indent,
      ...(block.drop && { drop: block.drop }),
      isJustified: block.setting === 'justified',
      style: hasSmallCaps(block, galley)
        ? { ...scriptStyle(block.text, style), expansion: 0 }
        : scriptStyle(block.text, style),
      em,
      startHang,
    })
    const above = last && isRightBelow(block, last) ? reachBelow(last, linesOf(last)) : 0
    const room = { em, baseline, above }
    const roomy = ways.map(way => ({ ...way, lines: withDropRoom(block, withRoom(block, way.lines, room)) }))
    broken.set(block.id, permittedWays(roomy, block))
    last = block
  }
  return broken

  function linesOf({ id }: TextBlock): readonly Line[] {
    return broken.get(id)?.[0]?.lines ?? []
  }

  /** Whether a paragraph follows another one without white space between them. */
  function isRightBelow(block: TextBlock, above: TextBlock): boolean {
    return blockAbove.get(block) === above && block.gap < leastGap
  }
}

/** A paragraph that is shorter than its drop cap gets white space below its last line. */
function withDropRoom({ drop, lineHeight }: TextBlock, lines: readonly Line[]): readonly Line[] {
  const missing = (drop?.lines ?? 0) - lines.length
  const last = lines.at(-1)
  if (missing <= 0 || !last) return lines
  return lines.with(-1, { ...last, over: last.over ?? 0, under: (last.under ?? 0) + missing * lineHeight })
}

/**
 * True if a paragraph has small capitals. Chromium sets synthetic small capitals in whole pixels. If such a
 * line were scaled a little, its letters would become up to a tenth wider than measured, so these paragraphs
 * are not scaled.
 */
function hasSmallCaps(block: TextBlock, { styles }: Galley): boolean {
  return block.runs.some(run => styles[run.style]?.includes('small-caps'))
}

/**
 * The ways that page make-up may choose from: the length that the author asks for, or all. A ragged paragraph
 * has only one way, because with a line more all its lines would visibly end early.
 */
function permittedWays(
  ways: readonly BrokenParagraph[],
  { looseness, setting }: TextBlock,
): readonly BrokenParagraph[] {
  if (looseness === 0) return setting === 'ragged' ? ways.slice(0, 1) : ways
  const lines = (ways[0]?.lines.length ?? 0) + looseness
  const way = ways.find(candidate => candidate.lines.length === lines)
  return way ? [{ ...way, isLoosened: true }] : ways
}

/** The font size of a CSS `font` shorthand, in px. */
function emOf(font: string | undefined): number {
  return Number.parseFloat(/([\d.]+)px/.exec(font ?? '')?.[1] ?? '16')
}
