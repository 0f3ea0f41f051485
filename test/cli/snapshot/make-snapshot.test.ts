/** The startup snapshot, made from a copy of the program whose sources a test may change. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

const project = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'offprint-snapshot-'))
const copy = join(folder, 'project')
const snapshots = join(folder, 'cache/offprint/snapshots')

/** Runs a program of the copy. `OFFPRINT_SNAPSHOT` is empty: snapshots are used, and made. */
function run(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  // With this variable of npm, paths begin in the folder in which npm was started.
  const { npm_lifecycle_event: _, ...inherited } = process.env
  const env = {
    ...inherited,
    XDG_CACHE_HOME: join(folder, 'cache'),
    OFFPRINT_SNAPSHOT: '',
    CI: '',
    ...environment,
  }
  return spawnSync(process.execPath, words, { env, encoding: 'utf8', cwd: folder })
}

const offprint = join(copy, 'pipeline/offprint.mjs')
const maker = join(copy, 'pipeline/cli/snapshot/make-snapshot.ts')
const article = join(copy, 'pipeline/cli/snapshot/article')

beforeAll(() => {
  for (const name of ['pipeline', 'styles', 'package.json', 'package-lock.json'])
    cpSync(join(project, name), join(copy, name), { recursive: true })
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'))
  const { status, stderr } = run([maker])
  expect([status, stderr]).toEqual([0, ''])
  // Bundling and warming take 5 s, and much longer beside other work.
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true }))

it('makes one file in the user’s cache', () => {
  expect(readdirSync(snapshots)).toEqual([expect.stringMatching(/^[0-9a-f]{16}-[0-9a-f]{16}\.blob$/)])
})

it('builds the same bytes as the modules', () => {
  const built = [{}, { OFFPRINT_SNAPSHOT: 'off' }].map((environment, index) => {
    const output = join(folder, `output-${index}`)
    const { status, stderr } = run(
      [offprint, 'build', article, '--to', 'html,pdf', '-o', output, '-q'],
      environment,
    )
    expect([status, stderr]).toEqual([0, ''])
    return readdirSync(output).map(name => [name, readFileSync(join(output, name))] as const)
  })
  expect(built[0]?.length).toBe(2)
  expect(built[0]).toEqual(built[1])
})

it('finds the user’s folder and prints messages as the modules do', () => {
  writeFileSync(join(folder, 'paper.md'), '# Title\n\nSee @fig:none.\n')
  const [fast, plain] = [{}, { OFFPRINT_SNAPSHOT: 'off' }].map(environment => {
    const { status, stdout, stderr } = run([offprint, 'check', 'paper.md'], environment)
    return { status, stdout, stderr }
  })
  expect(fast).toEqual(plain)
  expect(fast?.stderr).toContain('paper.md:3:5')
})

it('is not used after a source has changed: the changed source is what runs', async () => {
  const source = join(copy, 'pipeline/cli/check-command.ts')
  const text = readFileSync(source, 'utf8')
  writeFileSync(join(folder, 'fine.md'), '---\ntitle: Fine\n---\n\nWords.\n')
  expect(run([offprint, 'check', 'fine.md']).stdout).toBe('Nothing is wrong.\n')
  writeFileSync(source, text.replace('Nothing is wrong.', 'Nothing is ever wrong.'))
  const [before] = readdirSync(snapshots)
  // With CI set, no snapshot is made in the background.
  expect(run([offprint, 'check', 'fine.md'], { CI: '1' }).stdout).toBe('Nothing is ever wrong.\n')
  expect(readdirSync(snapshots)).toEqual([before])
  expect(run([offprint, 'check', 'fine.md']).stdout).toBe('Nothing is ever wrong.\n')
  await vi.waitFor(() => expect(readdirSync(snapshots).join()).toMatch(/^[0-9a-f-]+\.blob$/), {
    timeout: 50_000,
    interval: 100,
  })
  expect(readdirSync(snapshots)).not.toEqual([before])
  expect(run([offprint, 'check', 'fine.md']).stdout).toBe('Nothing is ever wrong.\n')
})

it('is not used if another user could have written it', () => {
  // The cache gives a snapshot that would fail if it were used.
  const [name = ''] = readdirSync(snapshots)
  const path = join(snapshots, name)
  writeFileSync(path, 'not a snapshot')
  expect(run([offprint, 'check', 'fine.md']).status).not.toBe(0)
  chmodSync(path, 0o666)
  expect(run([offprint, 'check', 'fine.md']).stdout).toBe('Nothing is ever wrong.\n')
  chmodSync(path, 0o600)
  chmodSync(snapshots, 0o777)
  expect(run([offprint, 'check', 'fine.md']).stdout).toBe('Nothing is ever wrong.\n')
})
