/**
 * The engine: marks around works and variables, layout of the list, empty texts, broken works, engines
 * opened again.
 */
import { describe, expect, it } from 'vitest'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { openCslEngine } from '../../../pipeline/tools/citation-js/citation-js.ts'
import { joinCites } from '../../../pipeline/tools/citation-js/join-cites.ts'
import { withoutMarks } from '../../../tooling/csl/suite.ts'

function style(citation: string, bibliography = '', attributes = 'class="in-text"'): string {
  return `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${attributes}><info><title/><id/><updated/></info>
${citation}${bibliography}</style>`
}

const items = [
  {
    id: 'doe',
    type: 'book',
    title: 'Of <i>Mus</i> & men',
    author: [{ family: 'Doe' }],
    issued: { 'date-parts': [[2001]] },
  },
  { id: 'roe', type: 'book', title: 'On', author: [{ family: 'Roe' }], issued: { 'date-parts': [[2002]] } },
  { id: 'poe', type: 'book', title: 'Up', author: [{ family: 'Poe' }], issued: { 'date-parts': [[2003]] } },
  {
    id: 'doe-2',
    type: 'book',
    title: 'Of cats',
    author: [{ family: 'Doe' }],
    issued: { 'date-parts': [[2001]] },
  },
] satisfies CslItem[]
const all = items.map(({ id }) => ({ id }))

const numeric = style(
  `<citation collapse="citation-number"><sort><key variable="citation-number"/></sort><layout prefix="[" suffix="]" delimiter=", ">
<text variable="citation-number"/><text variable="locator" prefix=":"/></layout></citation>`,
  `<bibliography second-field-align="flush" hanging-indent="true" entry-spacing="0" line-spacing="2"><layout suffix="."><text variable="citation-number" suffix=". "/>
<group delimiter=". "><names variable="author"/><text variable="title" font-style="italic"/><date variable="issued" form="numeric" date-parts="year"/></group></layout></bibliography>`,
)
const authorDate = style(
  `<citation collapse="year-suffix" year-suffix-delimiter=", " disambiguate-add-year-suffix="true"><layout prefix="(" suffix=")" delimiter="; ">
<group delimiter=" "><names variable="author"/><date variable="issued" form="numeric" date-parts="year"/></group></layout></citation>`,
  `<bibliography><layout suffix="."><text variable="title" quotes="true"/></layout></bibliography>`,
)

describe('a cluster', () => {
  it('has each work marked, and the ends of a range', () => {
    const engine = openCslEngine(numeric, items, 'en')
    expect(engine.cite([{ items: all }, { items: [{ id: 'roe', locator: '3' }, { id: 'doe' }] }])).toEqual([
      '[<span data-cite="doe">1</span>–<span data-cite="doe-2">4</span>]',
      '[<span data-cite="doe">1</span>, <span data-cite="roe">2:3</span>]',
    ])
  })

  it('has its affixes outside of the mark', () => {
    const engine = openCslEngine(authorDate, items, 'en')
    expect(
      engine.cite([{ items: [{ id: 'roe', prefix: 'see ', suffix: ' and passim' }, { id: 'poe' }] }]),
    ).toEqual([
      '(see <span data-cite="roe">Roe 2002</span> and passim; <span data-cite="poe">Poe 2003</span>)',
    ])
  })

  it('has the letter of a year inside the mark of its work, also because of works that are only listed', () => {
    const engine = openCslEngine(authorDate, items, 'en')
    expect(engine.cite([{ items: [{ id: 'doe' }, { id: 'doe-2' }] }, { items: [{ id: 'roe' }] }])[0]).toBe(
      '(<span data-cite="doe">Doe 2001a</span>, <span data-cite="doe-2">b</span>)',
    )
    expect(engine.cite([{ items: [{ id: 'doe' }] }], ['doe-2'])).toEqual([
      '(<span data-cite="doe">Doe 2001a</span>)',
    ])
  })

  it('leaves out works that do not exist', () => {
    const engine = openCslEngine(authorDate, items, 'en')
    expect(
      withoutMarks(engine.cite([{ items: [{ id: 'nobody' }, { id: 'roe' }] }], ['nobody'])[0] ?? ''),
    ).toBe('(Roe 2002)')
  })

  it('is empty if the style prints nothing', () => {
    const nothing = style(
      '<citation><layout prefix="(" suffix=")"><text variable="PMID"/></layout></citation>',
    )
    const engine = openCslEngine(nothing, items, 'en')
    expect(engine.cite([{ items: [{ id: 'doe' }] }])).toEqual([''])
    expect(engine.bibliography()).toEqual([])
    const [authors] = openCslEngine(numeric, items, 'en').cite([
      { items: [{ id: 'roe' }], mode: 'author-only' },
    ])
    expect(authors).toBe('')
  })
})

describe('the list', () => {
  it('has the marks of its variables inside of fonts and quotes', () => {
    const engine = openCslEngine(numeric, items, 'en')
    engine.cite([{ items: [{ id: 'doe' }] }])
    expect(engine.bibliography()).toEqual([
      {
        id: 'doe',
        html: expect.stringContaining(
          '<span data-variable="author">Doe</span>. <i><span data-variable="title">Of <span style="font-style:normal;">Mus</span> &#38; men</span></i>. <span data-variable="issued">2001</span>.',
        ),
      },
    ])
    expect(engine.listLayout()).toEqual({
      hangingIndent: true,
      secondFieldAlign: 'flush',
      entrySpacing: 0,
      lineSpacing: 2,
    })
  })

  it('leaves out works for which the style prints nothing, and returns their ids', () => {
    const engine = openCslEngine(authorDate, [...items, { id: 'bare', type: 'book' } as CslItem], 'en')
    engine.cite([], ['doe', 'bare', 'roe'])
    expect(engine.bibliography().map(({ id }) => id)).toEqual(['doe', 'roe'])
  })
})

it('an engine starts without works when a style is opened again', () => {
  for (const list of [items, [items[1]], items.slice(2)]) {
    const works = list.filter(item => item !== undefined)
    const engine = openCslEngine(numeric, works, 'en')
    engine.cite(
      [],
      works.map(({ id }) => id),
    )
    expect(engine.bibliography().map(({ id }) => id)).toEqual(works.map(({ id }) => id))
  }
})

it('uses the given locale of a language, and the words of the style if there is no locale', () => {
  const xml = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="pt-BR"><terms><term name="accessed">acessado</term></terms></locale>`
  const said = '<citation><layout><text term="accessed"/><text variable="title"/></layout></citation>'
  const cite = (text: string, language: string, locale?: { tag: string; xml: string }) =>
    withoutMarks(openCslEngine(text, items, language, locale).cite([{ items: [{ id: 'roe' }] }])[0] ?? '')
  expect(cite(style(said), 'pt', { tag: 'pt-BR', xml })).toBe('acessadoOn')
  expect(cite(style(said), 'pt')).toBe('accessedOn')
  const own = '<locale xml:lang="pt"><terms><term name="accessed">visto</term></terms></locale>'
  expect(cite(style(`${own}${said}`), 'pt')).toBe('vistoOn')
})

it('formats works that are not valid CSL-JSON', () => {
  const broken = [
    { id: 'x', volume: 3, author: 'A', issued: { 'date-parts': [[]] }, title: 4 },
  ] as unknown as CslItem[]
  const engine = openCslEngine(numeric, broken, 'en')
  expect(withoutMarks(engine.cite([{ items: [{ id: 'x' }] }])[0] ?? '')).toBe('[1]')
  expect(withoutMarks(engine.bibliography()[0]?.html ?? '')).toContain('A. <i>4</i>')
})

it('joins the pieces of a work if no other work is between them', () => {
  const piece = (key: string, part: number, text: string) =>
    `<span data-cite="${key}" data-part="${part}">${text}</span>`
  expect(joinCites(`(${piece('a', 1, 'A')}<i> ${piece('a', 1, '1')}</i>, ${piece('b', 2, 'B')})`)).toBe(
    '(<span data-cite="a">A<i> 1</i></span>, <span data-cite="b">B</span>)',
  )
  expect(joinCites(piece('a', 1, 'A') + piece('b', 2, 'B') + piece('a', 1, 'C'))).toBe(
    '<span data-cite="a">A</span><span data-cite="b">B</span><span data-cite="a">C</span>',
  )
})

describe('the letters of works of one year', () => {
  const letters = style(
    `<citation disambiguate-add-year-suffix="true"><layout delimiter="; "><names variable="author" suffix=" "/><choose>
<if variable="issued"><date variable="issued"><date-part name="year"/></date><text variable="year-suffix"/></if>
<else><text value="n.d."/><text variable="year-suffix" prefix="-"/></else></choose></layout></citation>`,
  )
  const work = (id: string, issued?: CslItem['issued']): CslItem => ({
    id,
    type: 'book',
    title: id,
    author: [{ family: 'Doe' }],
    ...(issued && { issued }),
  })

  it.each([
    [{ 'date-parts': [[2001]] }, 'Doe 2001a; Doe 2001b'],
    [{ literal: 'in press' }, 'Doe in press-a; Doe in press-b'],
    [undefined, 'Doe n.d.-a; Doe n.d.-b'],
  ])('%j', (issued, text) => {
    const engine = openCslEngine(letters, [work('a', issued), work('b', issued)], 'en')
    const [html = ''] = engine.cite([{ items: [{ id: 'a' }, { id: 'b' }] }])
    expect(html.replace(/<[^>]*>/g, '')).toBe(text)
  })
})

it('a numbered list keeps the place of a work without a text', () => {
  const titles = style(
    '<citation><layout><text variable="citation-number"/></layout></citation>',
    '<bibliography><layout><text variable="title" prefix="T: "/></layout></bibliography>',
  )
  const engine = openCslEngine(
    titles,
    [
      { id: 'a', type: 'book' },
      { id: 'b', type: 'book', title: 'B' },
    ],
    'en',
  )
  engine.cite([{ items: [{ id: 'a' }, { id: 'b' }] }])
  expect(engine.bibliography().map(({ html }) => withoutMarks(html.replace(/<[^>]*>/g, '').trim()))).toEqual([
    '1. [NO_PRINTED_FORM]',
    'T: B',
  ])
})

it('collects what citeproc does not understand in a style, also when the style is opened again', () => {
  const strange = style('<citation><layout><text variable="title" no-such="1"/></layout></citation>')
  const texts = ['undefined attribute "@no-such" in style']
  expect([...openCslEngine(strange, items, 'en').warnings]).toEqual(texts)
  expect([...openCslEngine(strange, items, 'en').warnings]).toEqual(texts)
})
