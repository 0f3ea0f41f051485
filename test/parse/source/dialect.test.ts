/** The signs that say in which dialect of Markdown a manuscript is written. */
import { expect, it } from 'vitest'
import { memoryHost } from '../../../pipeline/host/index.ts'
import { findManuscript } from '../../../pipeline/parse/index.ts'
import { findDialect } from '../../../pipeline/parse/source/dialect.ts'
import { buildArticle } from '../../build-article.ts'

async function dialectOf(files: Readonly<Record<string, string>>, name = 'paper.md'): Promise<string> {
  const host = memoryHost(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`/users/ann/${path}`, text])),
  )
  const found = await findManuscript(`/users/ann/${name}`.replace(/\/$/, ''), host)
  const { dialect, reason } = await findDialect({ ...found, host })
  return `${dialect}: ${reason}`
}

function withKeys(keys: string, text = 'Text.'): string {
  return `---\ntitle: A title\n${keys}\n---\n\n${text}\n`
}

const joss = 'tags:\n  - Python\naffiliations:\n  - name: A place\n    index: 1'

it.each([
  ['the key', { 'paper.md': withKeys('dialect: MyST\noutput: pdf_document') }, /^myst: .*`dialect`/],
  ['another name', { 'paper.md': withKeys('dialect: quarto') }, /^pandoc: /],
  ['R Markdown', { 'paper.md': withKeys('output: bookdown::pdf_document2') }, /^pandoc: .*`output`/],
  ['Quarto in a JOSS paper', { 'paper.md': withKeys(`${joss}\nformat: html`) }, /^pandoc: .*`format`/],
  ["pandoc's filters", { 'paper.md': withKeys('figPrefix: [Fig.]') }, /^pandoc: .*`figPrefix`/],
  ["pandoc's title block", { 'paper.md': '% A title\n% A name\n\nText.\n' }, /^pandoc: .*title block/],
  ['a Quarto project', { '_quarto.yml': 'project: {}', 'paper.md': 'Text.' }, /^pandoc: .*_quarto\.yml/],
  ['a MyST project', { 'myst.yml': 'version: 1', 'paper.md': withKeys('toc: true') }, /^myst: .*myst\.yml/],
  ['a project above', { 'myst.yml': 'version: 1', 'docs/paper.md': 'Text.' }, /^myst: /, 'docs/paper.md'],
  ['Manubot', { 'metadata.yaml': 'title: x', '01.a.md': 'Text.' }, /^pandoc: .*Manubot/, ''],
  ['JOSS', { 'paper.md': withKeys(`${joss}\ncsl: apa.csl`) }, /^commonmark: .*JOSS/],
  ['jupytext', { 'paper.md': withKeys('kernelspec:\n  name: python3') }, /^myst: .*`kernelspec`/],
  ['a directive', { 'paper.md': 'Text.\n\n:::{figure} a.png\nWords\n:::\n' }, /^myst: line 3/],
  ['a role', { 'paper.md': 'Text {cite:p}`a`.\n' }, /^myst: line 1/],
  ['a directive in code', { 'paper.md': '````\n```{figure} a.png\n```\n````\n' }, /^commonmark: /],
  ['code to be run', { 'paper.md': '```{r}\n1\n```\n' }, /^commonmark: /],
  ['no sign', { 'paper.md': withKeys('author: A name') }, /^commonmark: nothing/],
])('%s', async (_title, files, expected, name = 'paper.md') => {
  expect(await dialectOf(files, name)).toMatch(expected)
})

it('is that of the extension', async () => {
  expect(await dialectOf({ 'a.qmd': 'Text.' }, 'a.qmd')).toBe('pandoc: the file is called a.qmd')
  expect(await dialectOf({ 'a.Rmd': withKeys(joss) }, 'a.Rmd')).toMatch(/^pandoc: /)
})

it('holds for the text, the abstract, included files and Markdown between tags', async () => {
  const text = 'one\n+ two\n\n<div class="note">\n\nthree\n+ four\n\n</div>\n\n{{< include part.md >}}\n'
  const files = { 'part.md': 'five\n+ six\n', 'article.md': '' }
  const pandoc = withKeys('dialect: pandoc\nabstract: |\n  seven\n  + eight', text)
  const { html } = await buildArticle({ ...files, 'article.md': pandoc })
  expect(html).not.toContain('<li>')
  const plain = withKeys('abstract: |\n  seven\n  + eight', text)
  const { html: other } = await buildArticle({ ...files, 'article.md': plain })
  expect(other.match(/<li>/g)).toHaveLength(4)
})

it('reports a dialect that does not exist', async () => {
  const { messages } = await buildArticle({ 'article.md': withKeys('dialect: latex') })
  expect(messages[0]).toMatch(/^article\.md:3:10 .*`latex`.*pandoc, myst, commonmark/)
})
