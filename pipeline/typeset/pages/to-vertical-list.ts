/** The galley and its broken lines → the vertical list, for page make-up. */

import { sum } from '../../values/sum.ts'
import type { Anchor, Galley, GalleyBlock, GalleyNote, TextBlock } from '../galley.ts'
import type { BrokenParagraph } from '../items.ts'
import type { BrokenText } from '../lines/break-paragraphs.ts'
import { lineExtent } from '../lines/tall-lines.ts'
import type { Float, Footnote, Position, VerticalItem, VerticalList } from '../vertical-list.ts'
import { keptTextLines } from './column-notes.ts'
import { cutTable } from './cut-table.ts'
import type { Mention } from './mentions.ts'

interface ListInput {
  readonly galley: Galley
  readonly broken: BrokenText
  /** First mentions, in the order of `galley.floats`. */
  readonly mentions: readonly Mention[]
  /** Heights of boxes and floats after the lines inside were set, by id. All others are as in the galley. */
  readonly heights: ReadonlyMap<number, number>
  /** Height of the text area, in CSS px. */
  readonly areaHeight: number
  /** Line distance of the baseline grid, in CSS px. */
  readonly baseline: number
}

/** Factor for the demerits of lines, so that a good page matters more than the best lines. */
const lineDemeritShare = 0.05

export function toVerticalList({
  galley,
  broken,
  mentions,
  heights,
  areaHeight,
  baseline,
}: ListInput): VerticalList {
  const numbers = new Map(galley.notes.map((note, index) => [note.target, index]))
  /** The notes that these marks call, and the notes that are called inside those. */
  const notesAt = (marks: readonly Anchor[]): number[] =>
    marks.flatMap(({ target }) => {
      const number = numbers.get(target)
      const blocks = galley.notes[number ?? -1]?.blocks ?? []
      return number === undefined ? [] : [number, ...notesAt(blocks.flatMap(block => block.marks))]
    })
  const notes = galley.notes.map(note => footnoteOf(note, { broken, heights }))
  return {
    items: galley.blocks.map((block, index) =>
      block.type === 'break' && isIdle(galley.blocks, index)
        ? nothing
        : itemOf(block, { broken, heights, notesAt }),
    ),
    notes,
    ...(galley.imprint !== undefined && { imprint: galley.imprint }),
    floats: galley.floats.flatMap((float, index) => {
      const isOpening = float.after === 0 && float.target === '' && float.span === 'page'
      const height = heights.get(float.id) ?? float.height
      const isAtEnd = float.atEnd !== undefined
      const uncut: Float = {
        // At the end, figures and tables have one order.
        queue: float.isTable && !isAtEnd ? 'table' : 'figure',
        // A turned float takes a whole page.
        height: float.isLandscape ? areaHeight : height,
        gap: float.isLandscape ? 0 : float.gap,
        span: float.isLandscape ? 'page' : float.span,
        placement: float.isLandscape || isAtEnd ? 'page' : float.placement,
        mention: isOpening
          ? { item: 0, line: -1, variant: 0 }
          : positionOf(isAtEnd ? endOf(galley) : mentions[index], galley, broken),
        notes: notesAt(float.marks),
        isOpening,
        origin: index,
        rows: undefined,
        turned: float.isLandscape ? height : undefined,
      }
      const alone = (part: Float): Float => (float.atEnd === 'alone' ? withOwnPage(part) : part)
      if (!float.rows || float.isLandscape) return [alone(uncut)]
      const { rows } = float
      // The caption may have got another number of lines since the rows were measured.
      const before = rows.before + height - (rows.before + rows.head + sum(rows.body) + rows.after)
      return cutTable(uncut, before, rows, {
        columnHeight: areaHeight,
        notesOf: (from, end) => notesAt(float.marks.filter(({ at }) => at >= from && at < end)),
        notesHeight: called => {
          const lines = called.flatMap(note => notes[note]?.lines ?? [])
          return lines.length === 0 ? 0 : galley.noteRule + sum(lines) + keptTextLines * baseline
        },
      }).map(alone)
    }),
  }

  /** The float with the height of a page, less that of its notes, in whole lines. */
  function withOwnPage(part: Float): Float {
    const lines = part.notes.flatMap(note => notes[note]?.lines ?? [])
    const room = areaHeight - (lines.length === 0 ? 0 : galley.noteRule + sum(lines))
    const height = Math.max(part.height, Math.floor(room / baseline + 1e-6) * baseline)
    return part.turned === undefined ? { ...part, height, gap: 0, bareHeight: part.height } : part
  }
}

/** The last place of the text, for floats that are after it. */
function endOf({ blocks }: Galley): Mention | undefined {
  const block = blocks.findLastIndex(({ type }) => type !== 'break')
  return block < 0 ? undefined : { block, at: Number.POSITIVE_INFINITY }
}

/** Stands for a break that does nothing, as items have the numbers of their blocks. */
const nothing: VerticalItem = {
  type: 'block',
  gap: 0,
  height: 0,
  keepsWithNext: false,
  keepsWithPrevious: false,
  notes: [],
}

/**
 * Whether a break would leave a page or column empty: it begins the text, or stands beside another break, as
 * around a float that has moved away. Of several beside each other, the first one that ends a page remains.
 */
function isIdle(blocks: readonly GalleyBlock[], index: number): boolean {
  let first = index
  while (blocks[first - 1]?.type === 'break') first--
  let end = index + 1
  while (blocks[end]?.type === 'break') end++
  const row = blocks.slice(first, end)
  const used = row.findIndex(block => block.type === 'break' && block.kind === 'page')
  return first === 0 || index !== first + Math.max(0, used)
}

interface ItemContext {
  readonly broken: BrokenText
  readonly heights: ReadonlyMap<number, number>
  readonly notesAt: (marks: readonly Anchor[]) => number[]
}

function itemOf(block: GalleyBlock, { broken, heights, notesAt }: ItemContext): VerticalItem {
  if (block.type === 'break') return { type: 'break', kind: block.kind }
  if (block.type === 'box') {
    return {
      type: 'block',
      gap: block.gap,
      height: heights.get(block.id) ?? block.height,
      keepsWithNext: block.keepsWithNext,
      keepsWithPrevious: block.keepsWithPrevious,
      notes: notesAt(block.marks),
    }
  }
  const ways = broken.get(block.id) ?? []
  return {
    type: 'paragraph',
    gap: block.gap,
    lineHeight: block.lineHeight,
    isStart: block.isStart,
    isEnd: block.isEnd,
    keepsWithNext: block.keepsWithNext,
    ...(block.drop && { keptLines: block.drop.lines }),
    ...(block.keepsTogether && { keepsTogether: true }),
    ...(block.item && { item: block.item }),
    ...(block.isEnd && /[:：]\s*$/.test(block.text) && { isLeadIn: true }),
    variants: ways.map(way => ({
      lines: way.lines.length,
      ...(way.lines.some(line => line.over !== undefined) && {
        extra: way.lines.map(line => lineExtent(line, 0)),
      }),
      cost: (way.demerits - (ways[0]?.demerits ?? 0)) * lineDemeritShare,
      hyphens: way.lines.map(line => line.endsInHyphen),
      notes: notesByLine(block, way, notesAt),
    })),
  }
}

function notesByLine(block: TextBlock, way: BrokenParagraph, notesAt: ItemContext['notesAt']): number[][] {
  return way.lines.map((line, index) => {
    const end = way.lines[index + 1]?.start ?? Number.POSITIVE_INFINITY
    return notesAt(block.marks.filter(mark => mark.at >= line.start && mark.at < end))
  })
}

function footnoteOf(
  note: GalleyNote,
  { broken, heights }: Pick<ItemContext, 'broken' | 'heights'>,
): Footnote {
  return {
    lines: note.blocks.flatMap(block => {
      // A picture in a note counts as one line.
      if (block.type === 'box') return [block.gap + (heights.get(block.id) ?? block.height)]
      const lines = broken.get(block.id)?.[0]?.lines ?? []
      return lines.map((line, index) => lineExtent(line, block.lineHeight) + (index === 0 ? block.gap : 0))
    }),
  }
}

/** The line of a mention, in the best variant of its paragraph. */
function positionOf(mention: Mention | undefined, galley: Galley, broken: BrokenText): Position {
  if (!mention) return { item: 0, line: 0, variant: 0 }
  const block = galley.blocks[mention.block]
  const lines = block?.type === 'text' ? (broken.get(block.id)?.[0]?.lines ?? []) : []
  const line = lines.findLastIndex(({ start }) => start <= mention.at)
  return { item: mention.block, line: Math.max(0, line), variant: 0 }
}
