/** Messages about boxes that do not fit their place. */
import type { Position } from 'unist'
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { reportMisfits } from '../../../pipeline/typeset/sheet/misfits.ts'

const place = (line: number): Position => ({
  start: { line, column: 1, offset: 0 },
  end: { line, column: 9, offset: 8 },
})

it('name the box at its place, and how much of its size fits', () => {
  const file = new VFile({ path: 'article.md' })
  reportMisfits(
    file,
    [
      { source: 1, kind: 'table', outcome: 'overflows', ratio: 0.7 },
      { source: 0, kind: 'equation', outcome: 'scaled', ratio: 0.863 },
    ],
    [place(3), place(7)],
  )
  expect(file.messages.map(({ ruleId, line, reason }) => [ruleId, line, reason])).toEqual([
    ['box-overflow', 7, 'Unexpected width of a table: it does not fit its place even at 70 % of its size.'],
    ['box-scaled', 3, 'Unexpected width of an equation: it fits its place only at 86 % of its size.'],
  ])
})

it('name a note that is higher than the margin', () => {
  const file = new VFile({ path: 'article.md' })
  reportMisfits(file, [{ source: 0, kind: 'margin note', outcome: 'in-text', ratio: 1 }], [place(3)])
  expect(file.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['margin-crowded', 3]])
})
