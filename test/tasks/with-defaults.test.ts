/** The tasks as a library: what is not given has a default. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build, buildIssue, check, explain, memoryHost } from '../../pipeline/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'offprint-library-'))
const paper = '---\ntitle: Tides\nstyle: transactions\n---\n\nSee @fig:none.\n'

beforeAll(() => {
  writeFileSync(join(folder, 'tides.md'), paper)
  for (const name of ['one', 'two']) {
    cpSync(fileURLToPath(new URL('../../manuscript', import.meta.url)), join(folder, 'issue', name), {
      recursive: true,
    })
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

it('builds into output/ beside the manuscript, from a path that is relative', async () => {
  const path = relative(process.cwd(), join(folder, 'tides.md'))
  const { outputs, journal, files } = await build({ path, formats: ['html'] })
  expect([...outputs.keys()]).toEqual(['tides.html'])
  expect(readdirSync(join(folder, 'output'))).toEqual(['tides.html'])
  expect(journal?.manifest.title).toContain('Transactions')
  expect(files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toContain(
    'reference-unresolved',
  )
})

it('uses another host', async () => {
  const host = memoryHost({ '/paper/tides.md': paper })
  const { outputs } = await build({ path: '/paper', formats: ['article'], library: '/none' }, host)
  expect(outputs.size).toBe(0)
})

it('checks and explains a manuscript', async () => {
  const path = join(folder, 'tides.md')
  const { files } = await check({ path })
  expect(files.flatMap(({ messages }) => messages.map(({ line }) => line))).toContain(6)
  expect((await explain(path)).explanation?.understood.map(({ value }) => value)).toContain('Tides')
})

it('builds an issue, and says that a manuscript is none', async () => {
  const issue = await buildIssue({ path: join(folder, 'issue'), formats: ['html'] })
  expect(issue?.articles.map(({ outputs }) => [...outputs.keys()])).toEqual([['one.html'], ['two.html']])
  expect(readdirSync(join(folder, 'issue/output')).toSorted()).toEqual(['index.html', 'one.html', 'two.html'])
  expect(await buildIssue({ path: join(folder, 'tides.md'), formats: ['html'] })).toBeUndefined()
})
