/** The lines about a download: its size at once, then one line each ten seconds. */
import { expect, it } from 'vitest'
import { progressLines } from '../../pipeline/cli/setup-command.ts'

it('a download says its size, and then one line each ten seconds', () => {
  const lines: string[] = []
  let now = 0
  const progress = progressLines(
    line => lines.push(line),
    () => now,
  )
  for (const loaded of [0, 1, 2, 3]) {
    progress(loaded * 30e6, 120e6)
    now += 5_000
  }
  expect(lines).toEqual(['Downloading the browser: 120 MB …', '  60 of 120 MB'])
})
