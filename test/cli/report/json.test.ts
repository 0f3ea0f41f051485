import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { jsonMessages } from '../../../pipeline/cli/report/json.ts'
import { report } from '../../../pipeline/model/diagnostics.ts'

it('gives messages as data, with paths relative to a folder', () => {
  const file = new VFile({ path: '/papers/wells/article.md' })
  const place = { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } }
  report(file, 'link-broken', { reason: 'Unexpected link', place, note: 'Name a heading.' })
  report(file, 'manuscript-missing', { reason: 'Missing manuscript' })
  expect(jsonMessages([file], '/papers')).toEqual([
    {
      file: 'wells/article.md',
      rule: 'manuscript-missing',
      severity: 'error',
      reason: 'Missing manuscript',
    },
    {
      file: 'wells/article.md',
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 9,
      rule: 'link-broken',
      severity: 'warning',
      reason: 'Unexpected link',
      note: 'Name a heading.',
    },
  ])
})
