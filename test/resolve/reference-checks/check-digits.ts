/** Test help: an identifier with a check digit is valid, and is not with any one digit changed. */
import { expect, it } from 'vitest'

export function itChecksDigits(isValid: (text: string) => boolean, examples: readonly string[]): void {
  it.each(examples)('accepts %s', example => {
    expect(isValid(example)).toBe(true)
  })

  it.each(examples)('refuses %s with any one digit changed', example => {
    for (const [at, digit] of [...example].entries()) {
      if (!/\d/.test(digit)) continue
      for (let step = 1; step < 10; step++) {
        const other = `${example.slice(0, at)}${(Number(digit) + step) % 10}${example.slice(at + 1)}`
        expect([other, isValid(other)]).toEqual([other, false])
      }
    }
  })
}
