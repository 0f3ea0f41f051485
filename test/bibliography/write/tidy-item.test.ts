/** Answers of registries become items for a reference list, and keys are made from the items. */
import { describe, expect, it } from 'vitest'
import { citationKey } from '../../../pipeline/bibliography/write/citation-key.ts'
import { tidyItem, type Work } from '../../../pipeline/bibliography/write/tidy-item.ts'
import { tidyMarkup } from '../../../pipeline/bibliography/write/tidy-markup.ts'
import { crossref } from '../../tasks/cite/registry.ts'

describe('titles', () => {
  it.each([
    ['Wells &amp; pumps', 'Wells & pumps'],
    ['Wells &amp;amp; pumps', 'Wells & pumps'],
    ['On &lt;i&gt;E. coli&lt;/i&gt;', 'On <i>E. coli</i>'],
    [
      '<jats:italic>A</jats:italic> <scp>dna</scp>',
      '<i>A</i> <span style="font-variant:small-caps;">dna</span>',
    ],
    ['CO<sub>2</sub>\n      and\u00A0<bold>B</bold>', 'CO<sub>2</sub> and <b>B</b>'],
    [
      'The <mml:math><mml:mi>x</mml:mi>\n  <mml:mo>=</mml:mo><mml:mn>2</mml:mn></mml:math> case',
      'The x=2 case',
    ],
    ['p < 0.05 and x > y', 'p < 0.05 and x > y'],
    ['R&D at 5 &#37;', 'R&D at 5 %'],
    ['<span class="x">A</span><br/>B', 'A B'],
    ['Plain', 'Plain'],
  ])('%s', (source, expected) => {
    expect(tidyMarkup(source)).toBe(expected)
    expect(tidyMarkup(expected)).toBe(expected)
  })
})

describe('answers', () => {
  it('lose the fields that no citation needs', () => {
    const work = tidyItem({ ...crossref, type: 'article-journal' })
    expect(work).toEqual({
      type: 'article-journal',
      title: expect.stringMatching(/^Growth of <i>E\. coli<\/i>/),
      'container-title': 'Journal of Invented Research & Practice',
      'container-title-short': 'J. Inv. Res.',
      author: [
        { family: 'Meer', given: 'J. D.', 'non-dropping-particle': 'van der' },
        { family: 'Ortega y Gasset', given: 'José' },
        { family: 'King', given: 'Martin', suffix: 'Jr.' },
        { literal: 'Working Group on Wells and Pumps' },
      ],
      volume: '17',
      issue: '3-4',
      page: '101-119',
      language: 'en',
      issued: { 'date-parts': [[2019, 6, 1]] },
      DOI: '10.5555/Inv.2019.17',
      ISSN: '1234-5679',
    })
  })

  it.each([
    [
      { type: 'monograph', title: ['A'], subtitle: ['b &amp; c'] },
      { type: 'book', title: 'A: b & c' },
    ],
    [
      { type: 'nonsense', title: 'A' },
      { type: 'document', title: 'A' },
    ],
    [
      { type: 'book', title: 'A', issued: { 'date-parts': [[null]] } },
      { type: 'book', title: 'A' },
    ],
    [
      { type: 'book', title: 'A', issued: { 'date-parts': [['2020', '13']] } },
      { type: 'book', title: 'A', issued: { 'date-parts': [[2020]] } },
    ],
    [
      { type: 'article-journal', title: 'A', 'article-number': 'e7', volume: 3 },
      { type: 'article-journal', title: 'A', page: 'e7', volume: '3' },
    ],
    [
      {
        type: 'paper-conference',
        title: 'A',
        event: { name: 'C &amp; D', location: 'Rome', start: { 'date-parts': [[2020, 1]] } },
      },
      {
        type: 'paper-conference',
        title: 'A',
        'event-title': 'C & D',
        'event-place': 'Rome',
        'event-date': { 'date-parts': [[2020, 1]] },
      },
    ],
    [
      {
        type: 'book',
        title: 'A',
        ISBN: ['http://id.crossref.org/isbn/9780000000019'],
        page: '7-7',
        author: [{}, { given: 'Plato' }],
      },
      { type: 'book', title: 'A', ISBN: '9780000000019', page: '7', author: [{ literal: 'Plato' }] },
    ],
    [{ title: { a: 1 }, author: 'x', issued: 'y', volume: null }, { type: 'document' }],
  ])('%j', (answer, expected) => {
    expect(tidyItem(answer)).toEqual(expected)
  })
})

describe('keys', () => {
  const work = (family: string, year: number, title: string): Work => ({
    type: 'book',
    title,
    author: [{ family, given: 'A' }],
    issued: { 'date-parts': [[year]] },
  })
  it.each<[Work, string[], string]>([
    [work('Snow', 1855, 'On the <i>Mode</i> of communication'), [], 'snow1855mode'],
    [work('Łukasiewicz-Øst', 2020, 'Die Größe'), [], 'lukasiewiczost2020grosse'],
    [work('Snow', 1855, 'Mode'), ['Snow1855Mode', 'snow1855modea'], 'snow1855modeb'],
    [work('Иванов', 2020, 'Вода'), [], 'work2020'],
    [{ type: 'book', title: '…' }, ['work'], 'worka'],
    [
      { type: 'book', title: 'R&D', editor: [{ literal: 'World Health Organization' }] },
      [],
      'worldhealthorganizationr',
    ],
  ])('%j', (item, taken, key) => {
    expect(citationKey(item, taken)).toBe(key)
  })
})
