/** The options of `offprint.yml` in the commands. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { run } from './run.ts'

const root = mkdtempSync(join(tmpdir(), 'offprint-settings-'))
afterAll(() => rmSync(root, { recursive: true }))

const article = '---\ntitle: Mud\nauthor: Ida Quill\n---\n\nText with [@nobody].\n'

function folderWith(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, file)), { recursive: true })
    writeFileSync(join(root, name, file), text)
  }
  return join(root, name)
}

it('build takes them, and the command line goes before them', async () => {
  const folder = folderWith('first', {
    'paper/article.md': article,
    'offprint.yml': 'to: html\noutput: public\nname: mine\nseverity: {citation-unknown: off}\n',
  })
  const { status, stderr } = await run(['build', join(folder, 'paper')])
  expect([status, stderr]).toEqual([0, ''])
  expect(readdirSync(join(folder, 'public'))).toEqual(['mine.html'])
  await run(['build', join(folder, 'paper'), '-n', 'yours', '-t', 'hast'])
  expect(readdirSync(join(folder, 'public'))).toEqual(['mine.html', 'yours.hast.json'])
})

it('mistakes are printed with the other messages, and the rest is built', async () => {
  const folder = folderWith('second', { 'article.md': article, 'offprint.yml': 'to: html\nstile: letters\n' })
  const { status, stderr } = await run(['build', folder], { folder })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^offprint\.yml:2:1 {2}error {2}Unexpected key `stile` {2}settings-invalid$/m)
  expect(readdirSync(join(folder, 'output'))).toEqual(['second.html'])
})

it('check takes them', async () => {
  const folder = folderWith('third', {
    'article.md': article,
    'offprint.yml': 'strict: true\nseverity: {citation-unknown: warning}\n',
  })
  const { status, stderr } = await run(['check', folder])
  expect(stderr).toContain('warning')
  expect(status).toBe(1)
})

it('a name for the files of an issue is refused', async () => {
  const folder = folderWith('issue', { 'a/article.md': article, 'b/article.md': article })
  const typed = await run(['build', folder, '-t', 'html', '--name', 'x'])
  expect([typed.status, typed.stderr]).toEqual([2, expect.stringContaining('the names of their folders')])
  writeFileSync(join(folder, 'offprint.yml'), 'to: html\nname: x\n')
  const written = await run(['build', folder], { folder })
  expect([written.status, written.stderr]).toEqual([1, expect.stringMatching(/^offprint\.yml:2:1 {2}error/m)])
  expect(readdirSync(join(folder, 'output'))).toEqual(['a.html', 'b.html', 'index.html'])
})

it('explain says which options come from where, and which keys of the front matter they replace', async () => {
  const folder = folderWith('explained', {
    'paper/article.md': article.replace('title', 'style: letters\ntitle'),
    'offprint.yml': '# Options.\nstyle: transactions\ndialect: myst\nseverity: {box-scaled: off}\n',
  })
  const { stdout, stderr } = await run(['explain', join(folder, 'paper')])
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^Read as myst, because offprint\.yml says so\.$/m)
  expect(stdout).toMatch(/^style +transactions +\.\.\/offprint\.yml:2$/m)
  expect(stdout).toMatch(/^severity +\{"box-scaled":"off"\} +\.\.\/offprint\.yml:4$/m)
  expect(stdout).toMatch(/^style +ignored: offprint\.yml goes before it +article\.md:2$/m)
})
