/** Laws for all bibliographies, checked with the test files of biber and citation-js. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readFiles } from '../bibliography/read/read-fixture.ts'
import { hasShared, shared } from '../needs.ts'

const corpus = 'corpora/tests/bibliography/'
const root = fileURLToPath(new URL(corpus, shared))
const folders = ['biber', 'citation-js-bibtex', 'citation-js-bibtex-mapping']
// A skipped suite is still collected, so the folders are not read if they are missing.
const hasCorpus = hasShared(corpus)
const files = (hasCorpus ? folders : []).flatMap(folder =>
  readdirSync(`${root}${folder}`)
    .filter(name => name.endsWith('.bib'))
    .map(name => `${folder}/${name}`),
)

describe.runIf(hasCorpus)('bibliographies of others', () => {
  it.each(files)('%s', async path => {
    // Two of the files have an old encoding, which Offprint would refuse.
    const text = new TextDecoder().decode(readFileSync(`${root}${path}`))
    const { references, sources, files: vfiles, messages } = await readFiles({ 'refs.bib': text })
    const ids = new Set(references.map(item => item.id))

    const written = text.replace(/^\s*%.*$/gm, '').matchAll(/@\s*([a-z]+)\s*[{(]\s*([^,\s}]+)\s*[,}]/gi)
    for (const [, type = '', key = ''] of written) {
      if (/^(?:xdata|string|preamble|comment)$/i.test(type)) continue
      expect(ids.has(key) || messages.some(message => message.includes(`\`${key}\``)), key).toBe(true)
    }
    for (const item of references) {
      const { abstract: _, annote: __, URL: ___, custom: ____, ...printed } = item
      const json = JSON.stringify(printed)
      expect(json).not.toMatch(/undefined|null|NaN|[\uE000\uE001]|""/)
      expect(json).not.toMatch(/\\\\[A-Za-z]+/)
      for (const value of Object.values(printed))
        if (typeof value === 'string') expect(value).not.toMatch(/[{}]/)
      for (const variable of ['author', 'editor', 'translator'] as const)
        for (const name of item[variable] ?? [])
          expect(`${name.family ?? ''}${name.literal ?? ''}`).not.toBe('')
    }
    const lines = String(vfiles[0]).split('\n')
    for (const [key, { place, fields }] of sources) {
      expect(lines[(place?.start.line ?? 0) - 1]?.slice((place?.start.column ?? 0) - 1), key).toMatch(/^@/)
      for (const [name, { start }] of fields)
        expect(
          lines[start.line - 1]
            ?.slice(start.column - 1)
            .toLowerCase()
            .startsWith(name),
          name,
        ).toBe(true)
    }
  })
})

describe('a bibliography with one mistake', () => {
  const entries = Array.from(
    { length: 12 },
    (_, at) => `@book{key${at},\n  title = {Title {${at}}},\n  year = {2010}\n}\n`,
  )

  it.each(['{', '}', ',', '=', '"'])('loses no other entry if one `%s` is missing', async mark => {
    for (let at = 0; at < (entries[5]?.length ?? 0); at++) {
      const [entry = ''] = entries.slice(5)
      if (entry[at] !== mark) continue
      const broken = entry.slice(0, at) + entry.slice(at + 1)
      const { references } = await readFiles({ 'refs.bib': entries.with(5, broken).join('\n') })
      const ids = references.map(item => item.id).filter(id => id !== 'key5' && /^key\d+$/.test(id))
      expect(ids).toHaveLength(11)
    }
  })

  it('is read in linear time', async () => {
    const time = async (text: string) => {
      const from = performance.now()
      await readFiles({ 'refs.bib': text })
      return performance.now() - from
    }
    await time('@book{a,')
    const short = Math.max(await time('@book{a, title = {'.repeat(1000)), 1)
    expect(await time('@book{a, title = {'.repeat(10_000))).toBeLessThan(short * 60)
  })
})
