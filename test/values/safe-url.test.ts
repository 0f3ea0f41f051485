/** Addresses of links that are safe, and those that would run code or leave the site without saying so. */
import { expect, it } from 'vitest'
import { isSafeUrl } from '../../pipeline/values/safe-url.ts'

it.each([
  'https://example.org',
  'HTTP://example.org',
  'mailto:jane@example.org',
  'doi:10.1000/x',
  '#fig-map',
  'data/cases.csv',
  '../cases.csv?x=a:b',
  '/cases.csv',
  '',
])('%j is safe', url => {
  expect(isSafeUrl(url)).toBe(true)
})

it.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' java\tscript\n:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//example.org',
  '\\\\example.org',
  '/\t/example.org',
])('%j is not safe', url => {
  expect(isSafeUrl(url)).toBe(false)
})
