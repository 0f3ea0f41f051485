/** `offprint init`: what it writes and prints, without questions if nobody can answer. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { run } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'offprint-init-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('writes an article, says what to do next, and writes no second one over it', async () => {
  const { status, stdout, stderr } = await run(['init', 'my paper'], { folder })
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain('my paper/article.md\n')
  expect(stdout).toContain('offprint build "my paper" --open')
  expect(readdirSync(join(folder, 'my paper')).sort()).toEqual(['article.md', 'figures', 'references.bib'])
  const again = await run(['init', 'my paper'], { folder })
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('nothing is overwritten')])
})

it('ends with status 2 for a kind that does not exist', async () => {
  const { status, stderr } = await run(['init', 'x', '--kind', 'book'], { folder })
  expect([status, stderr]).toEqual([2, expect.stringContaining('article, journal, issue')])
})
