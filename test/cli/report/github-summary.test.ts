import { expect, it } from 'vitest'
import { githubSummary } from '../../../pipeline/cli/report/github-summary.ts'
import { fileWith, range, reportOf } from './reports.ts'

const file = fileWith(
  '/repo/paper/article.md',
  'one\ntwo\n',
  ['link-broken', { reason: 'Unexpected `a|b`, <b>@name</b>', place: range(1, 2, 3), note: 'Mend it.' }],
  ['link-broken', { reason: 'Unexpected `c`', place: range(2, 2, 3), note: 'Mend it.' }],
)

it('is a table of all messages, and names each remedy once', () => {
  const summary = githubSummary(reportOf([file]))
  expect(summary).toMatch(/^### Offprint: 2 warnings\n\n\| Place \| Severity \| Message \| Rule \|\n/)
  expect(summary.match(/^\| paper&#47;article\.md/gm)).toHaveLength(2)
  expect(summary.match(/Mend it\./g)).toHaveLength(1)
})

it('shows text as it is written: no markup, no columns, no mentions', () => {
  const summary = githubSummary(reportOf([file]))
  expect(summary).toContain('<code>a&#124;b</code>, &#60;b&#62;&#64;name&#60;&#47;b&#62;')
})

it('leaves out what GitHub would refuse, and says so', () => {
  expect(githubSummary(reportOf([file]), 899_850)).toMatch(/more lines? did not fit here/)
})

it('says that nothing is wrong', () => {
  expect(githubSummary(reportOf([]))).toBe('### Offprint: nothing is wrong\n\n')
})
