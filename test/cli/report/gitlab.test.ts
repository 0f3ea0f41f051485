import { expect, it } from 'vitest'
import { gitlabReport } from '../../../pipeline/cli/report/gitlab.ts'
import { fileWith, range, reportOf } from './reports.ts'

it('has the fields that GitLab reads', () => {
  const place = { start: { line: 1, column: 3 }, end: { line: 2, column: 2 } }
  const file = fileWith(
    '/repo/paper/article.md',
    'one\ntwo\n',
    ['figure-missing', { reason: 'R', place, note: 'Do this.' }],
    ['link-broken', { reason: 'S' }],
  )
  expect(JSON.parse(gitlabReport(reportOf([file])))).toEqual([
    {
      description: 'S',
      check_name: 'link-broken',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'minor',
      location: { path: 'paper/article.md', lines: { begin: 1 } },
    },
    {
      description: 'R\nDo this.',
      check_name: 'figure-missing',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'major',
      location: { path: 'paper/article.md', lines: { begin: 1, end: 2 } },
    },
  ])
})

it('gives each message a fingerprint of its own, which stays when lines are added above', () => {
  const printsOf = (text: string, first: number): readonly string[] => {
    const places = [range(first, 1, 2), range(first, 2, 3), range(first + 1, 1, 2)]
    const file = fileWith('/repo/a.md', text, ...places.map(at => linkBroken(at)))
    // The reporter writes this form.
    const issues = JSON.parse(gitlabReport(reportOf([file]))) as { fingerprint: string }[]
    return issues.map(({ fingerprint }) => fingerprint)
  }
  const prints = printsOf('one\ntwo\n', 1)
  expect(new Set(prints).size).toBe(3)
  expect(printsOf('a\nb\none\ntwo\n', 3)).toEqual(prints)
})

function linkBroken(
  place: ReturnType<typeof range>,
): ['link-broken', { reason: string; place: typeof place }] {
  return ['link-broken', { reason: 'R', place }]
}
