import { expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { junitReport } from '../../../pipeline/cli/report/junit.ts'
import { fileWith, range, reportOf } from './reports.ts'

const file = fileWith(
  '/repo/paper/article.md',
  'one\ntwo\n',
  ['figure-missing', { reason: 'Unexpected "a" & <b>\u0001\ud800', place: range(1, 1, 2), note: 'Do this.' }],
  ['link-broken', { reason: 'Unexpected link', place: range(2, 1, 2) }],
)

it('has a suite for each file, a failure for an error, a skipped test for a warning', () => {
  const xml = junitReport(reportOf([file]))
  expect(xml).toContain('<testsuites name="Offprint" tests="2" failures="1" errors="0">')
  expect(xml).toContain(
    '<testsuite name="article.md" tests="2" failures="1" errors="0" skipped="1" time="0">',
  )
  expect(xml).toContain('<testcase classname="article.md" name="figure-missing at 1:1" time="0"><failure ')
  expect(xml).toContain('<skipped message="Unexpected link"/>')
})

it('has only failures if warnings count as errors', () => {
  const xml = junitReport(reportOf([file], { isStrict: true }))
  expect(xml).toContain('failures="2"')
  expect(xml).not.toContain('<skipped')
})

it('is XML, whatever a message contains', () => {
  const xml = junitReport(reportOf([file]))
  expect(fromXml(xml).children).toHaveLength(2)
  expect(xml).toContain('message="Unexpected &quot;a&quot; &amp; &lt;b&gt;␁�"')
})

it('has a test that passed if there are no messages', () => {
  expect(junitReport(reportOf([]))).toContain('<testcase classname="Offprint" name="no messages" time="0"/>')
})
