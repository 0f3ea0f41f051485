/** docs/limits.md has the limits as the code has them. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rules } from '../../pipeline/model/diagnostics.ts'
import { usualLimits } from '../../pipeline/tools/watchdog/limits.ts'

const guide = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8')
const cells = guide.split('\n').map(line => line.split('|').map(cell => cell.trim()))
const rows = new Map(
  cells.map(([, what = '', limit = '', , message = '', set = '']) => [what, { limit, message, set }]),
)

/** What → the file below pipeline/ and the name of its constant or of a property of one. */
const constants = {
  'a file that is read': ['host/read-file.ts', 'usualLimit'],
  'included files together': ['parse/source/assemble/expand.ts', 'largest'],
  'files included in each other': ['parse/source/assemble/expand.ts', 'deepest'],
  'values of a front matter': ['parse/front-matter/yaml-tree.ts', 'maximumSize'],
  'values that aliases of YAML add': ['values/yaml-aliases.ts', 'mostAliasValues'],
  'marks of one kind in a paragraph': ['parse/markdown/tree/limit-markup.ts', 'MOST_MARKS'],
  'quotations and lists inside each other': ['parse/markdown/tree/limit-markup.ts', 'MOST_CONTAINERS'],
  'anything inside each other': ['parse/markdown/tree/limit-depth.ts', 'MOST_NESTED'],
  'divs inside each other': ['parse/markdown/syntax/div-fences.ts', 'nestingLimit'],
  'HTML elements inside each other': ['parse/markdown/html/untidy-html.ts', 'depthLimit'],
  'macros of LaTeX that are expanded': ['parse/markdown/latex/index.ts', 'expansionLimit'],
  'pixels of a picture': ['resolve/images/read-image.ts', 'mostPixels'],
  'bytes of a picture': ['resolve/images/read-image.ts', 'mostBytes'],
  'bytes of all pictures': ['resolve/assets.ts', 'mostBytesInAll'],
  'characters of an SVG drawing': ['resolve/images/svg.ts', 'mostCharacters'],
  'elements inside each other in SVG': ['resolve/images/svg-markup-fault.ts', 'mostDepth'],
  'characters of the entities of a drawing': ['resolve/images/xml-definitions.ts', 'mostEntityText'],
  'an answer of a registry (`offprint cite`)': ['tasks/cite/fetch-text.ts', 'largest'],
  'redirections of a registry': ['tasks/cite/fetch-text.ts', 'mostRedirects'],
  'the start of the browser': ['tools/browser/puppeteer.ts', 'start'],
  'a command of the browser': ['tools/browser/puppeteer.ts', 'command'],
} as const

function valueIn(file: string, name: string): number {
  const source = readFileSync(new URL(`../../pipeline/${file}`, import.meta.url), 'utf8')
  const [, value = ''] = new RegExp(String.raw`\b${name}(?: =|:) ([\d_]+)\b`).exec(source) ?? []
  return Number(value.replaceAll('_', ''))
}

it.each(Object.entries(constants))('%s', (what, [file, name]) => {
  const value = valueIn(file, name)
  expect(value).toBeGreaterThan(0)
  expect(rows.get(what)?.limit.split(' ')[0]).toBe(value.toLocaleString('en'))
})

it('time and memory', () => {
  expect(rows.get('processor time for an article')?.limit).toBe(`${usualLimits.cpu} s`)
  expect(rows.get('memory for an article')?.limit).toBe(`${usualLimits.memory.toLocaleString('en')} MB`)
})

it('names rules that exist, and variables that the code reads', () => {
  const named = [...rows.values()].flatMap(({ message }) => /`([a-z-]+)`/.exec(message)?.[1] ?? [])
  expect(named.filter(rule => !Object.hasOwn(rules, rule))).toEqual([])
  const variables = [...guide.matchAll(/`(OFFPRINT_LIMIT_[A-Z]+)/g)].map(([, name = '']) => name)
  const sources = ['host/read-file.ts', 'tools/watchdog/limits.ts']
    .map(file => readFileSync(new URL(`../../pipeline/${file}`, import.meta.url), 'utf8'))
    .join('\n')
  expect(variables.length).toBeGreaterThan(2)
  expect(variables.filter(name => !sources.includes(name))).toEqual([])
})
