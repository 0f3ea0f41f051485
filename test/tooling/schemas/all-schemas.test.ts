/** The JSON Schemas are the newest, and accept and refuse what Offprint does. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { diskHost } from '../../../pipeline/host/index.ts'
import { readMetadata } from '../../../pipeline/parse/index.ts'
import { allSchemas } from '../../../tooling/schemas/all-schemas.ts'
import { hasShared, shared } from '../../needs.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const schemas = allSchemas()
const ajv = new Ajv({ strict: false, allErrors: true })

function checker(name: string): (value: unknown) => readonly string[] {
  const validate = ajv.compile(JSON.parse(schemas.get(name) ?? ''))
  return value => {
    validate(value)
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  }
}

const frontMatter = checker('front-matter.json')
const journal = checker('journal.json')
const settings = checker('offprint.json')

it('schemas/ has the newest; `npm run schemas` writes them', () => {
  const written = readdirSync(`${root}/schemas`).map(name => [
    name,
    readFileSync(`${root}/schemas/${name}`, 'utf8'),
  ])
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(schemas))
})

it.each([...schemas])('the keys of %s have descriptions', (_, text) => {
  const { properties } = JSON.parse(text)
  const bare = Object.entries<{ description?: string }>(properties).filter(
    ([, { description }]) => !description,
  )
  expect(bare.map(([key]) => key)).toEqual([])
})

it.each(readdirSync(`${root}/styles`))('the manifest of the journal %s is accepted', name => {
  expect(journal(parse(readFileSync(`${root}/styles/${name}/journal.yml`, 'utf8')))).toEqual([])
})

it('mistakes in a manifest are refused', () => {
  expect(journal({ titel: 'T' })).toHaveLength(1)
  expect(journal({ page: { columns: 7 } })).not.toEqual([])
  expect(journal({ severity: { 'box-scaled': 'loud' } })).not.toEqual([])
  expect(journal({ severity: { 'box-scaled': 'off' }, page: { width: '17cm' } })).toEqual([])
})

it('offprint.yml', () => {
  expect(settings({ to: ['pdf'], severity: { 'box-scaled': 'off' }, 'line-numbers': true })).toEqual([])
  expect(settings({ to: 'pdf, html', name: 'rivers', reporter: 'github' })).toEqual([])
  for (const wrong of [{ stlye: 'x' }, { to: ['docx'] }, { images: 'x' }, { severity: { nothing: 'off' } }])
    expect(settings(wrong)).not.toEqual([])
})

it.each([
  ['pandoc', { title: 'T', author: ['A Doe'], 'header-includes': '\\usepackage{x}', papersize: 'letter' }],
  ['Quarto', { format: { pdf: 'default' }, 'number-sections': true, crossref: { 'fig-title': 'F' } }],
  ['MyST', { exports: [], short_title: 'S', authors: [{ name: 'A', affiliations: ['x'] }], math: {} }],
  [
    'JOSS',
    { tags: ['a'], authors: [{ name: 'A', orcid: '0', affiliation: '1, 2' }], affiliations: [{ index: 1 }] },
  ],
  [
    'any spelling',
    { shortTitle: 'a', 'Short Title': 'b', abstract_de: 'c', 'x-mine': 1, autoEqnLabels: true },
  ],
])('front matter of %s is accepted', (_, value) => {
  expect(frontMatter(value)).toEqual([])
})

it('a misspelled key of the front matter is refused', () => {
  expect(frontMatter({ titel: 'T' })).toEqual([expect.stringContaining('"titel"')])
})

describe.skipIf(!hasShared('corpora/manuscripts/'))('the front matter of real manuscripts', () => {
  const folder = fileURLToPath(new URL('corpora/manuscripts', shared))
  const paths = hasShared('corpora/manuscripts/')
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.(md|qmd|Rmd)$/.test(name))
    : []

  it('is accepted, unless Offprint reports an unknown key or broken YAML', async () => {
    const refused: string[] = []
    let count = 0
    for (const name of paths) {
      const path = `${folder}/${name}`
      const text = readFileSync(path, 'utf8')
      const yaml = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*\r?$/m.exec(text)?.[1]
      if (yaml === undefined || !text.startsWith('---')) continue
      const file = new VFile({ path, value: text })
      await readMetadata(file, dirname(path), diskHost)
      const rules = file.messages.map(({ ruleId }) => ruleId)
      if (rules.some(rule => /^front-matter-(?:unknown-key|broken|invalid|duplicate-key)$/.test(rule ?? '')))
        continue
      count++
      const errors = frontMatter(parse(yaml, { logLevel: 'silent' }) ?? {})
      if (errors.length > 0) refused.push(`${name}: ${errors.join('; ')}`)
    }
    expect(count).toBeGreaterThan(40)
    expect(refused).toEqual([])
  })
})
