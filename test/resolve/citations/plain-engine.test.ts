/** Citations and a reference list without a style. */
import { expect, it } from 'vitest'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { plainEngine } from '../../../pipeline/resolve/citations/plain-engine.ts'

const items = [
  {
    id: 'a',
    type: 'article-journal',
    title: 'On <i>x</i> & y',
    author: [{ family: 'Snow', given: 'J.' }, { family: 'Farr' }],
    'container-title': 'Water',
    volume: '1',
    issue: '2',
    page: '1-9',
    issued: { 'date-parts': [[2001]] },
    DOI: '10.5555/a',
  },
  { id: 'b', type: 'book', title: 'What now?', publisher: 'Press' },
] as unknown as readonly CslItem[] // as a bibliography has them

const words = { and: 'and', etAl: 'et al.' }

it('prints authors, years and locators, and the words of the author around them', () => {
  const engine = plainEngine(items, words, 'in-text')
  const [cluster, name, suppressed] = engine.cite([
    {
      items: [
        { id: 'a', prefix: 'see ', locator: '3-4', label: 'page', suffix: ' and so on' },
        { id: 'b', locator: '3', label: 'chapter' },
      ],
    },
    { items: [{ id: 'a' }], mode: 'author-only' },
    { items: [{ id: 'a', 'suppress-author': true }] },
  ])
  const plain = (html = '') => html.replace(/<[^>]+>/g, '')
  expect(plain(cluster)).toBe('(see Snow and Farr, 2001, 3–4 and so on; What now?, n.d., chapter 3)')
  expect(cluster).toContain('<span data-cite="a">Snow and Farr, 2001, 3–4</span>')
  expect([plain(name), plain(suppressed)]).toEqual(['Snow and Farr', '(2001)'])
  expect(engine.bibliography().map(({ html }) => plain(html))).toEqual([
    'J. Snow, Farr. On x &#x26; y. Water 1(2), 1–9. 2001. https://doi.org/10.5555/a',
    'What now? Press, n.d.',
  ])
})

it('has no brackets in a note', () => {
  const [note] = plainEngine(items, words, 'note').cite([{ items: [{ id: 'a' }], noteIndex: 1 }])
  expect(note?.replace(/<[^>]+>/g, '')).toBe('Snow and Farr, 2001.')
})
