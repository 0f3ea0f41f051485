/**
 * Checks the front matter of every manuscript in the shared corpora: each top-level key is used,
 * ignored for another tool, or reported; every author has a name and existing affiliations; no front
 * matter is reported as broken.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { diskHost } from '../../pipeline/host/index.ts'
import { readMetadata } from '../../pipeline/parse/index.ts'
import { hasShared, shared } from '../needs.ts'

const folders = ['corpora/manuscripts', 'corpora/manuscripts-derived']

function manuscripts(): readonly string[] {
  return folders.flatMap(folder => {
    const root = fileURLToPath(new URL(folder, shared))
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(md|qmd|Rmd)$/.test(name))
      .map(name => `${root}/${name}`)
      .filter(path => yamlOf(readFileSync(path, 'utf8')) !== undefined)
  })
}

function yamlOf(text: string): string | undefined {
  return /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*\r?$/m.exec(
    text.startsWith('---') ? text : '',
  )?.[1]
}

function keysOf(yaml: string): readonly string[] {
  const value: unknown = parseDocument(yaml, { uniqueKeys: false }).toJS()
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}

describe.skipIf(!hasShared(`${folders[0]}/`))('the front matter of the corpora', () => {
  const paths = hasShared(`${folders[0]}/`) ? manuscripts() : []

  test('is not empty', () => {
    expect(paths.length).toBeGreaterThan(60)
  })

  test.each(paths.map(path => [path.split('/').slice(-3).join('/'), path]))('%s', async (_, path) => {
    const text = readFileSync(path, 'utf8')
    const file = new VFile({ path, value: text })
    const { metadata, account } = await readMetadata(file, dirname(path), diskHost)
    const origins = [...account.understood, ...account.ignored].map(({ origin }) => origin)
    const accounted = new Set(
      origins.filter(origin => origin.file === file).map(({ key }) => key.split(/[.[]/)[0] ?? ''),
    )
    expect(keysOf(yamlOf(text) ?? '').filter(key => !accounted.has(key))).toEqual([])
    for (const author of metadata.authors ?? []) {
      expect(author.name.family ?? author.name.literal, basename(path)).toMatch(/\p{L}/u)
    }
    const ids = new Set(metadata.affiliations?.map(({ id }) => id))
    expect(
      metadata.authors?.flatMap(author => author.affiliations ?? []).filter(id => !ids.has(id)) ?? [],
    ).toEqual([])
    // `affiliation-unknown` is allowed: a template among the manuscripts has marks that no note explains.
    const rules = file.messages.map(message => message.ruleId)
    expect(
      rules.filter(rule => ['front-matter-broken', 'front-matter-invalid'].includes(rule ?? '')),
    ).toEqual([])
  })
})
