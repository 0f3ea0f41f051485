/**
 * The rules of the house, read off the imports: they point down, no stage imports another, nothing goes
 * in a circle, and each foreign tool has one importer.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rules } from '../pipeline/model/diagnostics.ts'

const root = fileURLToPath(new URL('../pipeline', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))

const stages = ['parse', 'resolve', 'layout', 'typeset', 'render']
/** Lower rooms first: a file imports from its own room and from those before it. */
const floors = [
  [
    'line-map',
    'diagnostics',
    'doi',
    'identifiers',
    'bibliography',
    'language',
    'lead-in',
    'pattern',
    'yaml-source',
    'mdast',
    'metadata',
    'page-ids',
    'plain-data',
    'ror',
    'web-address',
    'host',
    'tools',
  ],
  ['article', 'formula-text', 'journal', 'plain-text'],
  stages,
  ['choose-journal', 'lay-out'],
  ['build', 'build-issue', 'check', 'cite', 'explain'],
  ['index', 'console'],
  ['commands'],
  ['cli'],
]

interface Import {
  readonly from: string
  readonly to: string
}

const imports: readonly Import[] = files.flatMap(from => {
  const text = readFileSync(join(root, from), 'utf8')
  const specifiers = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
  return [...specifiers].map(match => ({ from, to: match[1] ?? '' }))
})
const inner: readonly Import[] = imports
  .filter(({ to }) => to.startsWith('.'))
  .map(({ from, to }) => ({ from, to: relative(root, join(root, dirname(from), to)) }))

function roomOf(file: string): string {
  const [first = ''] = file.split('/')
  return first.replace(/\.ts$/, '')
}

function floorOf(file: string): number {
  return floors.findIndex(rooms => rooms.includes(roomOf(file)))
}

describe('the house', () => {
  it('has a floor for every room', () => {
    expect(files.filter(file => floorOf(file) < 0)).toEqual([])
  })

  it('imports down', () => {
    expect(inner.filter(({ from, to }) => floorOf(from) < floorOf(to))).toEqual([])
  })

  it('keeps the stages apart', () => {
    const isCrossing = ({ from, to }: Import) =>
      stages.includes(roomOf(from)) && stages.includes(roomOf(to)) && roomOf(from) !== roomOf(to)
    expect(inner.filter(isCrossing)).toEqual([])
  })

  it('has no circles among its files', () => {
    expect(findCycle(inner)).toEqual([])
  })

  it.each([
    [/^citeproc$/, 'tools/citation-js.ts'],
    [/^csv-parse/, 'tools/csv.ts'],
    [/^puppeteer/, 'tools/puppeteer.ts'],
    [/^@cantoo\/pdf-lib/, 'tools/pdf-lib/library.ts'],
    [/^@sparticuz\//, 'tools/chromium.ts'],
    [/^@embedpdf\//, 'tools/pdfium.ts'],
    [/^utif2/, 'tools/utif.ts'],
    [/^harfbuzzjs/, 'tools/harfbuzz.ts'],
    [/^woff2-encoder/, 'tools/woff2.ts'],
    [/^image-size/, 'resolve/images/read-image.ts'],
    [/^temml/, 'resolve/formulas/index.ts'],
  ])('imports %s in one place', (tool, importer) => {
    const importers = imports.filter(({ to }) => tool.test(to)).map(({ from }) => from)
    expect(new Set([...importers, importer])).toEqual(new Set([importer]))
  })

  it('builds without the network', () => {
    const reached = new Set(['build.ts'])
    // A set grows while it is walked.
    for (const file of reached) for (const { from, to } of inner) if (from === file) reached.add(to)
    expect(reached.size).toBeGreaterThan(100)
    expect([...reached].filter(file => /(?:^cite|look-up|fetch-text)/.test(file))).toEqual([])
    const isOnline = (file: string) =>
      /\bfetch\(|'node:(?:https?|http2|net|tls|dgram|dns)'/.test(readFileSync(join(root, file), 'utf8'))
    expect(files.filter(isOnline)).toEqual(['tools/fetch-text.ts'])
  })

  it('imports citation-js in one place for each of its uses', () => {
    const importers = imports.filter(({ to }) => to.startsWith('@citation-js/')).map(({ from }) => from)
    expect(new Set(importers)).toEqual(
      new Set(['tools/citation-js.ts', 'tools/look-up.ts', 'tools/read-bibliography.ts']),
    )
  })

  it('has no rule that nothing reports', () => {
    const sources = files
      .filter(name => name !== 'diagnostics.ts')
      .map(name => readFileSync(join(root, name), 'utf8'))
    const isReported = (rule: string) => sources.some(text => text.includes(`'${rule}'`))
    expect(Object.keys(rules).filter(rule => !isReported(rule))).toEqual([])
  })

  it('touches the disk in few places', () => {
    const isDisk = ({ to }: Import) => /^node:fs/.test(to)
    const rooms = new Set(imports.filter(isDisk).map(({ from }) => roomOf(from)))
    expect([...rooms].filter(room => room !== 'host' && room !== 'tools')).toEqual([])
  })
})

/** The files of a circle of imports, or none. Types count: a circle of types is a circle of ideas. */
function findCycle(edges: readonly Import[]): readonly string[] {
  const next = Map.groupBy(edges, edge => edge.from)
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    for (const { to } of next.get(file) ?? []) {
      const cycle = walk(to, [...path, file])
      if (cycle.length > 0) return cycle
    }
    done.add(file)
    return []
  }
  for (const file of next.keys()) {
    const cycle = walk(file, [])
    if (cycle.length > 0) return cycle
  }
  return []
}
