/** The examples build without a message, in their tools' own layouts; one of them to pages, too. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { diskHost, type Host } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { buildIssue, findArticles } from '../../pipeline/tasks/build-issue.ts'
import type { Format } from '../../pipeline/tasks/outputs.ts'
import { library } from '../build-article.ts'
import { printingBrowser } from '../printer.ts'

const examples = fileURLToPath(new URL('../../examples', import.meta.url))
const articles = ['joss', 'manubot', 'myst', 'quarto', 'rmarkdown']
const host: Host = { ...diskHost, write: async () => {} }

async function built(name: string, formats: readonly Format[]) {
  const path = `${examples}/${name}`
  const browser = formats.includes('pdf') ? printingBrowser() : undefined
  const { outputs, files } = await build(
    { path, slug: name, library, output: '/out', formats, browser },
    host,
  )
  const html = new TextDecoder().decode(outputs.get(`${name}.html`))
  return { outputs, html, messages: files.flatMap(({ messages }) => messages.map(String)) }
}

it('all examples are tried', () => {
  const folders = readdirSync(examples, { withFileTypes: true }).filter(entry => entry.isDirectory())
  expect(folders.map(({ name }) => name).toSorted()).toEqual(['issue', ...articles].toSorted())
})

it.each(articles)('%s: a web page with figure, table, equation and references', async name => {
  const { html, messages } = await built(name, name === 'joss' ? ['html', 'pdf'] : ['html'])
  expect(messages).toEqual([])
  const words = html.replace(/<(style|script)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '')
  expect(words).toMatch(/Figure\s1/)
  expect(words).toMatch(/Table\s1/)
  expect(words).toContain('(1)')
  expect(words).toContain('Tidewater Press')
  // What a reader of the tool did not understand would be printed as it is written.
  expect(words).not.toMatch(
    /\\(?:ref|autoref|label|@ref)|\{#|:::|@(?:fig|tbl|eq|sec|doi)[-:]|\{(?:cite|numref)/,
  )
})

it('issue: two articles and their page', async () => {
  const found = await findArticles(`${examples}/issue`, host)
  if (!found) throw new Error('The issue is not found')
  const issue = await buildIssue(found, { library, output: '/out', formats: ['html'] }, host)
  const files = [...issue.files, ...issue.articles.flatMap(article => article.files)]
  expect(files.flatMap(({ messages }) => messages.map(String))).toEqual([])
  const names = issue.articles.flatMap(({ outputs }) => [...outputs.keys()])
  expect([...names, ...issue.outputs.keys()]).toEqual(['01-springs.html', '02-wells.html', 'index.html'])
})
