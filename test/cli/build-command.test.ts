/** `offprint build`: exit status, and the files that are left when a build fails or is interrupted. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { endOf, run, runProgram, start } from './run.ts'

const fixtures = fileURLToPath(new URL('../fixtures/bad-input', import.meta.url))
const sample = fileURLToPath(new URL('../../manuscript', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'offprint-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('shows examples in its help', async () => {
  const { status, stdout } = await run(['build', '--help'])
  expect(status).toBe(0)
  expect(stdout).toContain('offprint build paper.md --style transactions')
})

it.each([
  [['build']],
  [['build', 'x', '--to', 'docx']],
  [['build', 'x', '--styel', 'y']],
  [['build', 'x', '--site', 'journal.org']],
  [['build', 'x', '--site', 'https://x.org/issue/?a=1']],
  [['build', 'x', '--site', 'https://x.org/issue/#top']],
])('ends with status 2 if it is called in a wrong way: %j', async words => {
  const { status, stderr } = await run(words)
  expect(status).toBe(2)
  expect(stderr).not.toMatch(/^\s+at /m)
})

it('ends with status 0 if there are only warnings, and prints them with their places', async () => {
  const { status, stderr } = await run(['build', join(fixtures, 'unknown-key'), '--to', 'html', '-o', folder])
  expect(status).toBe(0)
  expect(stderr).toMatch(/article\.md:2:1 {2}warning .* front-matter-unknown-key/)
})

it('ends with status 1 if there are errors, writes what is possible and shows no stack', async () => {
  const paper = join(fixtures, 'missing-figure')
  const { status, stdout, stderr } = await runProgram(['build', paper, '--to', 'html', '-o', folder])
  expect(status).toBe(1)
  expect(stdout).toContain('missing-figure.html')
  expect(stderr).toMatch(/article\.md:7:1 {2}error .* figure-missing/)
  expect(stderr).not.toMatch(/^\s+at /m)
})

it('ends with status 1 if the journal does not exist, and names the journals that exist', async () => {
  const { status, stderr } = await run(['build', sample, '--style', 'nature', '--to', 'html', '-o', folder])
  expect(status).toBe(1)
  expect(stderr).toContain('journal-unknown')
  expect(stderr).toContain('transactions')
})

it('ends with status 1 and says what to do if the browser cannot start', async () => {
  const { status, stderr } = await runProgram(['build', sample, '-o', folder], {
    environment: { OFFPRINT_BROWSER: '/nonexistent/chrome' },
  })
  expect(status).toBe(1)
  expect(stderr).toContain('/nonexistent/chrome')
  expect(stderr).not.toMatch(/^\s+at /m)
})

it('keeps earlier files when a build fails', async () => {
  const output = mkdtempSync(join(folder, 'kept-'))
  writeFileSync(join(output, 'empty.html'), 'before')
  const { status, stderr } = await run(['build', join(fixtures, 'empty'), '--to', 'html', '-o', output])
  expect(status).toBe(1)
  expect(stderr).toContain('Nothing was written.')
  expect(readFileSync(join(output, 'empty.html'), 'utf8')).toBe('before')
})

it('keeps earlier files when a build is interrupted', async () => {
  const output = mkdtempSync(join(folder, 'interrupted-'))
  writeFileSync(join(output, 'manuscript.pdf'), 'before')
  const child = start(['build', sample, '-o', output])
  const ended = endOf(child)
  await new Promise<void>(done => child.stdout.on('data', chunk => /typeset/.test(String(chunk)) && done()))
  child.kill('SIGINT')
  await ended
  await wait(100)
  expect(readFileSync(join(output, 'manuscript.pdf'), 'utf8')).toBe('before')
  expect(readdirSync(output)).toEqual(['manuscript.pdf'])
})

it('finishes if the reader of its output closes the pipe early', async () => {
  const output = mkdtempSync(join(folder, 'unread-'))
  const child = start(['build', sample, '--to', 'html', '-o', output])
  child.stdout.destroy()
  const printed: string[] = []
  child.stderr.on('data', chunk => printed.push(String(chunk)))
  expect(await endOf(child)).toBe(0)
  expect(printed.join('')).toBe('')
  expect(readdirSync(output)).toEqual(['manuscript.html'])
})

it('keeps all earlier files if one file cannot be written', async () => {
  const output = mkdtempSync(join(folder, 'blocked-'))
  writeFileSync(join(output, 'manuscript.html'), 'before')
  // A folder has the name of the file.
  mkdirSync(join(output, 'manuscript.hast.json', 'full'), { recursive: true })
  const { status } = await run(['build', sample, '--to', 'html,hast', '-o', output])
  expect(status).toBe(1)
  expect(readFileSync(join(output, 'manuscript.html'), 'utf8')).toBe('before')
  expect(readdirSync(output).sort()).toEqual(['manuscript.hast.json', 'manuscript.html'])
})
