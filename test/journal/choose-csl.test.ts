/**
 * Who names the style of an article: the command line, the front matter, the journal; and in which language
 * it speaks.
 */
import { expect, it } from 'vitest'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { explain } from '../../pipeline/tasks/explain.ts'
import { library } from '../build-article.ts'

const style = (word: string) => `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title/><id/><updated/></info><citation><layout><text value="${word} "/><text term="accessed"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>`
const locale = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="cs-CZ"><terms><term name="accessed">viděno</term></terms></locale>`

async function made(front: string, files: Readonly<Record<string, string>>, csl?: string) {
  const text = `---\ntitle: T\n${front}\nreferences: [{id: a, type: book, title: B}]\n---\n\nSaid [@a].\n`
  const paths = Object.entries({ 'article.md': text, ...files }).map(([name, value]) => [
    `/paper/${name}`,
    value,
  ])
  const host = memoryHost(Object.fromEntries(paths), diskHost)
  const options = { path: '/paper/article.md', library, formats: ['article' as const], output: '/out', csl }
  const { outputs, files: read } = await build(options, host)
  const article = new TextDecoder().decode([...outputs.values()][0])
  return { article, messages: messageLines(read, '/paper').join('\n'), host }
}

it('is the one that the front matter names, and `explain` says so', async () => {
  const { article, messages, host } = await made('csl: own.csl', { 'own.csl': style('own') })
  expect(messages).toBe('')
  expect(article).toContain('own accessed')
  const { explanation } = await explain('/paper/article.md', host)
  expect(explanation?.understood).toContainEqual(expect.objectContaining({ path: 'csl', value: 'own.csl' }))
  expect(explanation?.ignored).toEqual([])
})

it('is the one that the command line names before that', async () => {
  const files = { 'own.csl': style('own'), 'other.csl': style('other') }
  expect((await made('csl: own.csl', files, 'other')).article).toContain('other accessed')
})

it("is the journal's where the named one is missing or broken, which is told", async () => {
  const missing = await made('csl: gone.csl', {})
  expect(missing.messages).toMatch(/article\.md:3:\d+ +warning +Missing CSL style `gone\.csl`.*style-missing/)
  expect(missing.article).toContain('Said')
  const broken = await made('csl: own.csl', { 'own.csl': style('own').replace('</info>', '') })
  expect(broken.messages).toMatch(/own\.csl:\d+:\d+ +error .*style-broken/)
  expect(broken.article).not.toContain('own accessed')
  expect(broken.article).toContain('Said')
})

it('speaks the language of a locale that lies beside it', async () => {
  const files = { 'own.csl': style('own'), 'locales-cs-CZ.xml': locale }
  const { article, messages } = await made('csl: own.csl\nlang: cs', files)
  expect(article).toContain('own viděno')
  expect(messages).not.toContain('locales-')
})

it('is set aside where the engine stops at it: one message, works in plain words, nothing lost', async () => {
  const stopping = style('own').replace(
    /<bibliography>.*<\/bibliography>/,
    '<bibliography second-field-align="flush"><layout><text variable="title"/><text variable="title" display="block"/></layout></bibliography>',
  )
  for (const time of [1, 2]) {
    const { article, messages } = await made('author: A. Lee\ncsl: own.csl', { 'own.csl': stopping })
    expect(messages, `time ${time}`).toMatch(
      /^own\.csl +error +Unexpected rules .*Level mismatch.*style-broken\n.*\n?$/,
    )
    expect(article).toContain('B, n.d.')
  }
  const other = await made('', {})
  expect(other.messages).toBe('')
})
