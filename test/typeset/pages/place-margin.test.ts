/** The column in the margin of random pages: each note and line of the side is placed once and in order. */
import { describe, expect, it } from 'vitest'
import type { Galley, GalleyMarginNote, TextBlock } from '../../../pipeline/typeset/galley.ts'
import type { Line } from '../../../pipeline/typeset/items.ts'
import { pageArea, pageGrid } from '../../../pipeline/typeset/page-grid.ts'
import { placeMargins } from '../../../pipeline/typeset/pages/place-margin.ts'
import { marginColumn, type Placement, type Sheet } from '../../../pipeline/typeset/pages.ts'
import { type Random, seeded, seeds } from '../../random.ts'

const width = 120
const grid = pageGrid({
  width: 800,
  height: 700,
  top: 80,
  bottom: 60,
  left: 160,
  right: 160,
  columns: 1,
  gutter: 20,
  baseline: 16,
  first: { top: 150 },
  'margin-column': { side: 'outer', width, gap: 10 },
  'line-numbers': 0,
})

const lineOf = (start: number) => ({ start, end: start + 10, width: 100 }) as Line

function textBlock(id: number, gap: number): TextBlock {
  return {
    type: 'text',
    id,
    source: undefined,
    x: 0,
    width,
    gap,
    text: '',
    runs: [],
    atoms: [],
    links: [],
    marks: [],
    lineHeight: 13,
    indent: 0,
    setting: 'ragged',
    isStart: true,
    isEnd: true,
    keepsWithNext: false,
    looseness: 0,
  }
}

interface Tried {
  readonly galley: Galley
  readonly sheets: readonly Sheet[]
  readonly lines: ReadonlyMap<number, readonly Line[]>
}

/** Pages with a paragraph each, some of them with a figure across the page, notes and a side. */
function randomPages(random: Random): Tried {
  const lines = new Map<number, readonly Line[]>()
  const count = random.int(1, 4)
  const sheets = Array.from({ length: count }, (_, index): Sheet => {
    const area = pageArea(grid, index, index + 1)
    lines.set(
      index,
      Array.from({ length: 20 }, (_, line) => lineOf(line * 10)),
    )
    const placements: Placement[] = [
      {
        type: 'lines',
        block: index,
        column: 0,
        x: area.left,
        y: area.top + 160,
        from: 0,
        to: 20,
        lineHeight: 16,
      },
    ]
    if (random.chance(0.4)) {
      const x = Math.min(area.left, area.marginLeft ?? area.left)
      const figure = { block: 900 + index, column: -1, x, y: area.top, width: 610, height: 130 }
      placements.push({ ...figure, type: 'box', isTurned: false })
    }
    return { folio: String(index + 1), kind: 'right', isTurned: false, placements, noteRules: [] }
  })
  const marginNotes = Array.from(
    { length: random.int(0, 14) },
    (_, index): GalleyMarginNote => ({
      id: 100 + index,
      source: undefined,
      beside: { block: random.int(0, count - 1), at: random.int(0, 199) },
      width,
      height: random.int(13, 300),
      firstLine: random.chance(0.5) ? 6 : undefined,
    }),
  )
  const blocks = Array.from({ length: random.int(0, 9) }, (_, index) => {
    lines.set(
      200 + index,
      Array.from({ length: random.int(1, 15) }, (_, line) => lineOf(line * 10)),
    )
    return textBlock(200 + index, random.int(0, 20))
  })
  const flow = sheets.map((_, index) => textBlock(index, 0))
  const rest = { floats: [], notes: [], inset: [], styles: [], ids: [], noteRule: 0 }
  const cut = random.int(0, blocks.length)
  const sides = [blocks.slice(0, cut), blocks.slice(cut)]
    .filter(parts => parts.length > 0)
    .map(parts => ({ blocks: parts, isAtFoot: false }))
  const isAtFoot = random.chance(0.3)
  const last = sides.at(-1)
  if (last) sides[sides.length - 1] = { ...last, isAtFoot }
  return { sheets, lines, galley: { blocks: flow, ...rest, marginNotes, sides } }
}

function place({ galley, sheets, lines }: Tried) {
  return placeMargins(sheets, { galley, grid, firstFolio: 1, lines, heights: new Map() })
}

describe('random pages', () => {
  it('lose nothing, and nothing overlaps or leaves the column', () => {
    for (const seed of seeds(300)) {
      const tried = randomPages(seeded(seed))
      const { galley, lines } = tried
      const { sheets } = place(tried)
      const placed = sheets.flatMap(sheet => sheet.placements.filter(one => one.column === marginColumn))
      const notes = placed.flatMap(one => (one.type === 'box' ? [one.block] : []))
      const expected = (galley.marginNotes ?? []).map(note => note.id)
      expect([seed, ...notes.toSorted((a, b) => a - b)]).toEqual([seed, ...expected])
      const side = placed.flatMap(one =>
        one.type === 'lines'
          ? Array.from({ length: one.to - one.from }, (_, at) => `${one.block}.${one.from + at}`)
          : [],
      )
      const sideBlocks = (galley.sides ?? []).flatMap(({ blocks }) => blocks)
      const sideLines = sideBlocks.flatMap(({ id }) =>
        (lines.get(id) ?? []).map((_, line) => `${id}.${line}`),
      )
      expect([seed, ...side]).toEqual([seed, ...sideLines])
      sheets.forEach((sheet, index) => {
        const area = pageArea(grid, index, Number(sheet.folio))
        const spans = sheet.placements
          .filter(one => one.column === marginColumn || one.column === -1)
          .map(one => ({
            top: one.y,
            bottom: one.y + (one.type === 'box' ? one.height : 13 * (one.to - one.from)),
          }))
          .toSorted((first, second) => first.top - second.top)
        spans.forEach(({ top, bottom }, at) => {
          expect([seed, top >= (spans[at - 1]?.bottom ?? area.top) - 0.02]).toEqual([seed, true])
          expect([seed, bottom <= area.top + area.height + 0.02]).toEqual([seed, true])
        })
        for (const one of sheet.placements)
          if (one.column === marginColumn) expect(one.x).toBe(area.marginLeft)
      })
    }
  })
})

const quiet: Tried = {
  sheets: [
    {
      folio: '1',
      kind: 'first',
      isTurned: false,
      noteRules: [],
      placements: [{ type: 'lines', block: 0, column: 0, x: 160, y: 200, from: 0, to: 20, lineHeight: 16 }],
    },
  ],
  lines: new Map([[0, Array.from({ length: 20 }, (_, line) => lineOf(line * 10))]]),
  galley: { blocks: [textBlock(0, 0)], floats: [], notes: [], inset: [], styles: [], ids: [], noteRule: 0 },
}
const note = { id: 5, source: undefined, beside: { block: 0, at: 95 }, width, height: 40, firstLine: 6 }

it('a note begins beside the line of its mark', () => {
  const { sheets, moved } = place({ ...quiet, galley: { ...quiet.galley, marginNotes: [note] } })
  expect(sheets[0]?.placements[1]).toMatchObject({ block: 5, y: 200 + 9 * 16 + 8 - 6, x: 650 })
  expect(moved).toEqual([])
})

it('a note without room is on a further page, which is told', () => {
  const marginNotes = [
    { ...note, height: 450 },
    { ...note, id: 6, height: 300 },
  ]
  const { sheets, moved } = place({ ...quiet, galley: { ...quiet.galley, marginNotes } })
  expect(sheets.map(sheet => sheet.placements.map(one => one.block))).toEqual([[0, 5], [6]])
  expect(moved).toEqual([{ block: 6, folio: '2' }])
})

describe('sides of the first page', () => {
  const box = (id: number, height: number) =>
    ({
      ...note,
      type: 'box',
      id,
      x: 0,
      gap: 5,
      height,
      keepsWithNext: false,
      keepsWithPrevious: false,
      marks: [],
      links: [],
      heading: undefined,
    }) as const
  const side = (id: number, height: number, isAtFoot = false) => ({
    whole: box(id, height),
    blocks: [box(id + 1, height / 2), box(id + 2, height / 2)],
    isAtFoot,
  })
  const placed = (...sides: ReturnType<typeof side>[]) =>
    place({ ...quiet, galley: { ...quiet.galley, sides } }).sheets.map(sheet =>
      sheet.placements.filter(({ column }) => column === marginColumn).map(({ block, y }) => [block, y]),
    )
  const area = pageArea(grid, 0, 1)

  it('stand one below the other, and at the foot', () => {
    expect(placed(side(20, 80), side(30, 40, true), side(40, 60))).toEqual([
      [
        [20, area.top + 5],
        [40, area.top + 5 + 80 + 5],
        [30, area.top + area.height - 40],
      ],
    ])
  })

  it('are in parts if the whole has no room', () => {
    expect(
      placed(side(20, area.height - 40), side(30, 60)).map(page => page.map(([block]) => block)),
    ).toEqual([[20, 31], [32]])
  })
})
