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

/**
 * Where a file is: a folder, or a file on the root of its floor plan. Several on one floor may not import
 * each other.
 */
type Floor = string | readonly string[]

/** From the door down: a file imports from its own room and from those after it. */
const plans: Readonly<Record<string, readonly Floor[]>> = {
  '.': [
    'index.ts',
    'cli',
    'tasks',
    ['parse', 'resolve', 'layout', 'typeset', 'render', 'deposit'],
    'bibliography',
    'fonts',
    'journal',
    'tools',
    'model',
    'values',
    'host',
  ],
  parse: ['index.ts', 'passes', 'front-matter', 'markdown', 'source'],
  'parse/markdown': [
    'html',
    'index.ts',
    'latex',
    'normalize',
    'myst',
    'syntax',
    'latex-grammar',
    'tables',
    'tree',
  ],
  typeset: [
    'index.ts',
    'sheet',
    'hands',
    'pages',
    'lines',
    'pages.ts',
    ['galley.ts', 'items.ts', 'misfit.ts', 'page-grid.ts', 'vertical-list.ts'],
  ],
}

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

/** The part of a path that is a room of `plan`: `lines` of `typeset/lines/break-lines.ts` in `typeset`. */
function roomOf(file: string, plan = '.'): string {
  const [first = ''] = relative(plan, file).split('/')
  return first
}

describe.each(Object.entries(plans))('the rooms of %s', (plan, floors) => {
  const floorOf = (file: string) => floors.findIndex(floor => [floor].flat().includes(roomOf(file, plan)))
  const isInside = (file: string) => plan === '.' || file.startsWith(`${plan}/`)
  const arrows = inner.filter(({ from, to }) => isInside(from) && isInside(to))

  it('are all on the plan', () => {
    const strays = files.filter(file => isInside(file) && floorOf(file) < 0)
    expect(strays.map(file => `pipeline/${file} has no place in \`plans\` of this test`)).toEqual([])
    const rooms = new Set(files.filter(isInside).map(file => roomOf(file, plan)))
    const goneRooms = floors.flat().filter(room => !rooms.has(room))
    expect(goneRooms.map(room => `${room} is in \`plans\` of this test, but does not exist`)).toEqual([])
  })

  it('import down', () => {
    const isUp = ({ from, to }: Import) =>
      roomOf(from, plan) !== roomOf(to, plan) && floorOf(from) >= floorOf(to)
    const order =
      plan === '.'
        ? 'the list in pipeline/README.md, and not from stage to stage'
        : `the list of ${plan} at the head of this test`
    const upward = arrows.filter(isUp).map(({ from, to }) => `pipeline/${from} imports pipeline/${to}`)
    expect(upward.map(sentence => `${sentence}: imports point down ${order}`)).toEqual([])
  })
})

describe('the house', () => {
  it('has no circles among its files', () => {
    expect(findCycle(inner)).toEqual([])
  })

  it.each([
    [/^citeproc$/, 'tools/citation-js/citation-js.ts'],
    [/^csv-parse/, 'tools/csv.ts'],
    [/^puppeteer/, 'tools/browser/puppeteer.ts'],
    [/^@puppeteer\//, 'tools/browser/download-browser.ts'],
    [/^@cantoo\/pdf-lib/, 'tools/pdf/library.ts'],
    [/^@sparticuz\//, 'tools/browser/chromium.ts'],
    [/^@embedpdf\//, 'tools/pdf/pdfium.ts'],
    [/^utif2/, 'tools/pictures/utif.ts'],
    [/^harfbuzzjs/, 'tools/fonts/harfbuzz.ts'],
    [/^woff2-encoder/, 'tools/fonts/woff2.ts'],
    [/^highlight\.js/, 'tools/highlight.ts'],
    [/^image-size/, 'resolve/images/read-image.ts'],
    [/^temml/, 'resolve/formulas/index.ts'],
  ])('imports %s in one place', (tool, importer) => {
    const others = imports.filter(({ from, to }) => tool.test(to) && from !== importer)
    const sentences = others.map(({ from, to }) => `pipeline/${from} imports ${to}: only ${importer} may`)
    expect(sentences).toEqual([])
  })

  it('builds without the network', () => {
    const reached = new Set(['tasks/build.ts'])
    // A set grows while it is walked.
    for (const file of reached) for (const { from, to } of inner) if (from === file) reached.add(to)
    expect(reached.size).toBeGreaterThan(100)
    expect([...reached].filter(file => /^tasks\/cite\//.test(file))).toEqual([])
    const isOnline = (file: string) =>
      /\bfetch\(|'node:(?:https?|http2|net|tls|dgram|dns)'/.test(readFileSync(join(root, file), 'utf8'))
    expect(files.filter(isOnline)).toEqual(['tasks/cite/fetch-text.ts'])
  })

  it('imports citation-js in one place for each of its uses', () => {
    const importers = imports.filter(({ to }) => to.startsWith('@citation-js/')).map(({ from }) => from)
    expect(new Set(importers)).toEqual(
      new Set([
        'tools/citation-js/citation-js.ts',
        'tasks/cite/look-up.ts',
        'tools/citation-js/read-bibliography.ts',
      ]),
    )
  })

  it('has no rule that nothing reports', () => {
    const sources = files
      .filter(name => name !== 'model/diagnostics.ts')
      .map(name => readFileSync(join(root, name), 'utf8'))
    const isReported = (rule: string) => sources.some(text => text.includes(`'${rule}'`))
    const unreported = Object.keys(rules).filter(rule => !isReported(rule))
    expect(unreported.map(rule => `nothing in pipeline/ reports ${rule}`)).toEqual([])
  })

  it('touches the disk in few places', () => {
    const isDisk = ({ to }: Import) => /^node:fs/.test(to)
    // The startup snapshot is made of the program's own files, and never of a manuscript.
    const isAllowed = ({ from }: Import) =>
      ['host', 'tools'].includes(roomOf(from)) || from.startsWith('cli/snapshot/')
    const others = imports.filter(isDisk).filter(edge => !isAllowed(edge))
    const sentences = others.map(
      ({ from, to }) => `pipeline/${from} imports ${to}: only host/ and tools/ may`,
    )
    expect(sentences).toEqual([])
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
