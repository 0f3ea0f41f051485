/** Links in citations, if the engine marks the words of each work and if it does not. */

import type { ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import type { BibliographyEntry } from '../../../pipeline/model/article.ts'
import type { CslCitationItem } from '../../../pipeline/model/csl.ts'
import { linkCites } from '../../../pipeline/resolve/citations/cite-links.ts'

const entries = new Map(
  ['a', 'b', 'c'].map((key): [string, BibliographyEntry] => [
    key,
    { id: `ref-${key}`, key, work: { id: key, type: 'book' }, label: [], content: [], identifiers: [] },
  ]),
)
const numbers = new Map(
  [...entries.values()].map((entry, index): [string, BibliographyEntry] => [String(index + 1), entry]),
)

function link(html: string, items: readonly CslCitationItem[], isNumeric = false): string {
  const content = fromHtml(html, { fragment: true }).children.filter(
    (node): node is ElementContent => node.type !== 'doctype',
  )
  const linked = linkCites(content, { items, entries, numbers: isNumeric ? numbers : new Map(), range: '–' })
  return toHtml({ type: 'root', children: linked }).replaceAll(' class="citation-link"', '')
}

const all = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

describe('with a span for each cite', () => {
  it.each([
    [
      '(<span data-cite="a">Doe 2001a</span>, <span data-cite="b">b</span>; <span data-cite="c">Roe 2003</span>)',
      '(<a href="#ref-a">Doe 2001a</a>, <a href="#ref-b">b</a>; <a href="#ref-c">Roe 2003</a>)',
    ],
    [
      '<span data-cite="a">Doe, <i>Alpha</i> (<a href="https://a.org">a.org</a>), 3</span>.',
      '<a href="#ref-a">Doe, <i>Alpha</i> (</a><a href="https://a.org">a.org</a><a href="#ref-a">), 3</a>.',
    ],
  ])('%s', (html, expected) => {
    expect(link(html, all)).toBe(expected)
  })

  it('leaves the words of the author outside the link', () => {
    const items = [{ id: 'a', prefix: 'see ', suffix: ', too' }]
    expect(link('(<span data-cite="a">see Doe 2001, too</span>)', items)).toBe(
      '(see <a href="#ref-a">Doe 2001</a>, too)',
    )
  })

  it('links the number alone if there is one', () => {
    expect(link('[<span data-cite="b">2, p. 3</span>]', all, true)).toBe('[<a href="#ref-b">2</a>, p. 3]')
  })

  it('links the ends of a range of numbers without spans', () => {
    expect(link('<sup>1–3</sup>', all, true)).toBe('<sup><a href="#ref-a">1</a>–<a href="#ref-c">3</a></sup>')
  })
})

it('makes one link to the first work if there are neither spans nor numbers', () => {
  expect(link('(Doe 2001a, b; Roe 2003)', all)).toBe('<a href="#ref-a">(Doe 2001a, b; Roe 2003)</a>')
})

it('makes no link to a work that is not listed', () => {
  expect(link('(<span data-cite="x">X 2001</span>)', [{ id: 'x' }])).toBe('(X 2001)')
})
