/** Messages about typesetting, at the places of the blocks in the manuscript. */
import type { Position } from 'unist'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Galley, TextBlock } from '../../../pipeline/typeset/galley.ts'
import type { Line } from '../../../pipeline/typeset/items.ts'
import type { MovedNote } from '../../../pipeline/typeset/pages/place-margin.ts'
import type { Pages } from '../../../pipeline/typeset/pages.ts'
import { reportLosses, reportTypesetting, reportUndivided } from '../../../pipeline/typeset/sheet/report.ts'

const block = (id: number, source: number | undefined, looseness = 0): TextBlock => ({
  type: 'text',
  id,
  source,
  x: 0,
  width: 100,
  gap: 0,
  text: 'Words.',
  runs: [],
  atoms: [],
  links: [],
  marks: [],
  lineHeight: 12,
  indent: 0,
  setting: 'justified',
  isStart: true,
  isEnd: true,
  keepsWithNext: false,
  looseness,
})

const galleyOf = (...blocks: readonly TextBlock[]): Galley => ({
  blocks,
  floats: [],
  notes: [],
  inset: [],
  styles: [],
  ids: [],
  noteRule: 0,
})

const sources: readonly Position[] = [4, 8].map(line => ({
  start: { line, column: 1, offset: 0 },
  end: { line, column: 7, offset: 6 },
}))

/** A line of a paragraph; `fault` and `scale` say what is wrong with it. */
const lineOf = (fault: Line['fault'], scale = 1): Line => ({
  start: 0,
  end: 6,
  isHyphenated: false,
  endsInHyphen: false,
  natural: 90,
  ratio: 0,
  spaces: 0,
  wordSpacing: 0,
  letterSpacing: 0,
  scale,
  hang: 0,
  offset: 0,
  width: 90,
  ...(fault && { fault }),
})

function reportLines(
  lines: ReadonlyMap<number, readonly Line[]>,
  galley: Galley,
  isSettled = true,
  movedNotes: readonly MovedNote[] = [],
) {
  const file = new VFile({ path: 'article.md' })
  // The cast is safe: of the pages, only the lines are read.
  const pages = { lines } as Pages
  reportTypesetting({
    file,
    sources,
    references: new Map(),
    galley,
    broken: new Map(),
    plan: [],
    list: { items: [], notes: [], floats: [] },
    pages,
    isSettled,
    movedNotes,
  })
  return file.messages.map(({ ruleId, line }) => `${ruleId} ${line}`)
}

describe('typesetting is reported', () => {
  it('for the worst line of a paragraph', () => {
    const galley = galleyOf(block(0, 0), block(1, 1))
    const lines = new Map([
      [0, [lineOf(undefined), lineOf('loose')]],
      [1, [lineOf('loose'), lineOf('overfull', 0.8)]],
    ])
    expect(reportLines(lines, galley)).toEqual(['line-loose 4', 'line-overfull 8'])
  })

  it('not for a loose line without a place in the manuscript', () => {
    expect(reportLines(new Map([[0, [lineOf('loose')]]]), galleyOf(block(0, undefined)))).toEqual([])
  })

  it('for nudges without effect and numbers of pages that do not settle', () => {
    expect(reportLines(new Map(), galleyOf(block(0, 1, 2)), false)).toEqual([
      'page-reference-unsettled undefined',
      'nudge-idle 8',
    ])
  })

  it('for notes of the margin that are on another page', () => {
    const beside = { block: 0, at: 0 }
    const note = { id: 7, source: 1, beside, width: 10, height: 10, firstLine: undefined }
    const galley = { ...galleyOf(block(0, 0)), marginNotes: [note] }
    expect(reportLines(new Map(), galley, true, [{ block: 7, folio: '2' }])).toEqual(['margin-crowded 8'])
  })

  it('for parts that are missing from the pages', () => {
    const file = new VFile({ path: 'article.md' })
    const losses = [
      { block: 1, reason: 'it is missing' },
      { block: undefined, reason: 'there is a page too many' },
    ]
    reportLosses({ file, sources, galley: galleyOf(block(0, 0), block(1, 1)) }, losses)
    expect(file.messages.map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual([
      'page-lost 8',
      'page-lost undefined',
    ])
  })

  it('for parts that the style sheet of the journal moves, which is named', () => {
    const file = new VFile({ path: 'article.md' })
    const losses = [
      { block: 1, reason: 'line 1 is 12 px off its place' },
      { block: undefined, reason: '"Seal" belongs to no block' },
      { block: 0, reason: 'it is missing' },
    ]
    reportLosses({ file, sources, galley: galleyOf(block(0, 0), block(1, 1)) }, losses, [
      [1, '.date', 'display: block'],
      [null, '.seal', 'position: absolute'],
    ])
    expect(file.messages.map(({ note }) => /`.*`|mistake of Offprint/.exec(String(note))?.[0])).toEqual([
      '`.date` here has `display: block`',
      '`.seal` here has `position: absolute`',
      'mistake of Offprint',
    ])
  })

  it('for a language without hyphenation', () => {
    const file = new VFile({ path: 'article.md' })
    reportUndivided(file, 'tlh')
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['language-partial'])
  })
})
