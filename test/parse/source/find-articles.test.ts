/** Which folders are found as articles of an issue, and the names (slugs) of their output files. */
import { describe, expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { memoryHost } from '../../../pipeline/host/index.ts'
import { findArticles } from '../../../pipeline/parse/index.ts'

const latin1 = Uint8Array.of(0x63, 0x61, 0x66, 0xe9)

async function find(files: Readonly<Record<string, string | Uint8Array>>) {
  const inside = Object.entries(files).map(([name, data]) => [`/issue/${name}`, data] as const)
  const found = await findArticles('/issue', memoryHost(Object.fromEntries(inside)))
  return (
    found && {
      names: found.articles.map(({ path }) => path.replace('/issue/', '')),
      slugs: found.articles.map(({ slug }) => slug),
      messages: messageLines([found.file], '/issue'),
    }
  )
}

describe('the articles of an issue', () => {
  it('are the folders with a manuscript, in numerical order', async () => {
    const found = await find({ '10/a.md': 'x', '2/b.md': 'x', '_drafts/c.md': 'x', 'data/values.csv': '1' })
    expect(found).toEqual({ names: ['2', '10'], slugs: ['2', '10'], messages: [] })
  })

  it.each([
    ['a manuscript', { 'article.md': 'x', 'a/a.md': 'x', 'b/b.md': 'x' }],
    ['a manuscript that is not UTF-8', { 'article.md': latin1, 'a/a.md': 'x', 'b/b.md': 'x' }],
    ['only one article', { 'a/a.md': 'x', 'data/values.csv': '1' }],
    ['documentation and programs', { 'docs/a.md': 'x', 'docs/b.md': 'x', 'src/paper.tex': 'x' }],
    ['nothing', {}],
  ])('are not found in a folder that contains %s', async (_, files) => {
    expect(await find(files)).toBeUndefined()
  })

  it.each([
    ['is not UTF-8', { 'b/article.md': latin1 }],
    ['is one of two files', { 'b/one.md': 'x', 'b/two.md': 'x' }],
    ['is written in Word', { 'b/article.docx': 'x' }],
    ['is written in LaTeX', { 'b/paper.tex': 'x' }],
  ])('include a folder whose manuscript %s, so that the build reports it', async (_, files) => {
    expect((await find({ 'a/a.md': 'x', ...files }))?.names).toEqual(['a', 'b'])
  })

  it('are found even if no manuscript can be read', async () => {
    expect((await find({ 'a/a.md': latin1, 'b/b.md': latin1 }))?.names).toEqual(['a', 'b'])
  })

  it('are found beside other texts, which are reported as left out', async () => {
    const found = await find({ 'a/a.md': 'x', 'b/b.md': 'x', 'one.md': 'x', 'two.md': 'x', '_notes.md': 'x' })
    expect(found?.messages).toEqual([
      '.  warning  Unexpected one.md, two.md beside the folders of the articles  issue-file-left-out',
      expect.stringContaining('into its own folder'),
    ])
  })
})

describe('the slug of an article', () => {
  it('is not `index`, the name of the landing page', async () => {
    const found = await find({ 'Index/a.md': 'x', 'b/b.md': 'x' })
    expect(found).toMatchObject({ slugs: ['b', 'Index-article'], messages: [] })
  })

  it('differs from that of every other article, also in NFC and without regard to case', async () => {
    const found = await find({
      'b/x.md': 'x',
      'B/x.md': 'x',
      'b-2/x.md': 'x',
      'caf\u00e9/x.md': 'x',
      'cafe\u0301/x.md': 'x',
      'index/x.md': 'x',
      'index-article/x.md': 'x',
    })
    const { names = [], slugs = [], messages = [] } = found ?? {}
    const slugOf = Object.fromEntries(names.map((name, index) => [name, slugs[index]]))
    expect(slugOf).toMatchObject({ b: 'b', B: 'B-3', 'b-2': 'b-2', index: 'index-article-2' })
    expect(slugOf).toMatchObject({ 'index-article': 'index-article' })
    expect(new Set(slugs.map(slug => slug.normalize('NFC').toLowerCase())).size).toBe(7)
    const nameMessages = messages.filter(line => line.endsWith('issue-name-taken'))
    expect(nameMessages).toHaveLength(3)
    expect(nameMessages[0]).toContain('Unexpected folder `B`: its files would overwrite those of `b`')
  })
})
