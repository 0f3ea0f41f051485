/** A citation of one work has one link, so that the keyboard stops once. */
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import { withJoinedLinks } from '../../../pipeline/render/web/joined-links.ts'
import { pageOf } from './page-of.ts'

const work = (id: string, ...content: (string | ReturnType<typeof h>)[]) =>
  h('a', { href: `#ref-${id}`, className: ['citation-link'] }, content)

describe('links of a citation', () => {
  it.each([
    ['with a bracket', [work('a', 'Crane'), ' (', work('a', '2019'), ') says'], '[Crane (2019)] says'],
    ['with text in parts', [work('a', 'Crane'), ' ', '(', work('a', '2019'), ')'], '[Crane (2019)]'],
    ['with a page', [work('a', 'Crane'), ' (', work('a', '2019'), ', p. 4)'], '[Crane (2019, p. 4)]'],
    ['with a number', [work('a', 'Crane'), ' [', work('a', '1'), ']'], '[Crane [1]]'],
    ['of two works', [work('a', 'Crane, 2019'), '; ', work('b', 'Doe, 2020')], '[Crane, 2019]; [Doe, 2020]'],
    [
      'of two works, one of them twice',
      [work('a', 'Crane'), ' (', work('a', '2019'), '; ', work('b', '2020'), ')'],
      '[Crane (2019]; [2020])',
    ],
    ['with an element between', [work('a', 'Crane'), h('br'), work('a', '2019')], '[Crane]<br>[2019]'],
    ['of a single work', ['(', work('a', 'Crane'), ')'], '([Crane])'],
  ])('%s', (_, content, expected) => {
    const html = toHtml(withJoinedLinks([h('span', content)])[0] ?? h(null))
    const marked = html.replace(/<a [^>]*>(.*?)<\/a>/g, '[$1]')
    expect(marked).toBe(`<span>${expected}</span>`)
  })
})

it('is one link in a narrative citation', async () => {
  const html = await pageOf(
    {
      'article.md': '---\ntitle: T\nlang: en\nbibliography: a.bib\n---\n\nAs @a [p. 4] says.\n',
      'a.bib': '@book{a, title = {B}, author = {Crane, Ada}, year = {2019}}',
    },
    'preprint',
  )
  expect(html).toMatch(
    /class="citation"><a href="#ref-a" class="citation-link">Crane \(2019, p.\s4\)<\/a><\/span>/,
  )
})
