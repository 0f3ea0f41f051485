/**
 * On Offprint's way the CSL test suite gives what the bare engine gives, or better: no case that it passes is
 * lost, and without their marks the texts are its own. A third of the cases here; `npm run csl` runs them
 * all.
 */
import { describe, expect, it } from 'vitest'
import { readSuite, runCase, withoutMarks } from '../../tooling/csl/suite.ts'
import { noteSkipped } from '../skipped-tests.ts'

const cases = readSuite()

describe.runIf(cases.length > 0 || noteSkipped('the CSL test suite is not in ../shared'))(
  'the CSL test suite',
  () => {
    it('is there', () => expect(cases.length).toBeGreaterThan(500))

    it.for([0, 1, 2])('loses no case that the bare engine passes, part %i', { timeout: 60_000 }, part => {
      const results = cases.filter((_, index) => index % 9 === part).map(runCase)
      const lost = results.filter(({ bare, ours, expected }) => bare === expected && ours !== expected)
      expect(lost).toEqual([])
    })
  },
)

it('takes marks away, and no other spans', () => {
  const html = '<span data-cite="a"><span style="x">b</span> <span data-variable="title">c</span></span>'
  expect(withoutMarks(html)).toBe('<span style="x">b</span> c')
})
