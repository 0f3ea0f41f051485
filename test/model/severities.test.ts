/** Severities that are given to rules. */
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { fixedRules, report, reportFatal, severityOf } from '../../pipeline/model/diagnostics.ts'
import { applySeverities, ruleRemedy, severitiesSchema } from '../../pipeline/model/severities.ts'

function fileWithMessages(): VFile {
  const file = new VFile({ path: '/paper/article.md' })
  report(file, 'box-scaled', { reason: 'Small' })
  report(file, 'citation-unknown', { reason: 'Unknown' })
  report(file, 'title-missing', { reason: 'Missing' })
  return file
}

const seen = (file: VFile) => file.messages.map(message => [message.ruleId, severityOf(message)])

it('a rule that is off has no messages, another one the severity that is asked for', () => {
  const file = fileWithMessages()
  applySeverities([file], { 'box-scaled': 'off', 'citation-unknown': 'warning', 'title-missing': 'error' })
  expect(seen(file)).toEqual([
    ['citation-unknown', 'warning'],
    ['title-missing', 'error'],
  ])
})

it('the later set decides, and a second time changes nothing', () => {
  const file = fileWithMessages()
  const sets = [{ 'box-scaled': 'off', 'title-missing': 'off' }, { 'box-scaled': 'error' }] as const
  applySeverities([file], undefined, ...sets)
  const once = seen(file)
  applySeverities([file], undefined, ...sets)
  expect(once).toEqual([
    ['box-scaled', 'error'],
    ['citation-unknown', 'error'],
  ])
  expect(seen(file)).toEqual(once)
})

it('a message after which nothing can be made stays', () => {
  const file = new VFile()
  reportFatal(file, 'manuscript-missing', { reason: 'Missing' })
  applySeverities([file], { 'manuscript-missing': 'off' })
  expect(seen(file)).toEqual([['manuscript-missing', 'error']])
})

it.each(fixedRules)('the severity of %s cannot be changed', rule => {
  expect(severitiesSchema.safeParse({ [rule]: 'off' }).success).toBe(false)
  expect(ruleRemedy(rule).note).toContain('cannot be changed')
})

it('names the rule that a key comes near to', () => {
  expect(ruleRemedy('box-scald')).toEqual({
    note: 'Did you mean `box-scaled`?',
    expected: ['box-scaled'],
  })
  expect(ruleRemedy('zzz').note).toContain('docs/messages.md')
})
