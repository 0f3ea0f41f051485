/** The options of messages, which all commands share: what goes to which stream, and the exit status. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { diskHost } from '../../../pipeline/host/index.ts'
import { guardReport } from '../../../pipeline/tasks/guard-writing.ts'
import { run } from '../run.ts'

const folder = mkdtempSync(join(tmpdir(), 'offprint-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'paper.md'), '---\ntitle: T\nkeywrods: [a]\n---\n\nSee @fig:none.\n')
writeFileSync(join(folder, 'unsure.md'), '---\ntitle: T\nkeywrods: [a]\n---\n\nText.\n')

it('a report for programs is alone on standard output, and progress goes to standard error', async () => {
  const { status, stdout, stderr } = await run(['build', 'paper.md', '--to', 'html', '-o', 'out', '--json'], {
    folder,
  })
  expect(JSON.parse(stdout)).toMatchObject([
    { file: 'paper.md', line: 3, rule: 'front-matter-unknown-key' },
    { file: 'paper.md', line: 6, rule: 'reference-unresolved' },
  ])
  expect(stderr).toMatch(/out[/\\].*\.html /)
  expect(stderr).not.toContain('front-matter-unknown-key')
  expect(status).toBe(1)
})

it('--report-file writes the report, and messages for people are printed', async () => {
  const words = ['check', 'paper.md', '--reporter', 'sarif', '--report-file', 'out/a.sarif']
  const { stdout, stderr } = await run(words, { folder })
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^paper\.md:6:5 {2}error /m)
  expect(JSON.parse(readFileSync(join(folder, 'out/a.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
})

it.each(['check', 'explain', 'build'])('%s --strict ends with status 1 for warnings', async command => {
  const words = [command, 'unsure.md', ...(command === 'build' ? ['--to', 'html', '-o', 'out'] : [])]
  const [mild, strict] = await Promise.all([run(words, { folder }), run([...words, '--strict'], { folder })])
  expect([mild.status, strict.status]).toEqual([0, 1])
})

it('in GitHub Actions, messages become annotations and a summary, too', async () => {
  const summary = join(folder, 'summary.md')
  writeFileSync(summary, 'Earlier.\n')
  const environment = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: folder }
  const { stdout, stderr } = await run(['check', 'paper.md'], { folder, environment })
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^1 error, 1 warning\n::group::/m)
  expect(stderr).toContain(
    '::error file=paper.md,line=6,endLine=6,col=5,endColumn=14,title=reference-unresolved::',
  )
  expect(readFileSync(summary, 'utf8')).toMatch(/^Earlier\.\n### Offprint: 1 error, 1 warning\n/)
})

it('shows the line of the source in colours with --color', async () => {
  const { stderr } = await run(['check', 'paper.md', '--color'], { folder })
  expect(stderr).toContain('See @fig:none.')
  expect(stderr).toContain('\u001b[31m^^^^^^^^^\u001b[39m')
})

it.each([
  [['check', 'paper.md', '--reporter', 'html']],
  [['check', 'paper.md', '--json', '--reporter', 'sarif']],
])('ends with status 2 if the options do not fit: %j', async words => {
  expect((await run(words, { folder })).status).toBe(2)
})

it('--report-file leads through no link out of the working folder', async () => {
  const inner = join(folder, 'inner')
  mkdirSync(inner)
  writeFileSync(join(folder, 'mine'), 'mine')
  symlinkSync('../mine', join(inner, 'report.txt'))
  const host = await guardReport(join(inner, 'report.txt'), inner, diskHost)
  const files = new Map([['report.txt', new Uint8Array(1)]])
  await expect(host.write(inner, files)).rejects.toThrow('nothing is written through a link')
  expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe('mine')
  const other = await guardReport(join(inner, 'report.txt'), join(folder, 'elsewhere'), diskHost)
  await other.write(inner, files)
  expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe('\0')
})
