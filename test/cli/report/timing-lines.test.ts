import { expect, it } from 'vitest'
import { timingLines } from '../../../pipeline/cli/report/timing-lines.ts'

it('adds the times of several articles, step by step', () => {
  const timings = [
    { step: 'parse', wall: 300, browser: 0 },
    { step: 'typeset', wall: 1000, browser: 400 },
    { step: 'parse', wall: 200, browser: 50 },
    { step: 'typeset', wall: 1500, browser: 600 },
  ]
  expect(timingLines(timings, { cpu: 2340, memory: 150 * 2 ** 20 })).toEqual([
    'step       seconds  browser',
    'parse         0.50     0.05',
    'typeset       2.50     1.00',
    'all           3.00     1.05',
    "Node: 2.34 s of CPU time, at most 150 MiB of memory (the browser's are not counted)",
  ])
})
