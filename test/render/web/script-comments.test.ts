/** Comments of reader scripts, and the rules for their code that make removing comments safe. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { withoutCommentLines } from '../../../pipeline/render/web/script-comments.ts'

describe('comments of a script', () => {
  it.each([
    ['a line', 'a()\n// x\nb()\n', 'a()\nb()\n'],
    ['an indented line', '  a()\n  // x\n  // y\n  b()\n', '  a()\n  b()\n'],
    ['several lines', 'a()\n/**\n * x\n */\nb()\n', 'a()\nb()\n'],
    ['the last line', 'a()\n// x', 'a()\n'],
    ['a line that Windows ends', 'a()\r\n/* x */\r\nb()', 'a()\r\nb()'],
  ])('are removed: %s', (_, script, expected) => {
    expect(withoutCommentLines(script)).toBe(expected)
  })

  it.each([
    ['beside code', 'a() // x\n/* y */ b()\nc() /* z */\n'],
    ['in a string', "a('http://example.org')\n'// x'\n"],
    ['in a pattern', 'a(/[/*]/)\n'],
  ])('are left alone: %s', (_, script) => {
    expect(withoutCommentLines(script)).toBe(script)
  })
})

describe('the code of reader scripts', () => {
  const folder = fileURLToPath(new URL('../../../pipeline/render/web/reader', import.meta.url))
  const sources = globSync('*.ts', { cwd: folder }).map(name => ({
    name,
    code: withoutCommentLines(readFileSync(join(folder, name), 'utf8')),
  }))

  it('has no template literal of several lines, which could hold a line like a comment', () => {
    expect(sources.length).toBeGreaterThan(10)
    const lines = sources.flatMap(({ name, code }) => code.split('\n').map(line => ({ name, line })))
    expect(lines.filter(({ line }) => line.split('`').length % 2 === 0)).toEqual([])
  })

  it('has comments only on lines of their own', () => {
    // `//` occurs in the address of the MathML namespace.
    const rest = sources.flatMap(({ name, code }) =>
      [...code.matchAll(/.*(?:\/\*|\*\/|(?<!:)\/\/).*/g)].map(([line]) => ({ name, line })),
    )
    expect(rest).toEqual([])
  })
})
