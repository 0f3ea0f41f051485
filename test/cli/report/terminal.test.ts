import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { messagesOf } from '../../../pipeline/cli/report/messages.ts'
import {
  messageLines,
  plural,
  richLines,
  sizeText,
  tally,
  tallyText,
} from '../../../pipeline/cli/report/terminal.ts'
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

  it('of one rule with the same remedy stand together, with the remedy once', () => {
    const file = new VFile({ path: '/papers/article.md' })
    report(file, 'link-broken', { reason: 'A', place: { line: 1, column: 1 }, note: 'Mend it.' })
    report(file, 'heading-empty', { reason: 'B', place: { line: 2, column: 1 } })
    report(file, 'link-broken', { reason: 'C', place: { line: 3, column: 1 }, note: 'Mend it.' })
    report(file, 'link-broken', { reason: 'D', place: { line: 4, column: 1 }, note: 'Leave it.' })
    expect(messageLines([file], '/papers')).toEqual([
      'article.md:1:1  warning  A  link-broken',
      'article.md:3:1  warning  C  link-broken',
      '    Mend it.',
      'article.md:2:1  warning  B  heading-empty',
      'article.md:4:1  warning  D  link-broken',
      '    Leave it.',
    ])
  })

  it('that articles of an issue share come once', () => {
    expect(messageLines([fileWithMessages(), fileWithMessages()], '/papers')).toHaveLength(3)
  })

  it('take one line each, and do not steer the terminal', () => {
    const file = new VFile({ path: '/papers/a\u001b.md' })
    report(file, 'link-broken', { reason: 'A\nB\u001b[2J\u202e', note: 'C\u009b' })
    expect(messageLines([file], '/papers')).toEqual(['a␛.md  warning  A B␛[2J�  link-broken', '    C�'])
  })

  it('are counted by severity', () => {
    expect(tally(messagesOf([fileWithMessages()]))).toEqual({ error: 1, warning: 1 })
    expect(tallyText({ error: 2, warning: 1 })).toBe('2 errors, 1 warning')
    expect(tallyText({ error: 0, warning: 3 })).toBe('3 warnings')
  })
})

describe('messages at a terminal', () => {
  const file = new VFile({ path: '/papers/article.md', value: 'See @fig:none.\n' })
  const place = { start: { line: 1, column: 5 }, end: { line: 1, column: 14 } }
  report(file, 'reference-unresolved', {
    reason: `Unexpected ${'word '.repeat(20)}end`,
    place,
    note: 'Do this.',
  })

  it('show the line of the source, and are wrapped', () => {
    expect(richLines(messagesOf([file]), '/papers', { hasColours: false, width: 72 })).toEqual([
      'article.md:1:5  error  Unexpected word word word word word word word',
      '    word word word word word word word word word word word word word end',
      '    reference-unresolved',
      '     1 │ See @fig:none.',
      '       │     ^^^^^^^^^',
      '    Do this.',
      '',
    ])
  })

  it('are in colours', () => {
    const [first, , last] = richLines(messagesOf([file]), '/papers', { hasColours: true, width: 72 })
    expect(first).toContain('\u001b[31m\u001b[1merror\u001b[22m\u001b[39m')
    expect(last).toBe('    \u001b[90mreference-unresolved\u001b[39m')
  })
})

it('writes sizes as people read them', () => {
  expect([999, 20_480, 1_234_567].map(sizeText)).toEqual(['999 B', '20 KB', '1.2 MB'])
  expect([0, 1, 2].map(count => plural(count, 'page'))).toEqual(['', '1 page', '2 pages'])
})
