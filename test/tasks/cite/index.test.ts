/** `offprint cite`: identifiers → entries of the bibliography. The registries are servers of the test. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citeLines } from '../../../pipeline/cli/cite-lines.ts'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { type CiteOptions, cite } from '../../../pipeline/tasks/cite/index.ts'
import { buildArticle } from '../../build-article.ts'
import { ordinary, type RegistryServer, serveRegistries } from './registry.ts'

let server: RegistryServer
beforeAll(async () => {
  server = await serveRegistries(ordinary)
})
afterAll(async () => await server.close())

const snow = '@article{snow, title = {Pumps},\n   doi={10.5555/PUMPS} }   % mine'

async function run(
  files: Readonly<Record<string, string>>,
  ids: readonly string[],
  options: Partial<CiteOptions> = {},
) {
  const paths = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/p/${name}`, text]))
  const host = memoryHost(paths)
  server.requests.length = 0
  const lookUp = { registries: server.registries, timeout: 5 }
  const result = await cite({ ids, path: '/p', lookUp, ...options }, host)
  return {
    result,
    keys: result.works.map(({ item }) => item.id),
    lines: citeLines(result, { from: '/p', isDry: options.isDry ?? false }),
    messages: messageLines(result.files, '/p').filter(line => !line.startsWith(' ')),
    notes: messageLines(result.files, '/p').filter(line => line.startsWith(' ')),
    names: [...host.files.keys()],
    text: (name: string) => new TextDecoder().decode(host.files.get(`/p/${name}`)),
  }
}

const article = { 'article.md': '---\ntitle: T\n---\nText.\n' }
const named = { 'article.md': '---\nbibliography: [refs.bib, more.bib]\n---\nText.\n' }

describe('offprint cite', () => {
  it.each([
    ['10.5555/Inv.2019.17', 'meer2019growth'],
    ['doi: 10.5555/INV.2019.17', 'meer2019growth'],
    ['https://doi.org/10.5555/inv.2019.17', 'meer2019growth'],
    ['<http://dx.doi.org/10.5555%2Finv.2019.17>', 'meer2019growth'],
    ['https://journals.example/doi/full/10.5555/a%3C1:2%3E2.0;3', 'meer2019odd'],
    ['10.5072/wells.9', 'lukasiewicz2021readings'],
    ['pmid:90000001', 'snow2018pumps'],
    ['https://pubmed.ncbi.nlm.nih.gov/90000001/', 'snow2018pumps'],
    ['PMC9000001', 'snow2018pumps'],
    ['arXiv:2101.00001v2', 'lee2021light'],
    ['2101.00001', 'lee2021light'],
    ['https://arxiv.org/pdf/2101.00001v3.pdf', 'lee2021light'],
    ['978-0-00-000001-9', 'hopper2009wells'],
    ['isbn:0000000019', 'hopper2009wells'],
    ['9780000000026', 'dijkstra1999pumps'],
  ])('%s', async (id, key) => {
    const { keys, messages, lines, text } = await run(article, [id])
    expect(messages).toEqual([])
    expect(keys).toEqual([key])
    expect(lines[0]).toMatch(`[@${key}]  `)
    expect(lines[1]).toBe('1 entry added to references.bib, which is new')
    expect(text('references.bib')).toContain(`{${key},`)
  })

  it('adds several works in their order, and each work once', async () => {
    const { keys, messages } = await run(article, [
      'pmid:90000001',
      '10.5072/wells.9',
      '10.5555/pumps',
      'PMC9000001',
    ])
    expect(keys).toEqual(['snow2018pumps', 'lukasiewicz2021readings'])
    expect(messages).toEqual([])
    expect(server.most.get('ncbi')).toBe(1)
  })

  it('keeps the entries that exist, and does not fetch them again', async () => {
    const files = { ...named, 'refs.bib': snow, 'more.bib': '@book{b, title={X}, isbn={0-00-000001-9}}' }
    const { lines, messages, text } = await run(files, [
      'doi:10.5555/pumps',
      '9780000000019',
      '10.5072/wells.9',
    ])
    expect(messages).toEqual([])
    expect(server.requests.map(({ path }) => path)).toEqual(['/doi/10.5072/wells.9'])
    expect(lines).toEqual([
      '[@snow]                     Pumps (is in refs.bib)',
      '[@b]                        X (is in more.bib)',
      expect.stringMatching(/^\[@lukasiewicz2021readings\] {2}/),
      '1 entry added to refs.bib',
    ])
    expect(text('refs.bib').startsWith(`${snow}\n\n@dataset{`)).toBe(true)
    expect(text('more.bib')).toBe(files['more.bib'])
  })

  it('recognizes a work by another identifier, and says how to record that identifier', async () => {
    const { lines, messages, notes, text } = await run({ ...named, 'refs.bib': snow }, ['pmid:90000001'])
    expect(lines).toEqual(['[@snow]  Pumps (is in refs.bib)'])
    expect(messages).toEqual([expect.stringContaining('lookup-present')])
    expect(notes.join()).toContain('`pmid = {90000001}`')
    expect(text('refs.bib')).toBe(snow)
  })

  it('uses the requested key unless another work has it', async () => {
    const files = { ...named, 'refs.bib': snow }
    expect((await run(files, ['10.5072/wells.9'], { key: 'wells' })).text('refs.bib')).toContain(
      '@dataset{wells,',
    )
    const { messages, text } = await run(files, ['10.5072/wells.9'], { key: 'snow' })
    expect(messages).toEqual([expect.stringContaining('lookup-key')])
    expect(text('refs.bib')).toBe(snow)
  })

  it('gives different keys to different works', async () => {
    const files = { ...named, 'refs.bib': '@book{Snow2018Pumps, title={Other}}\n' }
    expect((await run(files, ['pmid:90000001'])).keys).toEqual(['snow2018pumpsa'])
  })

  it.each([
    ['refs.json', '[\n  {"id": "a", "type": "book", "title": "X"}\n]\n', '"id": "lukasiewicz2021readings"'],
    ['refs.json', undefined, '"id": "lukasiewicz2021readings"'],
    ['refs.yaml', undefined, 'references:\n- id: lukasiewicz2021readings\n'],
    ['sub/refs.bib', undefined, '@dataset{lukasiewicz2021readings,'],
  ])('writes %s', async (name, before, expected) => {
    const files = {
      'article.md': `---\nbibliography: ${name}\n---\nText.\n`,
      ...(before !== undefined && { [name]: before }),
    }
    const { messages, text } = await run(files, ['10.5072/wells.9'])
    expect(messages).toEqual([])
    expect(text(name).replace(/^ *- id/m, '- id')).toContain(expected)
    expect(text(name).startsWith(before?.slice(0, -3) ?? '')).toBe(true)
  })

  it('adds to the first file that it can write, or reports that there is none', async () => {
    const files = { 'article.md': '---\nbibliography: [a.ris, b.bib]\n---\nText.\n', 'a.ris': '' }
    expect((await run(files, ['10.5072/wells.9'])).lines).toContain('1 entry added to b.bib, which is new')
    const { messages } = await run({ ...files, 'article.md': '---\nbibliography: a.ris\n---\nText.\n' }, [
      '10.5072/wells.9',
    ])
    expect(messages).toContainEqual(expect.stringContaining('lookup-target'))
    expect(server.requests).toEqual([])
  })

  it('adds to the bibliography that the project file names', async () => {
    const { lines } = await run(
      {
        '_quarto.yml': 'project:\n  type: manuscript\nbibliography: chapters/q.bib\n',
        'index.qmd': 'Text @pmid:90000001.\n',
      },
      [],
      { missing: true },
    )
    expect(lines.at(-1)).toBe('1 entry added to chapters/q.bib, which is new')
  })

  it('adds to the bibliography beside a manuscript that names none', async () => {
    const { names, text } = await run({ ...article, 'mine.bib': snow }, ['10.5072/wells.9'])
    expect(names).toEqual(['/p/article.md', '/p/mine.bib'])
    expect(text('mine.bib')).toContain(snow)
  })

  it('names the new file and says that the manuscript does not read it', async () => {
    const files = { 'article.md': '---\nreferences:\n- id: a\n  type: book\n  title: X\n---\nText.\n' }
    expect((await run(files, ['10.5072/wells.9'])).lines.at(-1)).toMatch(/Name this file as `bibliography:`/)
    expect((await run(named, ['10.5072/wells.9'])).lines.at(-1)).toBe(
      '1 entry added to refs.bib, which is new',
    )
  })

  it('needs no manuscript if the file is given or nothing is written', async () => {
    const { text, messages } = await run({ 'x.txt': '' }, ['10.5072/wells.9'], { bibliography: '/p/own.bib' })
    expect(messages).toEqual([])
    expect(text('own.bib')).toContain('@dataset{')
    const dry = await run({ 'x.txt': '' }, ['10.5072/wells.9'], { isDry: true })
    expect(dry.names).toEqual(['/p/x.txt'])
    expect(dry.lines).toContain('@dataset{lukasiewicz2021readings,')
    expect(dry.lines.at(-1)).toBe('Nothing was written.')
    const none = await run({ 'x.txt': '' }, ['10.5072/wells.9'])
    expect(none.messages).toEqual([expect.stringContaining('Missing manuscript')])
    expect(none.names).toEqual(['/p/x.txt'])
  })

  it.each([
    ['12345678', 'expected a DOI, PMID', 'write pmid:12345678'],
    ['snow1855', 'lookup-identifier', ''],
    ['978-0-00-000001-8', 'check digit', ''],
    ['https://example.org/page', 'no registry', ''],
    ['wikidata:Q5', 'no registry', ''],
    ['10.5555/none', 'has no such work  lookup-missing', ''],
    ['9780000000033', 'Open Library and Google Books have no such book  lookup-missing', ''],
  ])('reports what is wrong with %s, and adds the other works', async (id, reason, note) => {
    const { keys, messages, notes, text } = await run({ ...named, 'refs.bib': snow }, [id, '10.5072/wells.9'])
    expect(messages).toEqual([expect.stringContaining(reason)])
    expect(messages[0]).toMatch(/^refs\.bib {2}error {2}/)
    expect(notes.join()).toContain(note)
    expect(keys).toEqual(['lukasiewicz2021readings'])
    expect(text('refs.bib')).toContain('@dataset{')
  })

  it.each([
    ['refs.bib', '@string{a = {X\n'],
    ['refs.json', '[{"id": "a"}'],
    ['refs.json', '{"items": []}'],
    ['refs.yaml', 'a: [1'],
  ])('does not change a broken %s: %s', async (name, before) => {
    const files = { 'article.md': `---\nbibliography: ${name}\n---\nText.\n`, [name]: before }
    const { messages, text, lines } = await run(files, ['10.5072/wells.9'])
    expect(messages).toContainEqual(expect.stringContaining('lookup-target'))
    expect(lines).toEqual([])
    expect(text(name)).toBe(before)
  })

  it('does not change a file that is not UTF-8', async () => {
    const host = memoryHost({
      '/p/article.md': named['article.md'],
      '/p/refs.bib': new Uint8Array([0x25, 0xe9, 0x0a]),
    })
    const lookUp = { registries: server.registries, timeout: 5 }
    const result = await cite({ ids: ['10.5072/wells.9'], path: '/p', lookUp }, host)
    expect(messageLines(result.files, '/p').join('\n')).toContain('lookup-target')
    expect(host.files.get('/p/refs.bib')).toEqual(new Uint8Array([0x25, 0xe9, 0x0a]))
  })
})

describe('what a manuscript of a stranger names', () => {
  const top = mkdtempSync(join(tmpdir(), 'offprint-cite-'))
  afterAll(() => rmSync(top, { recursive: true }))
  const entry = '@book{mine, title={Secret}, doi={10.5072/wells.9}}\n'
  const ways = ['../far/refs.bib', '/ABSOLUTE', 'a link', 'a link to nothing']

  it.each(ways)('is no file outside: %s', async way => {
    const place = mkdtempSync(join(top, 'case-'))
    mkdirSync(join(place, 'paper'))
    mkdirSync(join(place, 'far'))
    const far = join(place, 'far/refs.bib')
    if (way !== 'a link to nothing') writeFileSync(far, entry)
    const isLink = way.startsWith('a link')
    if (isLink) symlinkSync('../far/refs.bib', join(place, 'paper/refs.bib'))
    const name = isLink ? 'refs.bib' : way.replace('/ABSOLUTE', far)
    writeFileSync(join(place, 'paper/article.md'), `---\nbibliography: ${name}\n---\nText.\n`)
    const lookUp = { registries: server.registries, timeout: 5 }
    const options = { ids: ['10.5072/wells.9'], path: join(place, 'paper'), lookUp }
    const { files, added, works } = await cite(options, diskHost)
    expect(added).toBe('')
    // The work of the file outside is not known: the file is not read.
    expect(works).toEqual([])
    expect(messageLines(files, place).join('\n')).toContain('lookup-target')
    expect(existsSync(far) ? readFileSync(far, 'utf8') : entry).toBe(entry)
    const named = await cite({ ...options, bibliography: far }, diskHost)
    expect(messageLines(named.files, place).join('\n')).not.toContain('lookup-target')
    expect(readFileSync(far, 'utf8')).toMatch(/10\.5072\/wells\.9/i)
  })
})

describe('offprint cite --missing', () => {
  const text = `---
title: Wells [@arxiv:2101.00001]
abstract: By @pmid:90000001.
bibliography: refs.bib
---
Text [@doi:10.5555/pumps; @snow, p. 3] and @tag.[^1] See https://example.org [@https://example.org/page].

[@tag]: doi:10.5072/wells.9

[^1]: A note [@isbn:9780000000019].
`
  const files = { 'article.md': text, 'refs.bib': '@book{snow, title={X}}\n' }

  it('adds all cited works that are missing, so that the build finds them', async () => {
    const { keys, messages, text: textOf } = await run(files, [], { missing: true })
    expect(messages).toEqual([expect.stringContaining('lookup-address')])
    expect(messages[0]).toMatch(/warning .*example\.org\/page/)
    expect(keys.sort()).toEqual([
      'hopper2009wells',
      'lee2021light',
      'lukasiewicz2021readings',
      'snow2018pumps',
    ])
    const built = async (bibliography: string) => {
      const { messages: said } = await buildArticle({ 'article.md': text, 'refs.bib': bibliography })
      return said.filter(line => line.includes('citation-identifier')).length
    }
    expect(await built(files['refs.bib'])).toBe(6)
    expect(await built(textOf('refs.bib'))).toBe(1)
  })

  it('sends no request when it is called again', async () => {
    const first = await run(files, [], { missing: true })
    const second = await run({ ...files, 'refs.bib': first.text('refs.bib') }, [], { missing: true })
    expect(server.requests).toEqual([])
    expect(second.keys).toEqual([])
    expect(second.text('refs.bib')).toBe(first.text('refs.bib'))
  })
})
