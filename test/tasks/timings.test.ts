import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { stopwatch } from '../../pipeline/tasks/timings.ts'
import type { Browser } from '../../pipeline/tools/browser/puppeteer.ts'

it('measures each step until the next begins, and the browser within it', async () => {
  let busy = 0
  // Only this method of the browser is used.
  const browser = Promise.resolve({ busyTime: () => busy } as unknown as Browser)
  const watch = stopwatch(browser)
  watch.begin('parse')
  await wait(20)
  watch.begin('typeset')
  busy = 15
  await wait(20)
  const timings = watch.end()
  expect(timings.map(({ step, browser: own }) => [step, own])).toEqual([
    ['parse', 0],
    ['typeset', 15],
  ])
  expect(Math.min(...timings.map(({ wall }) => wall))).toBeGreaterThan(15)
  expect(watch.end()).toBe(timings)
})

it('has no time of the browser if there is none', () => {
  const watch = stopwatch(undefined)
  watch.begin('parse')
  expect(watch.end()).toMatchObject([{ step: 'parse', browser: 0 }])
})
