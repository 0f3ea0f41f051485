/** The patterns of a manifest's strings: names in braces, and optional parts in brackets. */
import { expect, it } from 'vitest'
import { fillPattern, namesIn } from '../../pipeline/values/pattern.ts'

const citation = '{volume}[({issue})]:{pages}'

it('a name is replaced by its value', () => {
  expect(fillPattern(citation, { volume: '2', issue: '1', pages: '54-55' })).toBe('2(1):54-55')
})

it('brackets are left out if a value inside is missing or empty', () => {
  expect(fillPattern(citation, { volume: '2', pages: '54-55' })).toBe('2:54-55')
  expect(fillPattern(citation, { volume: '2', issue: '', pages: '54-55' })).toBe('2:54-55')
})

it('a missing value outside brackets is empty', () => {
  expect(fillPattern('{volume}:{pages}.', { volume: '2' })).toBe('2:.')
})

it('a name to keep is not replaced, and its brackets are printed', () => {
  expect(fillPattern('[{page}/]{pages}', { pages: '9' }, new Set(['page']))).toBe('{page}/9')
})

it('braces and brackets in values are not read as patterns', () => {
  expect(fillPattern('{title}', { title: '[{volume}]', volume: '2' })).toBe('[{volume}]')
})

it('a bracket after a backslash is printed, also inside an optional part', () => {
  expect(fillPattern('\\[{number}\\]', { number: '3' })).toBe('[3]')
  expect(fillPattern('\\[{number}\\]', {})).toBe('[]')
  expect(fillPattern('Table[ \\[{number}\\]].', { number: '3' })).toBe('Table [3].')
  expect(fillPattern('Table[ \\[{number}\\]].', {})).toBe('Table.')
  expect(fillPattern('{title}', { title: '\\[3\\]' })).toBe('\\[3\\]')
})

it('the names of a pattern are found inside and outside brackets', () => {
  expect(namesIn(citation)).toEqual(['volume', 'issue', 'pages'])
  expect(namesIn('{}, {A}, {first-page}')).toEqual(['first-page'])
})

it.each([
  ['[Vol {volume}][, Issue {issue}][, {year}]', '2024'],
  ['{journal}[, vol. {volume}][, {year}]', 'J, 2024'],
  [', {year}', ', 2024'],
  ['{year}, {volume}', '2024'],
  ['{year}[:{volume}]:', '2024:'],
])('does not begin or end with the comma of a value that is missing: %s', (pattern, text) => {
  expect(fillPattern(pattern, { journal: 'J', year: '2024' })).toBe(text)
})
