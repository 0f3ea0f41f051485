/**
 * The hands of the typesetter are sent to the browser as text, so they may use nothing from outside. Their
 * files import only types, and the compiler must know every name in the text of a hand: from the function
 * itself, or as a global of the browser.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'

const folder = fileURLToPath(new URL('../../pipeline/typeset/hands', import.meta.url))
const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
const files = readdirSync(folder)

interface SentFunction {
  readonly file: string
  readonly text: string
}

/** The functions that the files export, as the texts that are sent. */
const functions: readonly SentFunction[] = (
  await Promise.all(
    files.map(async file => {
      const module: Record<string, unknown> = await import(join(folder, file))
      return Object.values(module).map((value): SentFunction => ({ file, text: String(value) }))
    }),
  )
).flat()

/** The names in each text that neither the text nor a browser defines. */
function freeNames(texts: readonly string[]): readonly string[] {
  const place = mkdtempSync(join(tmpdir(), 'offprint-hands-'))
  try {
    const paths = texts.map((text, index) => {
      const path = join(place, `${index}.js`)
      writeFileSync(path, `export default (${text})\n`)
      return path
    })
    const options =
      '--noEmit --allowJs --checkJs --target esnext --module esnext --lib esnext,dom,dom.iterable'
    const { stdout } = spawnSync(process.execPath, [compiler, ...options.split(' '), ...paths], {
      cwd: place,
      encoding: 'utf8',
    })
    const messages = stdout.matchAll(/TS\d+: (?:Cannot find name|No value exists in scope[^']*) '([^']+)'/g)
    return [...new Set(Array.from(messages, ([, name = '']) => name))]
  } finally {
    rmSync(place, { recursive: true })
  }
}

it('the files of the hands import only types', () => {
  const imports = files.flatMap(file => readFileSync(join(folder, file), 'utf8').match(/^import .*/gm) ?? [])
  expect(imports.length).toBeGreaterThan(20)
  expect(imports.filter(line => !line.startsWith('import type '))).toEqual([])
})

it('each file of the hands exports one function', () => {
  expect(functions.map(({ file }) => file)).toEqual(files)
})

it.each(functions)('the function of $file has a text that can be sent', ({ text }) => {
  expect(runInNewContext(`typeof (${text})`)).toBe('function')
})

it('no function uses a name from outside', () => {
  expect(freeNames(functions.map(({ text }) => text))).toEqual([])
})

it('a name from outside would be found', () => {
  const texts = ['() => Array.from(document.images)', '() => outside(1)', '() => ({ shorthand })']
  expect(freeNames(texts)).toEqual(['outside', 'shorthand'])
})
