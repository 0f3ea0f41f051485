/** Messages: what `report` attaches to which file, and how severe a message is. */

import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { report, reportFatal, rules, severityOf } from '../../pipeline/model/diagnostics.ts'

describe('a reported message', () => {
  it('has its rule, place, note and expected values', () => {
    const file = new VFile({ path: 'article.md' })
    const cause = new Error('Cannot read')
    report(file, 'style-missing', {
      reason: 'Unexpected style ieeee',
      place: { line: 3, column: 5 },
      note: 'Use the name of a style',
      expected: ['ieee'],
      cause,
    })
    expect(file.messages).toHaveLength(1)
    expect(file.messages[0]).toMatchObject({
      reason: 'Unexpected style ieeee',
      ruleId: 'style-missing',
      source: 'offprint',
      line: 3,
      column: 5,
      note: 'Use the name of a style',
      expected: ['ieee'],
      cause,
      fatal: false,
    })
  })

  it('is at the position of a node', () => {
    const file = new VFile()
    const position = { start: { line: 2, column: 1 }, end: { line: 2, column: 4 } }
    const message = report(file, 'syntax-unread', { reason: 'x', place: { type: 'text', position } })
    expect(message.place).toEqual(position)
  })

  it('is attached to the part file that contains the place', () => {
    const part = new VFile({ path: 'methods.md' })
    const joined = new VFile({ path: 'article.md', data: { lines: [{ file: part, line: 7, shift: 0 }] } })
    report(joined, 'syntax-unread', { reason: 'x', place: { line: 1, column: 2 } })
    expect(joined.messages).toEqual([])
    expect(part.messages.map(message => message.line)).toEqual([7])
  })

  it('is fatal if no output is possible', () => {
    const file = new VFile()
    expect(reportFatal(file, 'manuscript-encoding', { reason: 'x' })).toBeUndefined()
    expect(file.messages.map(message => message.fatal)).toEqual([true])
  })
})

describe('the severity', () => {
  it('is that of the rule', () => {
    const file = new VFile()
    expect(severityOf(report(file, 'citation-unknown', { reason: 'x' }))).toBe('error')
    expect(severityOf(report(file, 'box-scaled', { reason: 'x' }))).toBe('warning')
  })

  it('is error for a message of no known rule', () => {
    const file = new VFile()
    expect(severityOf(file.message('x'))).toBe('error')
    expect(severityOf(file.message('x', { ruleId: 'toString' }))).toBe('error')
  })
})

it('rules are in alphabetical order, and their meanings are sentences', () => {
  const ids = Object.keys(rules)
  expect(ids).toEqual(ids.toSorted())
  const isSentence = (text: string) => /^[A-Z].*\.$/.test(text)
  expect(Object.values(rules).filter(({ meaning }) => !isSentence(meaning))).toEqual([])
})
