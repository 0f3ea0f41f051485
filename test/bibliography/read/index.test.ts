/** Which bibliography files are read, in which format, and how their works are combined. */
import { describe, expect, it } from 'vitest'
import { memoryHost } from '../../../pipeline/host/index.ts'
import { findManuscript, parse } from '../../../pipeline/parse/index.ts'
import { buildArticle } from '../../build-article.ts'
import { readFiles } from './read-fixture.ts'

const ris = 'TY  - JOUR\nAU  - Doe, Jane\nTI  - In RIS\nPY  - 2019\nID  - ris\nER  - \n'
const bib = '@book{bib,\n  title = {In BibTeX},\n  ids = {former},\n  year = 2010\n}\n'

describe('bibliographies', () => {
  it('are read in several formats at once', async () => {
    const { references } = await readFiles({
      'a.bib': bib,
      'b.ris': ris,
      'c.json': '[{"id": "json", "type": "book"}]',
      'd.yaml': 'references:\n- id: yaml\n  type: book\n',
    })
    expect(references.map(item => item.id)).toEqual(['bib', 'ris', 'json', 'yaml'])
  })

  it.each([
    ['refs.txt', ris, 'ris'],
    ['refs.txt', 'references:\n- id: yaml\n', 'yaml'],
    ['refs.bib', '[{"id": "json"}]', 'json'],
    ['refs.txt', '%0 Book\n%T Title\n%F enw\n', 'enw'],
    ['refs.txt', 'PMID- 1\nFAU - Doe, J\nDP  - 2010\n', 'Doe2010'],
    ['refs.txt', '<xml><records><record><label>xml</label></record></records></xml>', 'xml'],
  ])('are known by their content: %s, %j', async (name, text, id) => {
    const { references, messages } = await readFiles({ [name]: text })
    expect([references.map(item => item.id), messages]).toEqual([[id], []])
  })

  it('are found without their ending', async () => {
    const { references, messages } = await readFiles({ 'refs.bib': bib }, ['refs'])
    expect([references.length, messages]).toEqual([1, []])
  })

  it('may contain the same entry twice, but not two entries with one key', async () => {
    const same = await readFiles({ 'a.bib': bib, 'b.bib': bib.replace('year = 2010', 'year = {2010}') })
    expect([same.references.length, same.messages]).toEqual([1, []])
    const other = await readFiles({ 'a.bib': bib, 'b.bib': `\n${bib.replace('2010', '2011')}` })
    expect(other.messages[0]).toMatch(/^b\.bib:2:7 {2}error .*`bib`/)
  })

  it('are read as Latin-1 where they are not UTF-8', async () => {
    const bytes = (text: string) => new Uint8Array([...Buffer.from(text, 'latin1')])
    const mixed = `\xef\xbb\xbf@book{a, title = {F\xfcr Z\xc3\xbcrich \xe9\x96\x80 \xe9}}`
    const { references, messages } = await readFiles({ 'a.bib': bytes(mixed) })
    expect(references[0]?.title).toBe('Für Zürich 門 é')
    expect(messages).toHaveLength(2)
    expect(messages.join()).toMatch(/a\.bib:1:20 {2}warning .*`ü`.* 2 bytes .*UTF-8.*Latin-1/)
  })

  it('are read in UTF-16', async () => {
    const { references } = await readFiles({
      'a.bib': new Uint8Array(Buffer.from(`\ufeff${bib}`, 'utf16le')),
    })
    expect(references[0]?.id).toBe('bib')
  })

  it('have no entities of HTML, in any format and in the front matter', async () => {
    const { references } = await readFiles({
      'a.bib': '@book{a, title = {R &amp; D}}',
      'b.ris': 'TY  - BOOK\nTI  - R &amp; D\nID  - b\nER  - \n',
      'c.json':
        '[{"id": "c", "type": "book", "title": "R &amp;amp; D", "author": [{"literal": "A&nbsp;B"}]}]',
    })
    expect(references.map(item => item.title)).toEqual(['R & D', 'R & D', 'R & D'])
    expect(references[2]?.author).toEqual([{ literal: 'A\u00a0B' }])
    const text = '---\ntitle: T\nreferences:\n- id: a\n  type: book\n  title: R &amp; D\n---\n\nA [@a].\n'
    expect((await buildArticle({ 'article.md': text })).html).toContain('R &#x26; D')
  })

  it('keep apostrophes in addresses', async () => {
    const text = '---\ntitle: T\nbibliography: refs.bib\n---\n\nA [@a].\n'
    const entry = "@misc{a, title = {It's}, url = {https://example.org/it's_'a'}, doi = {10.1000/o'x}}"
    for (const style of ['humanities', 'preprint', 'transactions']) {
      const { html } = await buildArticle({ 'article.md': text, 'refs.bib': entry }, style)
      expect(html).toContain('It’s')
      expect(html).not.toMatch(/(?:it|o|_)’|\ue010/)
    }
  })

  it('keep the places of entries and fields', async () => {
    const { sources } = await readFiles({ 'a.bib': bib })
    const source = sources.get('bib')
    expect(source?.type).toBe('book')
    expect(source?.place).toMatchObject({ start: { line: 1, column: 1 }, end: { line: 5, column: 2 } })
    expect(source?.fields.get('title')).toMatchObject({ start: { line: 2, column: 3 } })
  })
})

describe('bibliographies beyond any author’s', () => {
  it('with strings that double lose the entry and say so', async () => {
    const strings = Array.from({ length: 60 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}\n`)
    const text = `@string{s0 = "twice"}\n${strings.join('')}@book{long, title = s3 # s60}\n${bib}`
    const { references, messages } = await readFiles({ 'a.bib': text })
    expect(references.map(item => item.id)).toEqual(['long', 'bib'])
    expect(messages.join()).toMatch(/a\.bib:\d+:\d+ {2}error .*`s\d+`.* at most 1000000 characters/)
  })

  it('inherit along a chain without end, and from each other', async () => {
    const chain = Array.from({ length: 3000 }, (_, at) => `@book{c${at}, crossref = {c${at + 1}}}\n`)
    const { messages, references } = await readFiles({
      'a.bib': `${chain.join('')}@book{c3000, year = 2001}`,
    })
    expect(references).toHaveLength(3001)
    expect(messages.filter(line => line.includes('chain of cross-references'))).toHaveLength(29)
    const bushy = Array.from({ length: 40 }, (_, at) => `@xdata{x${at}, xdata = {x${at + 1}, x${at + 2}}}\n`)
    const tree = await readFiles({
      'a.bib': `${bushy.join('')}@xdata{x40, title = {T}}@book{a, xdata = {x0}}`,
    })
    expect(tree.references[0]?.title).toBe('T')
  })

  it('with long texts keep their beginning', async () => {
    const { references, messages } = await readFiles({
      'a.bib': `@book{a, title = {${'\\"a "b" '.repeat(4000)}}, year = 2001}`,
      'b.json': JSON.stringify([{ id: 'b', type: 'book', title: '<i>'.repeat(9000) }]),
    })
    expect(references.map(item => item.title?.length)).toEqual([5000, 5000])
    expect(messages.join('\n')).toMatch(
      /a\.bib:1:1 .*`title`[\s\S]*b\.json:1:2 .*`title`[\s\S]*a\.bib:1:10 .*LaTeX/,
    )
  })

  it('with tags twice that may be once read the first', async () => {
    const { references, messages } = await readFiles({
      'a.ris': ris.replace('PY  - 2019', 'PY  - 2019/02\nPY  - 2020/03'),
      'b.enw': '%0 Book\n%T Title\n%@ 1\n%@ 2\n%8 May 2001\n%8 June 2002\n%D 2001\n%F enw\n',
    })
    expect(references.map(item => item.title)).toEqual(['In RIS', 'Title'])
    expect(messages.join()).toMatch(/a\.ris:4:1 {2}warning .*second `PY`/)
  })

  it('in CSL with values of other forms are reported at each, and the rest is kept', async () => {
    const works = [
      { id: 'a', type: 'book', title: {}, author: 'Doe', issued: [[]] },
      {
        id: 'b',
        type: 'book',
        title: ['B', 'C'],
        author: [{ family: 'Doe' }, null],
        issued: '2001',
        volume: 3,
      },
      {
        id: 'c',
        type: 'book',
        title: 'Sound',
        author: [{ literal: 'Group' }],
        issued: { 'date-parts': [[2001]] },
      },
    ]
    const { references, messages } = await readFiles({ 'a.json': JSON.stringify(works, undefined, 1) })
    expect(references.map(item => item.id)).toEqual(['a', 'b', 'c'])
    const pattern = /^(a\.json:\d+).*of `(\w+)` of the entry `(\w)`/
    const named = messages.map(line => pattern.exec(line)?.slice(1)).filter(found => found !== undefined)
    expect(named).toEqual([
      ['a.json:5', 'title', 'a'],
      ['a.json:6', 'author', 'a'],
      ['a.json:7', 'issued', 'a'],
      ['a.json:18', 'author', 'b'],
    ])
  })

  it('without keys get keys in linear time', async () => {
    const { references } = await readFiles({ 'a.enw': '%0 Book\n%D 2001\n\n'.repeat(3000) })
    expect(new Set(references.map(item => item.id)).size).toBe(3000)
  })
})

describe('an article', () => {
  it('cites works by their other keys', async () => {
    const text = '---\ntitle: T\nbibliography: refs\n---\n\nA claim [@former].\n'
    const { messages, html } = await buildArticle({ 'article.md': text, 'refs.bib': bib })
    expect(messages).toEqual([])
    expect(html).toContain('In BibTeX')
  })

  it('has several lists of references', async () => {
    const text =
      '---\ntitle: T\nbibliography:\n  main: a.bib\n  software: b.ris\n---\n\nA claim [@bib; @ris].\n'
    const { messages } = await buildArticle({ 'article.md': text, 'a.bib': bib, 'b.ris': ris })
    expect(messages).toEqual([])
    const host = memoryHost({ '/paper/article.md': text, '/paper/a.bib': bib, '/paper/b.ris': ris })
    const manuscript = await parse({ ...(await findManuscript('/paper', host)), host })
    const lists = ['bib', 'ris'].map(key => manuscript?.referenceSources.get(key)?.list)
    expect(lists).toEqual([undefined, 'software'])
  })

  it('uses the bibliographies beside it if it names none', async () => {
    const files = { 'article.md': 'A claim [@bib].\n', 'a.bib': bib, 'b.bib': bib }
    const { article, messages } = await buildArticle(files)
    expect([article.bibliography.length, messages]).toEqual([1, []])
  })

  it('can have works in its front matter', async () => {
    const text =
      '---\ntitle: T\nreferences:\n- id: own\n  type: book\n  title: My own\n  issued: 2010\n---\n\nA claim [@own].\n'
    const { messages, html } = await buildArticle({ 'article.md': text })
    expect(messages).toEqual([])
    expect(html).toContain('My own')
  })
})
