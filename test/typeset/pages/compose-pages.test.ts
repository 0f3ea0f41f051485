/** Where the parts of a planned page are placed. */
import { expect, it } from 'vitest'
import type { Galley, GalleyFloat, TextBlock } from '../../../pipeline/typeset/galley.ts'
import type { BrokenParagraph } from '../../../pipeline/typeset/items.ts'
import { pageGrid } from '../../../pipeline/typeset/page-grid.ts'
import type { ColumnEnd } from '../../../pipeline/typeset/pages/column-run.ts'
import { composePages } from '../../../pipeline/typeset/pages/compose-pages.ts'
import type { PlannedPage } from '../../../pipeline/typeset/pages/page-plan.ts'
import type { VerticalList } from '../../../pipeline/typeset/vertical-list.ts'
import { float, lineGrid, plainParagraph } from './random-article.ts'

const noteRule = 10
const lines = 30
const top = 80
const height = lines * lineGrid
const grid = pageGrid({
  width: 800,
  height: top + height + 60,
  top,
  bottom: 60,
  left: 100,
  right: 100,
  columns: 2,
  gutter: 20,
  baseline: lineGrid,
  first: {},
  'margin-column': undefined,
  'line-numbers': 0,
})

/** The ids of the blocks: the text, its note, the line of the note, the float. */
const ids = { text: 0, note: 1, noteLine: 2, float: 3 }

const textBlock = (id: number, lineHeight: number): TextBlock => ({
  type: 'text',
  id,
  source: undefined,
  x: 0,
  width: grid.columnWidth,
  gap: 0,
  text: '',
  runs: [],
  atoms: [],
  links: [],
  marks: [],
  lineHeight,
  indent: 0,
  setting: 'ragged',
  isStart: true,
  isEnd: true,
  keepsWithNext: false,
  looseness: 0,
})

const galley = {
  blocks: [textBlock(ids.text, lineGrid)],
  notes: [{ id: ids.note, target: 'n', blocks: [textBlock(ids.noteLine, 13)] }],
  floats: [{ id: ids.float, width: 300 } as GalleyFloat],
  inset: [],
  ids: [],
  noteRule,
} as unknown as Galley

function brokenLines(count: number): BrokenParagraph[] {
  return [{ lines: Array.from({ length: count }, (_, start) => ({ start })) } as unknown as BrokenParagraph]
}

const list: VerticalList = {
  items: [plainParagraph(8, [[0]])],
  notes: [{ lines: [13] }],
  floats: [float({ height: 150 })],
}

/** The white space that the float needs, and what brings it to the grid. */
const white = 11 * lineGrid - 150

const fill: ColumnEnd = {
  end: { item: 1, line: 0, variant: 0 },
  cost: 0,
  variants: new Map(),
  extra: new Map(),
  notes: [{ note: 0, line: 0, end: 1 }],
  carried: undefined,
  blank: 0,
  spread: 0,
  forced: undefined,
}

/** The distances of the float's foot, the rule and the note's foot from the foot of the page. */
function placed(page: Pick<PlannedPage, 'bottom' | 'noteRoom'>, inColumn: readonly number[]) {
  const start = { item: 0, line: 0, variant: 0 }
  const columns = [{ top: [], bottom: inColumn, start, fill }]
  const plan: PlannedPage[] = [{ top: [], ...page, columns, height }]
  const broken = new Map([
    [ids.text, brokenLines(8)],
    [ids.noteLine, brokenLines(1)],
  ])
  const { pages } = composePages({ plan, list, galley, broken, grid, firstFolio: 1, heights: new Map() })
  const [sheet] = pages.sheets
  const foot = top + height
  const footOf = (id: number) => {
    const box = sheet?.placements.find(({ block }) => block === id)
    return foot - (box?.type === 'box' ? box.y + box.height : Number.NaN)
  }
  return { float: footOf(ids.float), rule: foot - (sheet?.noteRules[0]?.y ?? 0), note: footOf(ids.note) }
}

it('notes are below a float at the foot of their column, with a quarter of its white space between them', () => {
  expect(placed({ bottom: [], noteRoom: 0 }, [0])).toEqual({
    float: 2 * lineGrid + white / 4,
    rule: 23,
    note: 0,
  })
})

it('notes are below a float at the foot of the page if the plan has room for them there', () => {
  expect(placed({ bottom: [0], noteRoom: 2 * lineGrid }, [])).toEqual({
    float: 2 * lineGrid + white / 4,
    rule: 23,
    note: 0,
  })
  expect(placed({ bottom: [0], noteRoom: 0 }, [])).toEqual({
    float: 0,
    rule: 23 + 11 * lineGrid,
    note: 11 * lineGrid,
  })
})
