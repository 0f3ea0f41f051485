import { expect, it } from 'vitest'
import { githubAnnotations, githubReport } from '../../../pipeline/cli/report/github.ts'
import type { Details, RuleId } from '../../../pipeline/model/diagnostics.ts'
import { fileWith, range, reportOf } from './reports.ts'

it('prints errors first, with places that begin at the repository', () => {
  const file = fileWith(
    '/repo/paper/article.md',
    'one\ntwo\n',
    ['link-broken', { reason: 'Later', place: range(1, 2, 3) }],
    ['figure-missing', { reason: 'Sooner', place: range(2, 1, 4), note: 'Do this.' }],
  )
  expect(githubReport(reportOf([file]))).toBe(
    '::error file=paper/article.md,line=2,endLine=2,col=1,endColumn=4,title=figure-missing::Sooner%0ADo this.\n' +
      '::warning file=paper/article.md,line=1,endLine=1,col=2,endColumn=3,title=link-broken::Later\n',
  )
})

it('escapes text and properties, so that an author cannot write commands', () => {
  const reason = '100 %: a\n::error::b\u001b[31m\u202e'
  const file = fileWith('/repo/paper/a,b:c.md', '', ['link-broken', { reason }])
  expect(githubReport(reportOf([file]))).toBe(
    '::warning file=paper/a%2Cb%3Ac.md,title=link-broken::100 %25: a%0A::error::b␛[31m�\n',
  )
})

it('gives no columns to a range of several lines, and no file to a message about the repository', () => {
  const place = { start: { line: 1, column: 3 }, end: { line: 2, column: 2 } }
  const files = [
    fileWith('/repo/paper/article.md', 'one\ntwo\n', ['code-not-run', { reason: 'R', place }]),
    fileWith('/repo', '', ['manuscript-missing', { reason: 'S' }]),
  ]
  expect(githubReport(reportOf(files)).split('\n')).toEqual([
    '::error title=manuscript-missing::S',
    '::warning file=paper/article.md,line=1,endLine=2,title=code-not-run::R',
    '',
  ])
})

it('annotates the ten errors and ten warnings that GitHub shows, in a fold of the log', () => {
  const twelve = (rule: RuleId) =>
    Array.from({ length: 12 }, (_, index): [RuleId, Details] => [
      rule,
      { reason: 'R', place: range(index + 1, 1, 2) },
    ])
  const file = fileWith('/repo/a.md', 'x\n'.repeat(12), ...twelve('link-broken'), ...twelve('figure-missing'))
  const lines = githubAnnotations(reportOf([file]))
    .trim()
    .split('\n')
  expect([lines[0], lines.at(-1)]).toEqual(['::group::Annotations of Offprint', '::endgroup::'])
  expect(lines.filter(line => line.startsWith('::error '))).toHaveLength(10)
  expect(lines.filter(line => line.startsWith('::warning '))).toHaveLength(10)
  expect(
    githubReport(reportOf([file]))
      .trim()
      .split('\n'),
  ).toHaveLength(24)
  expect(githubAnnotations(reportOf([]))).toBe('')
})
