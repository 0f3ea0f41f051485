/**
 * What holds for comments and documents: the files that they name exist, and comments fit the formatter's
 * width.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['pipeline', 'test', 'tooling', 'styles', 'docs']
const files = [
  ...readdirSync(root, { encoding: 'utf8' }),
  ...folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`),
  ),
]
const isCode = (name: string) => /^(?:pipeline|test|tooling)\/.*\.(?:ts|mjs)$/.test(name)
const code = files.filter(name => isCode(name) && !name.includes('/fixtures/'))
const styleSheets = files.filter(name => /^styles\/.*\.css$/.test(name))
const documents = files.filter(name => name.endsWith('.md') && !/fixtures|node_modules/.test(name))

/** The biome.json setting `lineWidth`. */
const width = 110

function linesOf(name: string): readonly string[] {
  return readFileSync(join(root, name), 'utf8').split('\n')
}

/** Comment lines of code and CSS with their numbers. Strings that look like comments do not begin a line. */
function commentsOf(name: string): readonly (readonly [line: number, text: string])[] {
  return linesOf(name).flatMap((text, index) =>
    /^\s*(?:\/\*|\*|\/\/)/.test(text) ? [[index + 1, text] as const] : [],
  )
}

/**
 * `break-lines.ts`, `pages/make-pages.ts`, `pipeline/model/csl.ts`; not `<name>.ts`, which stands for any
 * name.
 */
function namedFiles(text: string): readonly string[] {
  const names = text.matchAll(/(?<![\w/.<>*-])((?:[\w.-]+\/)*[\w.-]*[\w-]\.(?:ts|mjs))(?![\w/])/g)
  return [...names].map(match => (match[1] ?? '').replace(/^(?:\.\.?\/)+/, ''))
}

function exists(name: string): boolean {
  return files.some(file => file === name || file.endsWith(`/${name}`))
}

it('name files that exist', () => {
  const inCode = [...code, ...styleSheets].flatMap(name =>
    commentsOf(name).flatMap(([line, text]) =>
      namedFiles(text).map(named => ({ at: `${name}:${line}`, named })),
    ),
  )
  const inDocuments = documents.flatMap(name =>
    linesOf(name).flatMap((text, index) =>
      namedFiles(text).map(named => ({ at: `${name}:${index + 1}`, named })),
    ),
  )
  expect(inCode.length).toBeGreaterThan(50)
  const missing = [...inCode, ...inDocuments].filter(({ named }) => !exists(named))
  expect(missing.map(({ at, named }) => `${at} names ${named}, which does not exist`)).toEqual([])
})

it('fit the width of the formatter', () => {
  expect(styleSheets.length).toBeGreaterThan(10)
  const long = [...code, ...styleSheets].flatMap(name =>
    commentsOf(name).flatMap(([line, text]) =>
      text.length > width ? [`${name}:${line} is longer than ${width} columns`] : [],
    ),
  )
  expect(long).toEqual([])
})
