/**
 * Institutions in lists of names; the name "others" as "et al.", in styles that shorten lists, that do not,
 * and that print the last name.
 */
import { expect, it } from 'vitest'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { openCslEngine } from '../../../pipeline/tools/citation-js/citation-js.ts'

const others = { literal: 'others' }
const names = (...families: string[]) => families.map(family => ({ family }))

function printed(author: CslItem['author'], options: string): string {
  const style = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title/><id/><updated/></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name and="text" ${options}/><label prefix=" "/></names></layout></bibliography></style>`
  const items: CslItem[] = [{ id: 'a', type: 'book', title: 'T', ...(author && { author }) }]
  const engine = openCslEngine(style, items, 'en')
  engine.cite([{ items: [{ id: 'a' }] }])
  return (engine.bibliography()[0]?.html ?? '').replace(/<[^>]*>/g, '').trim()
}

it.each([
  ['', names('Doe'), 'Doe et al.'],
  ['', names('Doe', 'Roe'), 'Doe, Roe, et al.'],
  ['et-al-min="3" et-al-use-first="1"', names('Doe', 'Roe'), 'Doe et al.'],
  ['et-al-min="4" et-al-use-first="1"', names('Doe', 'Roe'), 'Doe, Roe, et al.'],
  ['et-al-min="3" et-al-use-first="1" et-al-use-last="true"', names('Doe', 'Roe', 'Poe'), 'Doe et al.'],
  ['form="short"', names('Doe'), 'Doe et al.'],
])('%s', (options, author, text) => {
  expect(printed([...author, others], options)).toBe(text)
  expect(printed([...author, { literal: 'et al.' }], options)).toBe(text)
})

it('follows an institution', () => {
  expect(printed([{ literal: 'Board' }, others], '')).toBe('Board et al.')
})

it('is a name where it is the only one', () => {
  expect(printed([{ literal: 'Others' }], '')).toBe('Others')
})

it.each([
  ['delimiter-precedes-last="always"', 'Board, and Bureau'],
  ['delimiter-precedes-last="never"', 'Board and Bureau'],
  ['', 'Board and Bureau'],
])('two institutions are joined as two people: %s', (options, text) => {
  expect(printed([{ literal: 'Board' }, { literal: 'Bureau' }], options)).toBe(text)
  expect(printed(names('Board', 'Bureau'), options)).toBe(text)
})
