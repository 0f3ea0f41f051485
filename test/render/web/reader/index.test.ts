/**
 * The functions in `pipeline/render/web/reader/` are sent to the browser as text. This test takes the text of
 * each function away from its module and lets the TypeScript compiler look for names that neither the
 * function nor a browser knows.
 */
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readerScript } from '../../../../pipeline/render/web/reader/index.ts'
import { withoutCommentLines } from '../../../../pipeline/render/web/script-comments.ts'
import { withoutSpareSpaces } from '../../../../pipeline/render/web/script-spaces.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const folder = join(root, 'pipeline/render/web/reader')
/** Build the script and are not parts of it. */
const builders = ['index.ts', 'script-texts.ts']

const names = globSync('*.ts', { cwd: folder }).filter(name => !builders.includes(name))
const output = mkdtempSync(join(tmpdir(), 'offprint-reader-'))
afterAll(() => rmSync(output, { recursive: true }))

/** Name → text of each function that a module of the folder exports. */
const functions = new Map<string, string>()
beforeAll(async () => {
  for (const name of names) {
    const exported: unknown[] = Object.values(await import(join(folder, name)))
    for (const value of exported)
      if (typeof value === 'function') functions.set(basename(name, '.ts'), value.toString())
  }
})

/** The messages "Cannot find name" about functions, each in a file with nothing else. */
function unknownNames(texts: ReadonlyMap<string, string>): readonly string[] {
  const compilerOptions = {
    target: 'es2024',
    lib: ['es2024', 'dom', 'dom.iterable'],
    types: [],
    module: 'esnext',
    moduleDetection: 'force',
    allowJs: true,
    checkJs: true,
    strict: false,
    noEmit: true,
  }
  const files = [...texts.keys()].map(name => `${name}.js`)
  writeFileSync(join(output, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  for (const [name, text] of texts) writeFileSync(join(output, `${name}.js`), `export const part = ${text}\n`)
  const compiler = join(root, 'node_modules/.bin/tsc')
  const { stdout, error } = spawnSync(compiler, ['-p', output, '--pretty', 'false'], { encoding: 'utf8' })
  if (error) throw error
  return stdout.split('\n').filter(line => line.includes('Cannot find name'))
}

it('finds names from outside', () => {
  const texts = new Map([
    ['constant', '() => document.body.append(outside)'],
    ['node', '() => process.exit()'],
    ['import', '() => __vi_import_0__.targetOf(location)'],
    ['clean', '({ words }) => document.body.append(words.copy)'],
  ])
  const files = unknownNames(texts).map(line => line.split('(')[0])
  expect(files.map(file => basename(file ?? '')).toSorted()).toEqual(['constant.js', 'import.js', 'node.js'])
})

it('no function uses anything from outside', () => {
  expect(functions.size).toBeGreaterThan(10)
  expect(unknownNames(functions)).toEqual([])
})

it('no module has anything that a function could use', () => {
  // A name from outside is not unknown if a browser has one like it: `name`, `open`, `status`.
  const statements = names.flatMap(name => {
    const source = readFileSync(join(folder, name), 'utf8')
    const lines = source.split('\n').filter(line => /^[a-z@]/.test(line))
    return lines.filter(line => !/^(?:import type |export (?:async )?function |export interface )/.test(line))
  })
  expect(statements).toEqual([])
})

it('every function is part of the script', () => {
  const { text } = readerScript({ enlarge: '', close: '', copy: '', copied: '', save: '' }, 'paper')
  expect(
    [...functions]
      .filter(([, part]) => !text.includes(withoutSpareSpaces(withoutCommentLines(part))))
      .map(([name]) => name),
  ).toEqual([])
})
