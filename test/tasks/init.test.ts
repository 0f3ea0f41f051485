/** What `init` writes can be built at once without any message, and nothing is overwritten. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { buildIssue, findArticles } from '../../pipeline/tasks/build-issue.ts'
import { check } from '../../pipeline/tasks/check.ts'
import { type InitOptions, init } from '../../pipeline/tasks/init.ts'
import { library } from '../build-article.ts'
import { printingBrowser } from '../printer.ts'

const templates = fileURLToPath(new URL('../../templates', import.meta.url))

type Given = Partial<InitOptions>

async function begun(given: Given, files: Readonly<Record<string, string>> = {}) {
  const host = memoryHost(files, diskHost)
  const result = await init({ folder: '/new', kind: 'article', templates, library, ...given }, host)
  const textOf = (name: string) => new TextDecoder().decode(host.files.get(`/new/${name}`))
  return { host, result, textOf }
}

const html = { path: '/new', formats: ['html'], output: '/out', library } as const

it.each([
  [{ kind: 'article' }],
  [{ kind: 'article', journal: 'letters', title: 'Mud: a *history*', authors: ['Ida Quill', 'Tom Reed'] }],
  [{ kind: 'article', journal: 'ijmsrp' }],
  [{ kind: 'journal' }],
  [{ kind: 'journal', title: 'Journal of Mud', journal: 'transactions' }],
] as const)('%j is built and checked without a message', async given => {
  const { host, result } = await begun(given)
  expect(result.written.length).toBeGreaterThan(2)
  const built = await build(html, host)
  const checked = await check({ path: '/new', library }, host)
  expect(messageLines([...built.files, ...checked.files], '/new')).toEqual([])
  expect(built.outputs.size).toBe(1)
})

it.each(['letters', undefined])('an issue in %s is built without a message', async journal => {
  const { host } = await begun({ kind: 'issue', journal })
  const found = await findArticles('/new', host)
  if (!found) throw new Error('There is no issue')
  const { files, outputs, articles } = await buildIssue(found, { ...html, style: journal }, host)
  expect(messageLines(files, '/new')).toEqual([])
  expect([...outputs.keys()]).toEqual(['index.html'])
  expect(articles.map(({ outputs }) => outputs.size)).toEqual([1, 1])
})

it('the article has pages without a message', async () => {
  const { host } = await begun({ kind: 'article' })
  const browser = printingBrowser()
  const { files, pageCount } = await build({ ...html, formats: ['pdf'], browser }, host)
  expect(messageLines(files, '/new')).toEqual([])
  expect(pageCount).toBeLessThanOrEqual(2)
})

it('writes title, authors and journal into the front matter, whatever signs they have', async () => {
  const { textOf, host } = await begun({
    title: 'Mud: "a" # b',
    authors: ['Ida Quill', "Tom O'Reed"],
    journal: 'letters',
  })
  const { article } = await build(html, host)
  expect(article?.plainTitle).toBe('Mud: “a” # b')
  expect(article?.metadata.authors?.map(({ name }) => name.family)).toEqual(['Quill', 'O’Reed'])
  expect(textOf('article.md')).toContain('\nstyle: letters\n')
})

it('an extended journal and a title are in journal.yml, which keeps its comments', async () => {
  const { textOf } = await begun({ kind: 'journal', title: 'Journal of Mud', journal: 'letters' })
  expect(textOf('journal.yml')).toMatch(/^# A journal.*\nextends: letters\ntitle: Journal of Mud\n/s)
})

it.each([
  [{}, { '/new/references.bib': 'x' }, 'Unexpected references.bib in the folder'],
  [{}, { '/new/paper.md': 'Text.' }, 'Unexpected paper.md'],
  [{ kind: 'journal' }, { '/new/web.css': 'x' }, 'Unexpected web.css'],
  [{ journal: 'leters' }, {}, 'Unknown journal leters'],
] as const)('%j beside %j is refused, and nothing is written', async (given, files, reason) => {
  const { host, result } = await begun(given, files)
  expect(result).toMatchObject({ written: [], problem: { reason: expect.stringContaining(reason) } })
  expect([...host.files.keys()]).toEqual(Object.keys(files))
})

it('other files of the folder stay', async () => {
  const { host, result } = await begun({}, { '/new/README.md': 'About.', '/new/data.csv': 'a' })
  expect(result.problem).toBeUndefined()
  expect(host.files.has('/new/data.csv')).toBe(true)
})
