import { expect, it } from 'vitest'
import { wantsColours } from '../../../pipeline/cli/report/colours.ts'

it.each([
  [undefined, {}, true, true],
  [undefined, {}, false, false],
  [undefined, { TERM: 'dumb' }, true, false],
  [undefined, { NO_COLOR: '1' }, true, false],
  [undefined, { NO_COLOR: '' }, true, true],
  [undefined, { FORCE_COLOR: '1' }, false, true],
  [undefined, { FORCE_COLOR: '0' }, true, false],
  [undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  [true, { NO_COLOR: '1' }, false, true],
  [false, { FORCE_COLOR: '1' }, true, false],
] as const)('--color %s, %j, terminal %s → %s', (option, environment, isTerminal, expected) => {
  expect(wantsColours(option, environment, isTerminal)).toBe(expected)
})
