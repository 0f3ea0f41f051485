/** White space of reader scripts, and the rules for their code that make shortening it safe. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { withoutSpareSpaces } from '../../../pipeline/render/web/script-spaces.ts'

it.each([
  ['indents', 'a()\n    b()\n\n  c()', 'a()\nb()\nc()'],
  ['gaps', 'function a(b        , c   )    {', 'function a(b , c ) {'],
])('are shortened: %s', (_, script, expected) => {
  expect(withoutSpareSpaces(script)).toBe(expected)
})

it('no string or pattern of the scripts has two spaces', () => {
  const folder = fileURLToPath(new URL('../../../pipeline/render/web/reader', import.meta.url))
  const sources = globSync('*.ts', { cwd: folder }).map(name => readFileSync(join(folder, name), 'utf8'))
  const strings = sources.flatMap(text => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    return code.match(/'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/(?![ /*])(?:\\.|[^/\\\n])+\//g) ?? []
  })
  expect(strings.length).toBeGreaterThan(100)
  expect(strings.filter(string => / {2}|\n/.test(string))).toEqual([])
})
