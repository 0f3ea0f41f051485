/** SARIF: what code scanning reads. The shapes follow the schema of SARIF 2.1.0. */
import { expect, it } from 'vitest'
import { sarifReport } from '../../../pipeline/cli/report/sarif.ts'
import { fileWith, range, reportOf } from './reports.ts'

const files = [
  fileWith(
    '/repo/paper/my article.md',
    'one\ntwo\n',
    ['link-broken', { reason: 'Unexpected [a](b)', place: range(2, 1, 3), note: 'Mend it.' }],
    ['figure-missing', { reason: 'R', place: { line: 1, column: 2 } }],
  ),
  fileWith('/elsewhere/journal.yml', '', ['journal-invalid', { reason: 'S' }]),
]

it('has results with places, levels and fingerprints', () => {
  const log: unknown = JSON.parse(sarifReport(reportOf(files)))
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Offprint', version: '1.2.3' } },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'figure-missing',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'R' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'paper/my%20article.md' },
                  region: { startLine: 1, startColumn: 2 },
                },
              },
            ],
            partialFingerprints: { 'offprintMessage/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
          },
          {
            ruleId: 'link-broken',
            ruleIndex: 2,
            level: 'warning',
            // A bracket that would begin a link is escaped.
            message: { text: 'Unexpected \\[a](b)\nMend it.' },
            locations: [
              {
                physicalLocation: { region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 3 } },
              },
            ],
          },
          {
            ruleId: 'journal-invalid',
            ruleIndex: 1,
            locations: [{ physicalLocation: { artifactLocation: { uri: 'file:///elsewhere/journal.yml' } } }],
          },
        ],
      },
    ],
  })
})

it('explains each rule that occurs, as text and as Markdown', () => {
  expect(JSON.parse(sarifReport(reportOf(files)))).toMatchObject({
    runs: [
      {
        tool: {
          driver: {
            rules: [
              {
                id: 'figure-missing',
                name: 'FigureMissing',
                shortDescription: { text: 'An image file cannot be found.' },
                help: {
                  text: expect.stringContaining('![A map](mpa.svg)'),
                  markdown: expect.stringContaining('```markdown\n![A map](mpa.svg)\n```'),
                },
                defaultConfiguration: { level: 'error' },
              },
              { id: 'journal-invalid' },
              { id: 'link-broken' },
            ],
          },
        },
      },
    ],
  })
})

it('is complete if there are no messages', () => {
  expect(JSON.parse(sarifReport(reportOf([])))).toMatchObject({
    runs: [{ tool: { driver: { rules: [] } }, results: [] }],
  })
})
