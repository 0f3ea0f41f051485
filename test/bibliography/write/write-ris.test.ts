/** Offprint's own reader reads a written RIS record as the same work, and each line has the form of RIS. */
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { writeRis } from '../../../pipeline/bibliography/write/write-ris.ts'
import { memoryHost } from '../../../pipeline/host/index.ts'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { readBibliographies } from '../../../pipeline/parse/index.ts'

async function readBack(text: string): Promise<readonly CslItem[]> {
  const { references, files } = await readBibliographies({
    file: new VFile({ path: '/p/article.md' }),
    folder: '/p',
    metadata: { bibliography: ['refs.ris'] },
    placeOf: () => undefined,
    folders: [],
    host: memoryHost({ '/p/refs.ris': text }),
  })
  expect(files.flatMap(file => file.messages.map(String))).toEqual([])
  return references
}

const works: readonly CslItem[] = [
  {
    id: 'snow1855mode',
    type: 'article-journal',
    title: 'Wells & pumps: 50 % of “all” in London – a study',
    author: [
      { family: 'Brakel', given: 'Petra', 'non-dropping-particle': 'van der' },
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      { family: 'Ива́нов', given: 'Пётр' },
      { literal: 'Working Group on Wells' },
    ],
    'container-title': 'Health & Wells',
    'container-title-short': 'Health Wells',
    issued: { 'date-parts': [[2020, 3, 5]] },
    volume: '12',
    issue: '3-4',
    page: '101-119',
    DOI: '10.5555/a_b(1)#x',
    ISSN: '1234-5679',
    language: 'en',
  },
  {
    id: 'board1854',
    type: 'article-journal',
    title: 'A number in place of pages',
    author: [{ family: 'Farr', given: 'William' }],
    'container-title': 'Annals',
    issued: { 'date-parts': [[1854, 7]] },
    page: 'e17',
  },
  {
    id: 'book1900',
    type: 'book',
    title: 'Water',
    author: [{ family: 'Koch', given: 'Robert' }],
    issued: { 'date-parts': [[1900]] },
    publisher: 'Springer',
    'publisher-place': 'Berlin',
    ISBN: '978-3-16-148410-0',
  },
]

/**
 * The work without what RIS cannot express: particles apart from family names, and publishers of journals.
 */
function plain(item: CslItem | undefined): unknown {
  const author = item?.author?.map(({ literal, family, given, suffix, ...rest }) => ({
    family: literal ?? [rest['non-dropping-particle'], family].filter(Boolean).join(' '),
    given,
    suffix,
  }))
  return { ...item, author }
}

describe('a record of RIS', () => {
  it.each(works)('$id reads back as the same work', async work => {
    const [read] = await readBack(writeRis(work))
    expect(plain(read)).toEqual(plain(work))
  })

  it('does not split an article number into pages, and lists nobody called "others"', () => {
    const linesOf = (item: Partial<CslItem>) =>
      writeRis({ id: 'x', type: 'article-journal', ...item })
        .split('\r\n')
        .filter(line => /^(?:SP|EP|IS|AU)/.test(line))
    expect(linesOf({ page: '2020-013', issue: '3' })).toEqual(['IS  - 3', 'SP  - 2020-013'])
    expect(linesOf({ number: 'e12-45' })).toEqual(['SP  - e12-45'])
    expect(linesOf({ page: 'S1-S5, S7' })).toEqual(['SP  - S1-S5, S7'])
    expect(linesOf({ type: 'report', number: '17' })).toEqual(['IS  - 17'])
    expect(linesOf({ author: [{ family: 'Doe', given: 'J.' }, { literal: 'others' }] })).toEqual([
      'AU  - Doe, J.',
    ])
  })

  it('begins the line of each value with a tag, two spaces and a hyphen', () => {
    const text = writeRis({
      id: 'x',
      type: 'report',
      title: 'One\r\nER  - \nTY  - BOOK <i>two</i>',
      author: [{ family: 'A\nB', given: '' }],
    })
    const lines = text.split('\r\n')
    expect(lines).toEqual([
      'TY  - RPRT',
      'ID  - x',
      'AU  - A B',
      'TI  - One ER - TY - BOOK two',
      'ER  - ',
      '',
    ])
  })
})
