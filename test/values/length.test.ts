/** Lengths and factors as authors write them → CSS lengths and numbers. */
import { describe, expect, it } from 'vitest'
import { readLength, readScale } from '../../pipeline/values/length.ts'

describe('a length', () => {
  it.each([
    ['84mm', '84mm'],
    ['50 %', '50%'],
    ['.5in', '0.5in'],
    ['"6cm"', '6cm'],
    ['400', '400px'],
    ['0.8', '80%'],
    ['\\linewidth', '100%'],
    ['0.5\\textwidth', '50%'],
    ['0', undefined],
    ['-3cm', undefined],
    ['wide', undefined],
    ['3 furlongs', undefined],
  ])('%s → %s', (written, length) => {
    expect(readLength(written)).toBe(length)
  })

  it('is in inches if the caller says so', () => {
    expect(readLength('6', 'in')).toBe('6in')
    expect(readLength('0.8', 'in')).toBe('0.8in')
  })
})

it.each([
  ['0.5', 0.5],
  ['50%', 0.5],
  ['50', 0.5],
  ['2', 2],
  ['0', undefined],
  ['large', undefined],
])('the factor %s is %s', (written, factor) => {
  expect(readScale(written)).toBe(factor)
})
