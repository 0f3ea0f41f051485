/**
 * Which CSL style an article gets: from the command line, the front matter or the journal. A locale beside
 * the style is used; a style that stops the CSL engine is replaced.
 */
import { expect, it } from 'vitest'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { check } from '../../pipeline/tasks/check.ts'
import { explain } from '../../pipeline/tasks/explain.ts'
import { library } from '../build-article.ts'

const style = (word: string) => `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title/><id/><updated/></info><citation><layout><text value="${word} "/><text term="accessed"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>`
const locale = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="cs-CZ"><terms><term name="accessed">viděno</term></terms></locale>`

async function buildWith(front: string, files: Readonly<Record<string, string>>, csl?: string) {
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

it('the style that the front matter names is used and explained', async () => {
  const { article, messages, host } = await buildWith('csl: own.csl', { 'own.csl': style('own') })
  expect(messages).toBe('')
  expect(article).toContain('own accessed')
  const { explanation } = await explain('/paper/article.md', host)
  expect(explanation?.understood).toContainEqual(expect.objectContaining({ path: 'csl', value: 'own.csl' }))
  expect(explanation?.ignored).toEqual([])
})

it('the style that the command line names comes before that of the front matter', async () => {
  const files = { 'own.csl': style('own'), 'other.csl': style('other') }
  expect((await buildWith('csl: own.csl', files, 'other')).article).toContain('other accessed')
})

it('if the style is missing or broken, an error says why, and nothing is written in another style', async () => {
  const missing = await buildWith('csl: gone.csl', {})
  expect(missing.messages).toMatch(/article\.md:3:\d+ +error +Missing CSL style `gone\.csl`.*style-missing/)
  expect(missing.article).toBe('')
  const broken = await buildWith('csl: own.csl', { 'own.csl': style('own').replace('</info>', '') })
  expect(broken.messages).toMatch(/own\.csl:\d+:\d+ +error .*style-broken/)
  expect(broken.article).toBe('')
})

it('a check of an article whose style is missing still finds its other mistakes', async () => {
  const text = '---\ntitle: T\ncsl: gone\n---\n\nSaid [@nobody].\n'
  const host = memoryHost({ '/paper/article.md': text }, diskHost)
  const { files } = await check({ path: '/paper/article.md', library }, host)
  const rules = files.flatMap(file => file.messages).map(({ ruleId }) => ruleId)
  expect(rules).toEqual(expect.arrayContaining(['style-missing', 'citation-unknown']))
})

it.each(['apa', 'https://www.zotero.org/styles/vancouver'])(
  '%s is a style of Offprint on any machine',
  async name => {
    const { article, messages } = await buildWith(`author: A. Lee\ncsl: ${name}`, {})
    expect(messages).toBe('')
    expect(article).toContain('Said')
  },
)

it('a locale in the folder of the style is used', async () => {
  const files = { 'own.csl': style('own'), 'locales-cs-CZ.xml': locale }
  const { article, messages } = await buildWith('csl: own.csl\nlang: cs', files)
  expect(article).toContain('own viděno')
  expect(messages).not.toContain('locales-')
})

it('a style that stops the CSL engine gives one message, and the works are listed in plain words', async () => {
  const stopping = style('own').replace(
    /<bibliography>.*<\/bibliography>/,
    '<bibliography second-field-align="flush"><layout><text variable="title"/><text variable="title" display="block"/></layout></bibliography>',
  )
  for (const time of [1, 2]) {
    const { article, messages } = await buildWith('author: A. Lee\ncsl: own.csl', { 'own.csl': stopping })
    expect(messages, `time ${time}`).toMatch(
      /^own\.csl +error +Unexpected rules .*Level mismatch.*style-broken\n.*\n?$/,
    )
    expect(article).toContain('B, n.d.')
  }
  const other = await buildWith('', {})
  expect(other.messages).toBe('')
})
