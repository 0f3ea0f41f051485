/** The command: help, exit status, and what stays when a build fails or is interrupted. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../../pipeline/offprint.mjs', import.meta.url))
const fixtures = fileURLToPath(new URL('../fixtures/bad-input', import.meta.url))
const sample = fileURLToPath(new URL('../../manuscript', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'offprint-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('offprint', () => {
  it('teaches by example', () => {
    const { status, stdout } = run('build', '--help')
    expect(status).toBe(0)
    expect(stdout).toContain('offprint build paper.md --style transactions')
  })

  it.each([
    [[]],
    [['build']],
    [['build', 'x', '--to', 'docx']],
    [['biuld', 'x']],
    [['build', 'x', '--styel', 'y']],
    [['build', 'x', '--site', 'journal.org']],
    [['build', 'x', '--site', 'https://x.org/issue/?a=1']],
    [['build', 'x', '--site', 'https://x.org/issue/#top']],
  ])('says 2 for wrong usage: %j', words => {
    const { status, stderr } = run(...words)
    expect(status).toBe(2)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('says 0 for warnings, and prints them with their place', () => {
    const { status, stderr } = run('build', join(fixtures, 'unknown-key'), '--to', 'html', '-o', folder)
    expect(status).toBe(0)
    expect(stderr).toMatch(/article\.md:2:1 {2}warning .* front-matter-unknown-key/)
  })

  it('explains where metadata comes from', () => {
    const { status, stdout, stderr } = run('explain', join(fixtures, 'unknown-key'))
    expect(status).toBe(0)
    expect(stdout).toMatch(/^authors\[0\]\.name\.family +Lovelace +authors\[0\]\.name {2}article\.md:4$/m)
    expect(stdout).toMatch(/^colour +ignored: unknown key +article\.md:6$/m)
    expect(stderr).toMatch(/Did you mean `title`/)
    const json: unknown = JSON.parse(run('explain', join(fixtures, 'unknown-key'), '--json').stdout)
    expect(json).toMatchObject({ ignored: [{ source: { key: 'titel', line: 2 } }, {}, {}] })
    expect(run('explain', join(fixtures, 'invalid-values')).status).toBe(1)
  })

  it('says 1 for errors, writes what is possible and shows no stack', () => {
    const { status, stdout, stderr } = run(
      'build',
      join(fixtures, 'missing-figure'),
      '--to',
      'html',
      '-o',
      folder,
    )
    expect(status).toBe(1)
    expect(stdout).toContain('missing-figure.html')
    expect(stderr).toMatch(/article\.md:7:1 {2}error .* figure-missing/)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('says 1 where there is no such journal, and names those that are there', () => {
    const { status, stderr } = run('build', sample, '--style', 'nature', '--to', 'html', '-o', folder)
    expect(status).toBe(1)
    expect(stderr).toContain('journal-unknown')
    expect(stderr).toContain('transactions')
  })

  it('says 1 with a remedy where the browser cannot start', () => {
    const { status, stderr } = spawnSync(process.execPath, [cli, 'build', sample, '-o', folder], {
      encoding: 'utf8',
      env: { ...process.env, OFFPRINT_BROWSER: '/nonexistent/chrome' },
    })
    expect(status).toBe(1)
    expect(stderr).toContain('/nonexistent/chrome')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('leaves the files of before when a build fails', () => {
    const output = mkdtempSync(join(folder, 'kept-'))
    writeFileSync(join(output, 'empty.html'), 'before')
    const { status, stderr } = run('build', join(fixtures, 'empty'), '--to', 'html', '-o', output)
    expect(status).toBe(1)
    expect(stderr).toContain('Nothing was written.')
    expect(readFileSync(join(output, 'empty.html'), 'utf8')).toBe('before')
  })

  it('leaves the files of before when a build is interrupted', async () => {
    const output = mkdtempSync(join(folder, 'interrupted-'))
    writeFileSync(join(output, 'manuscript.pdf'), 'before')
    const child = spawn(process.execPath, [cli, 'build', sample, '-o', output])
    const ended = new Promise(done => child.once('close', done))
    await new Promise<void>(done => child.stdout.on('data', chunk => /typeset/.test(String(chunk)) && done()))
    child.kill('SIGINT')
    await ended
    await wait(100)
    expect(readFileSync(join(output, 'manuscript.pdf'), 'utf8')).toBe('before')
    expect(readdirSync(output)).toEqual(['manuscript.pdf'])
  })

  it('goes on when nobody reads what it says', async () => {
    const output = mkdtempSync(join(folder, 'unheard-'))
    const child = spawn(process.execPath, [cli, 'build', sample, '--to', 'html', '-o', output])
    child.stdout.destroy()
    const said: string[] = []
    child.stderr.on('data', chunk => said.push(String(chunk)))
    expect(await new Promise(done => child.once('close', done))).toBe(0)
    expect(said.join('')).toBe('')
    expect(readdirSync(output)).toEqual(['manuscript.html'])
  })

  it('leaves all files of before when one cannot be written', () => {
    const output = mkdtempSync(join(folder, 'blocked-'))
    writeFileSync(join(output, 'manuscript.html'), 'before')
    // A folder stands where a file should go.
    spawnSync('mkdir', ['-p', join(output, 'manuscript.hast.json', 'full')])
    const { status } = run('build', sample, '--to', 'html,hast', '-o', output)
    expect(status).toBe(1)
    expect(readFileSync(join(output, 'manuscript.html'), 'utf8')).toBe('before')
    expect(readdirSync(output).sort()).toEqual(['manuscript.hast.json', 'manuscript.html'])
  })
})
