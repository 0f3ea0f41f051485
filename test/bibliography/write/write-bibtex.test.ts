/** Offprint's own reader reads a written BibLaTeX or BibTeX entry as the same work. */
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { writeBibtex } from '../../../pipeline/bibliography/write/write-bibtex.ts'
import { memoryHost } from '../../../pipeline/host/index.ts'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { readBibliographies } from '../../../pipeline/parse/index.ts'

async function readBack(text: string): Promise<readonly CslItem[]> {
  const { references, files } = await readBibliographies({
    file: new VFile({ path: '/p/article.md' }),
    folder: '/p',
    metadata: { bibliography: ['refs.bib'] },
    placeOf: () => undefined,
    folders: [],
    host: memoryHost({ '/p/refs.bib': text }),
  })
  expect(files.flatMap(file => file.messages)).toEqual([])
  return references
}

/**
 * The work without what BibTeX cannot express: whether a name with one part is a group, and protected case.
 */
function plain(item: CslItem): unknown {
  const text = JSON.stringify(item).replace(/<span class=\\"nocase\\">(.*?)<\/span>/g, '$1')
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('family' in value) || 'given' in value) return value
    return { literal: value.family }
  })
}

const works: readonly Omit<CslItem, 'id'>[] = [
  {
    type: 'article-journal',
    title: 'Growth of <i>E. coli</i> in CO<sub>2</sub>: DNA & 50 % of 3<sup>rd</sup> mRNA in London',
    author: [
      { family: 'Waals', given: 'J. D.', 'non-dropping-particle': 'van der' },
      { family: 'Ortega y Gasset', given: 'José' },
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      { family: "d'Alembert", given: 'Jean-Baptiste' },
      { family: 'Łukasiewicz-Žižek', given: 'Żaneta' },
      { family: '李', given: '明' },
      { family: 'Ива́нов', given: 'Пётр' },
      { family: 'Doe', given: 'A and B' },
      { literal: 'Working Group on Wells, Pumps and Handles' },
      { literal: 'others' },
    ],
    'container-title': 'Health & Wells: Practice',
    'container-title-short': 'Health Wells',
    issued: { 'date-parts': [[2020, 3, 5]] },
    volume: '12',
    issue: '3-4',
    page: '101-119',
    DOI: '10.5555/a_b(1)<2>#x',
    ISSN: '1234-5679',
    PMID: '90000001',
    PMCID: 'PMC9000001',
    language: 'en',
  },
  {
    type: 'article-journal',
    title: 'Odd { braces, a \\ backslash, ~tilde^, $5, #1, a_b, --, ---, "more" } {',
    'container-title': 'Annals',
    page: 'e1002',
    issue: 'Suppl',
    volume: 'IV',
    issued: { 'date-parts': [[1855]] },
  },
  {
    type: 'article-journal',
    title: '<b>Bold</b> and <span style="font-variant:small-caps;">small</span> H\u00A0bar < 5 > 3 <i',
    'container-title': 'Zeitschrift für Größen',
    issued: {
      'date-parts': [
        [2019, 12],
        [2020, 1],
      ],
    },
    page: 'S1-S9, 14-15',
  },
  {
    type: 'book',
    title: 'Wells of the World',
    editor: [{ family: 'Hopper', given: 'Grace B.' }],
    translator: [{ family: 'Eco', given: 'U.' }],
    publisher: 'Invented Press and Sons',
    'publisher-place': 'Geneva',
    'collection-title': 'Lecture Notes',
    'collection-number': '7',
    'number-of-pages': '312',
    edition: '2',
    volume: '3',
    ISBN: '9780000000019',
    issued: { 'date-parts': [[2009, 3]] },
  },
  {
    type: 'chapter',
    title: 'On pumps',
    'container-title': 'The Handbook of iPhone Wells',
    'container-author': [{ family: 'Lee', given: 'Ann' }],
    page: '7-9',
    publisher: 'Press',
  },
  {
    type: 'paper-conference',
    title: 'Fast pumps',
    'container-title': 'Proceedings of the Conference',
    'event-title': 'Pump Conference 2020',
    'event-place': 'Rome',
    'event-date': {
      'date-parts': [
        [2020, 5, 1],
        [2020, 5, 4],
      ],
    },
    publisher: 'Society',
    page: '1-8',
  },
  { type: 'thesis', title: 'Wells', genre: 'Doctoral dissertation', publisher: 'University of X' },
  { type: 'report', title: 'Wells', number: '17', genre: 'technical report', publisher: 'Agency' },
  { type: 'dataset', title: 'Readings', version: '1.2', publisher: 'Archive', DOI: '10.5072/wells.9' },
  {
    type: 'software',
    title: 'pumpR: pumps in R',
    version: '0.3.1',
    publisher: 'Archive',
    URL: 'https://example.org/a_b?c=%20&d=~e#f',
  },
  {
    type: 'article',
    title: 'Light in media',
    publisher: 'arXiv',
    DOI: '10.48550/arXiv.2101.00001',
    genre: 'Preprint',
  },
  {
    type: 'article',
    title: 'Cells',
    'container-title': 'bioRxiv',
    publisher: 'Laboratory',
    DOI: '10.5555/2020.01.01.1',
  },
  {
    type: 'webpage',
    title: 'A page',
    URL: 'https://example.org/',
    accessed: { 'date-parts': [[2021, 1, 2]] },
  },
  { type: 'document', title: 'Something', issued: { literal: 'in press' } },
  { type: 'standard', title: 'Wells', publisher: 'ISO' },
  { type: 'review', title: 'Of a book' },
]

describe('a written entry', () => {
  it.each(works.map(work => [work.type, work.title ?? '', work] as const))('%s: %s', async (_, __, work) => {
    const item = { id: 'key2020', ...work }
    const [read, ...others] = await readBack(writeBibtex(item))
    expect(others).toEqual([])
    expect(read && plain(read)).toMatchObject(plain(item) as object)
  })

  // BibTeX cannot express the months of a range.
  const classic = works.map((work): typeof work => {
    const [first, last] = work.issued?.['date-parts'] ?? []
    return first && last ? { ...work, issued: { 'date-parts': [first.slice(0, 1), last.slice(0, 1)] } } : work
  })
  it.each(classic.map(work => [work.type, work.title ?? '', work] as const))(
    'of BibTeX: %s: %s',
    async (_, __, work) => {
      const item = { id: 'key2020', ...work }
      const text = writeBibtex(item, 'bibtex')
      expect(text).not.toMatch(/^ {2}(?:journaltitle|date|location) =/m)
      const [read] = await readBack(text)
      expect(read && plain(read)).toMatchObject(plain(item) as object)
    },
  )

  it('has the journal, the year and the month that styles of BibTeX print', () => {
    const item: CslItem = {
      id: 'a',
      type: 'article-journal',
      title: 'X',
      'container-title': 'Annals & Wells',
      issued: { 'date-parts': [[2020, 3, 5]] },
    }
    expect(writeBibtex(item, 'bibtex')).toBe(
      '@article{a,\n  title = {X},\n  journal = {Annals \\& Wells},\n  year = {2020},\n  month = mar,\n  day = {5},\n}\n',
    )
  })

  it('puts a name with an "and" in braces, but not "others"', () => {
    const author = [
      { family: 'Doe', given: 'A and B' },
      { family: 'Roe', given: 'C.', suffix: 'and Sons' },
      { literal: 'others' },
    ]
    expect(writeBibtex({ id: 'a', type: 'book', author })).toContain(
      'author = {Doe, {A and B} and Roe, {and Sons}, C. and others}',
    )
  })

  it('does not split an article number into pages', () => {
    const pagesOf = (page: string) =>
      /pages = \{(.*)\}/.exec(writeBibtex({ id: 'a', type: 'article-journal', page }))?.[1]
    expect(['101-119', '2020-013', 'S1-S5, S7', '1-2_3'].map(pagesOf)).toEqual([
      '101--119',
      '2020-013',
      'S1-S5, S7',
      '1-2\\_3',
    ])
    expect(writeBibtex({ id: 'a', type: 'article-journal', number: 'e12-45' })).toContain('eid = {e12-45}')
  })

  it('can follow other entries', async () => {
    const text = works.map((work, index) => writeBibtex({ id: `k${index}`, ...work })).join('\n')
    expect((await readBack(text)).map(({ id }) => id)).toEqual(works.map((_, index) => `k${index}`))
  })

  it('protects capitals inside words, and in sentence case the capitals of names', () => {
    const titleOf = (title: string) =>
      /^ {2}title = \{(.*)\},$/m.exec(writeBibtex({ id: 'a', type: 'book', title }))?.[1]
    expect(titleOf('The role of mRNA and COVID-19 in London: The case of Wells')).toBe(
      'The role of {mRNA} and {COVID-19} in {London}: The case of {Wells}',
    )
    expect(titleOf('THE MODE OF COMMUNICATION')).toBe('THE MODE OF COMMUNICATION')
    expect(titleOf('The Role of DNA in Modern Medicine and Health')).toBe(
      'The Role of {DNA} in Modern Medicine and Health',
    )
  })
})
