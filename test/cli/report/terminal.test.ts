import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { messageLines, plural, sizeText, tally, tallyText } from '../../../pipeline/cli/report/terminal.ts'
import { report } from '../../../pipeline/model/diagnostics.ts'

function fileWithMessages(): VFile {
  const file = new VFile({ path: '/papers/article.md' })
  report(file, 'link-broken', { reason: 'Later', place: { line: 9, column: 1 } })
  report(file, 'manuscript-missing', { reason: 'Sooner', place: { line: 2, column: 4 }, note: 'Do this.' })
  return file
}

describe('messages', () => {
  it('are lines in the order of their places, with the remedy below', () => {
    expect(messageLines([fileWithMessages()], '/papers')).toEqual([
      'article.md:2:4  error  Sooner  manuscript-missing',
      '    Do this.',
      'article.md:9:1  warning  Later  link-broken',
    ])
  })

  it('are counted by severity', () => {
    expect(tally([fileWithMessages()])).toEqual({ error: 1, warning: 1 })
    expect(tallyText({ error: 2, warning: 1 })).toBe('2 errors, 1 warning')
    expect(tallyText({ error: 0, warning: 3 })).toBe('3 warnings')
  })
})

it('writes sizes as people read them', () => {
  expect([999, 20_480, 1_234_567].map(sizeText)).toEqual(['999 B', '20 KB', '1.2 MB'])
  expect([0, 1, 2].map(count => plural(count, 'page'))).toEqual(['', '1 page', '2 pages'])
})
