/** The vertical list of page make-up. */
import { expect, it } from 'vitest'
import type { Galley, GalleyBlock } from '../../../pipeline/typeset/galley.ts'
import { idleNudges } from '../../../pipeline/typeset/pages/idle-nudges.ts'
import { toVerticalList } from '../../../pipeline/typeset/pages/to-vertical-list.ts'

/** The list of blocks: `p` ends a page, `c` a column, `x` is a box. */
function listOf(kinds: string) {
  const blocks = [...kinds].map((kind, id): GalleyBlock => {
    if (kind !== 'x') return { type: 'break', id, source: undefined, kind: kind === 'p' ? 'page' : 'column' }
    const place = { id, source: undefined, x: 0, width: 10, gap: 0 }
    const ties = { keepsWithNext: false, keepsWithPrevious: false, marks: [], links: [], heading: undefined }
    return { ...place, ...ties, type: 'box', height: 10 }
  })
  const galley: Galley = { blocks, floats: [], notes: [], inset: [], styles: [], ids: [], noteRule: 0 }
  const measured = { broken: new Map(), mentions: [], heights: new Map(), areaHeight: 100, baseline: 10 }
  return { galley, list: toVerticalList({ galley, ...measured }) }
}

/** The kinds again, with a dash for an idle break. */
function itemsOf(kinds: string): string {
  return listOf(kinds)
    .list.items.map(item =>
      item.type === 'break' ? item.kind.charAt(0) : item.type === 'block' && item.height > 0 ? 'x' : '-',
    )
    .join('')
}

it.each([
  ['xpx', 'xpx'],
  ['xppx', 'xp-x'],
  ['xcpx', 'x-px'],
  ['xpcpx', 'xp--x'],
  ['xccx', 'xc-x'],
  ['pxpx', '-xpx'],
  ['ppx', '--x'],
])('%s has no empty page or column between breaks', (kinds, items) => {
  expect(itemsOf(kinds)).toBe(items)
})

it('the breaks that it leaves out are reported', () => {
  const nudges = idleNudges({ ...listOf('pxcpx'), broken: new Map(), plan: [] })
  expect(nudges).toEqual([
    { block: 0, reason: 'Unused page break: nothing is set before it' },
    { block: 2, reason: 'Unused column break: nothing is set before it' },
  ])
})

it.each([
  ['These are the cases:', true],
  ['情况如下：', true],
  ['They end at 10:30.', false],
])('%s introduces what follows: %s', (text, isLeadIn) => {
  const block: GalleyBlock = {
    ...{ id: 0, source: undefined, x: 0, width: 10, gap: 0, type: 'text', text, runs: [], atoms: [] },
    ...{ links: [], marks: [], lineHeight: 10, indent: 0, setting: 'justified', isStart: true, isEnd: true },
    ...{ keepsWithNext: false, looseness: 0 },
  }
  const galley: Galley = {
    blocks: [block],
    floats: [],
    notes: [],
    inset: [],
    styles: [],
    ids: [],
    noteRule: 0,
  }
  const measured = { broken: new Map(), mentions: [], heights: new Map(), areaHeight: 100, baseline: 10 }
  const [item] = toVerticalList({ galley, ...measured }).items
  expect(item?.type === 'paragraph' && item.isLeadIn === true).toBe(isLeadIn)
})
