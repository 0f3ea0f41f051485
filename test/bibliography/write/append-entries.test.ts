/** New entries are added at the end of a bibliography; the existing text is kept byte for byte. */
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { appendEntries, bibliographyFormat } from '../../../pipeline/bibliography/write/append-entries.ts'
import type { CslItem } from '../../../pipeline/model/csl.ts'

const items: readonly CslItem[] = [
  { id: 'new1', type: 'book', title: 'A: b # c' },
  { id: 'new2', type: 'book', title: 'Two\'s "2"' },
]

/** Expects `after` to be `before` with one piece inserted. */
function expectKept(before: string, after: string): void {
  let head = 0
  while (head < before.length && before[head] === after[head]) head += 1
  expect(after.endsWith(before.slice(head))).toBe(true)
}

describe('BibTeX', () => {
  it.each([
    ['', ''],
    ['@book{a,\n title = {X}}', '\n\n'],
    ['@book{a,\n title = {X}}\n', '\n'],
    ['@book{a}\n\n', ''],
    ['% comment  \r\n@book{a,\r\n title = {X}}\r\n', '\r\n'],
    ['\uFEFF@book{a}\t\n', '\n'],
  ])('%j', (before, gap) => {
    const after = appendEntries(before, items, 'bibtex')
    expect(after.startsWith(`${before}${gap}@book{new1,`)).toBe(true)
    if (before.includes('\r')) expect(after).not.toMatch(/[^\r]\n/)
  })
})

describe('an entry of BibTeX', () => {
  const item: CslItem = {
    id: 'n',
    type: 'article-journal',
    'container-title': 'J',
    issued: { 'date-parts': [[2020]] },
  }
  it.each([
    ['@article{a, journal = {X}, year = 1990}\n', 'journal'],
    ['@book{a,\n  year={1990},\n  date-added = {2020-01-01}}\n', 'journal'],
    ['@article{a,\n  journaltitle = {X},\n  year = 1990}\n', 'journaltitle'],
    ['@book{a,\n  date = {1990}}\n', 'journaltitle'],
    ['', 'journaltitle'],
  ])('has the field names of the entries before it: %j', (before, field) => {
    const added = appendEntries(before, [item], 'bibtex').slice(before.length)
    expect(/^ {2}(journal\w*) =/m.exec(added)?.[1]).toBe(field)
    expect(added.includes('  year =')).toBe(field === 'journal')
  })
})

describe('CSL-JSON', () => {
  it.each([
    ['[]'],
    ['[ ]\n'],
    ['[{"id":"a"}]'],
    ['[\n  {\n    "id": "a", "x":   [1]\n  }\n]\n'],
    ['[\n    {"id": "a"}   ]'],
    ['[\t{"id": "]"}\n\n]\n\n'],
    ['\uFEFF[\r\n  {"id": "a"}\r\n]\r\n'],
  ])('%j', before => {
    const after = appendEntries(before, items, 'json')
    const [old, read] = [before, after].map((text): { id: string }[] =>
      JSON.parse(text.replace(/^\uFEFF/, '')),
    )
    expect(read).toEqual([...(old ?? []), ...items])
    expectKept(before, after)
  })

  it('begins a file', () => {
    expect(JSON.parse(appendEntries('', items, 'json'))).toEqual(items)
  })

  it.each([['{"items": []}'], ['[1,'], ['text']])('refuses %j', before => {
    expect(() => appendEntries(before, items, 'json')).toThrow()
  })
})

describe('CSL-YAML', () => {
  it.each([
    ['- id: a\n  title: X\n'],
    ['- id: a\n  title: X # last'],
    ['references:\n- id: a\n  title: |\n    X\n    y\n...\n'],
    ['---\nreferences:\n  - id: a\n    author:\n      - family: B\n  # the end\nother: 1\n---\n'],
    ['references: []\n'],
    ['references: [{id: a}]\nnext: 2\n'],
    ['references:\r\n- id: a\r\n'],
    ['references:\n-\n  id: a\n- id: b\n\n\n'],
  ])('%j', before => {
    const after = appendEntries(before, items, 'yaml')
    const listOf = (text: string): unknown[] => {
      // The cast is safe: it is the data of this test. The second document is empty.
      const data = parse(text.replace(/---\n$/, '')) as { references?: unknown[] } | unknown[]
      return Array.isArray(data) ? data : (data.references ?? [])
    }
    expect(listOf(after)).toEqual([...listOf(before), ...items])
    expectKept(before, after)
  })

  it.each([[''], ['# mine\n']])('begins a file: %j', before => {
    const after = appendEntries(before, items, 'yaml')
    expect(after.startsWith(before)).toBe(true)
    expect(parse(after)).toEqual({ references: items })
  })

  it.each([['a: [1'], ['title: X\n'], ['text']])('refuses %j', before => {
    expect(() => appendEntries(before, items, 'yaml')).toThrow()
  })
})

it('formats are recognized by the file name, and JSON also in a .bib file', () => {
  expect(['a.bib', 'a.JSON', 'a.yml', 'a.ris', 'a'].map(name => bibliographyFormat(name))).toEqual([
    'bibtex',
    'json',
    'yaml',
    undefined,
    undefined,
  ])
  expect(bibliographyFormat('a.bib', '\uFEFF [{}]')).toBe('json')
})
