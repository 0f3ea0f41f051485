/** The compiled pipeline: functions that are sent to a browser are whole, and modules find each other. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compile } from '../../../tooling/package/compile.ts'
import { specifiersIn } from '../../../tooling/package/rewrite-specifiers.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const pipeline = join(root, 'pipeline')
/** In the checkout, so that the compiled modules find their packages. */
const dist = mkdtempSync(join(root, 'node_modules', '.compiled-'))
let names: readonly string[] = []

beforeAll(() => {
  names = compile(pipeline, dist)
})
afterAll(() => rmSync(dist, { recursive: true }))

/** The functions that the compiled modules of a folder export, as they are sent. */
async function functionsIn(folder: string): Promise<readonly string[]> {
  const files = readdirSync(join(dist, folder))
  const modules = files.map(
    async (name): Promise<Record<string, unknown>> => import(join(dist, folder, name)),
  )
  return (await Promise.all(modules))
    .flatMap(Object.values)
    .filter(value => typeof value === 'function')
    .map(String)
}

it('a compiled hand is a function in a bare context', async () => {
  const hands = await functionsIn('typeset/hands')
  expect(hands.length).toBeGreaterThan(25)
  for (const hand of hands) expect(runInNewContext(`typeof (${hand})`)).toBe('function')
})

it('types become spaces: all else stays in its place', () => {
  for (const name of [
    'typeset/hands/read-galley',
    'render/web/reader/show-cards',
    'tools/browser/page-hands',
  ]) {
    const source = readFileSync(join(pipeline, `${name}.ts`), 'utf8')
    const compiled = readFileSync(join(dist, `${name}.js`), 'utf8')
    expect(compiled.length).toBe(source.length)
    const strays = [...compiled].filter(
      (character, at) => /[^\s;]/.test(character) && character !== source[at],
    )
    expect(strays).toEqual([])
    expect(compiled).not.toBe(source)
  }
})

it('imports name files that exist, and packages that are installed with it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const wrong = names
    .filter(name => /\.m?js$/.test(name))
    .flatMap(name =>
      specifiersIn(withoutComments(readFileSync(join(dist, name), 'utf8')))
        .filter(specifier => !isFound(specifier, name, dependencies))
        .map(specifier => `${name} imports ${specifier}`),
    )
  // The package has the bundle that this module would make.
  expect(wrong).toEqual(['cli/snapshot/make-snapshot.js imports ./bundle-program.js'])
})

function isFound(specifier: string, from: string, dependencies: Readonly<Record<string, string>>): boolean {
  if (specifier.startsWith('.')) return existsSync(join(dist, dirname(from), specifier))
  // citation-js is put into the compiled files.
  if (isBuiltin(specifier) || specifier.startsWith('@citation-js/')) return true
  return Object.keys(dependencies).some(name => specifier === name || specifier.startsWith(`${name}/`))
}

function withoutComments(text: string): string {
  return text.replace(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*)$/gm, '')
}
