/**
 * The pipeline with the paths of Windows: an article on the drive C:, in memory, with everything that names
 * files. The functions of `host/paths.ts` are those of Windows.
 */
import { expect, it, vi } from 'vitest'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { check } from '../../pipeline/tasks/check.ts'
import { init } from '../../pipeline/tasks/init.ts'
import { findSettings } from '../../pipeline/tasks/settings/find-settings.ts'
import { readSettings } from '../../pipeline/tasks/settings/read-settings.ts'
import { library } from '../build-article.ts'

vi.mock('../../pipeline/host/paths.ts', async importOriginal => {
  const original = await importOriginal<typeof import('../../pipeline/host/paths.ts')>()
  return { ...original, ...original.pathsOf('win32') }
})

const style = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title/><id/><updated/></info><citation><layout><text value="mark"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>`
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
const journal = 'extends: base\ntitle: Mine\nlanguage: en\ncsl: csl/mine.csl\n'

const paper = (front: string) => ({
  'C:/texts/Ann Lee/paper/article.md': `---
title: A title
author: A. Lee
bibliography: refs/all.bib
${front}
---

Said [@doe]. See [@fig:one].

![One](figures/one.svg){#fig:one}

![Two](figures\\two.svg)

{{< include parts/more.md >}}
`,
  'C:/texts/Ann Lee/paper/parts/more.md': 'More words.\n\n![Three](three.svg)\n',
  'C:/texts/Ann Lee/paper/parts/three.svg': svg,
  'C:/texts/Ann Lee/paper/refs/all.bib':
    '@book{doe, author={Doe, J.}, title={Wells}, year={2001}, publisher={P}}',
  'C:/texts/Ann Lee/paper/figures/one.svg': svg,
  'C:/texts/Ann Lee/paper/figures/two.svg': svg,
  'C:/texts/Ann Lee/paper/own.csl': style,
  'C:/texts/Ann Lee/paper/mine/journal.yml': journal,
  'C:/texts/Ann Lee/paper/mine/csl/mine.csl': style,
})

async function built(path: string, front: string, wished: { style?: string; csl?: string } = {}) {
  const host = memoryHost(paper(front), diskHost)
  const options = { path, library, formats: ['html'] as const, output: 'C:/out', ...wished }
  const { outputs, files, journal: read } = await build(options, host)
  const messages = files.flatMap(file => file.messages.map(message => `${file.path}: ${message.reason}`))
  const html = [...outputs].map(([, bytes]) => new TextDecoder().decode(bytes)).join()
  return { messages, html, names: [...outputs.keys()], journal: read?.manifest.title }
}

it.each([
  ['C:\\texts\\Ann Lee\\paper', 'style: .\\mine', {}],
  ['C:/texts/Ann Lee/paper', 'style: ./mine', {}],
  ['C:\\texts\\Ann Lee\\paper\\article.md', 'style: mine', {}],
  ['C:/texts/Ann Lee/paper/article.md', 'style: transactions', { style: 'C:\\texts\\Ann Lee\\paper\\mine' }],
])(
  'a journal, its style, includes, figures and references are found: %s, %s',
  async (path, front, wished) => {
    const { messages, html, names, journal: title } = await built(path, front, wished)
    expect(messages).toEqual([])
    expect(names).toEqual(['paper.html'])
    expect(title).toBe('Mine')
    expect(html).toContain('More words.')
    expect(html).toContain('Wells')
    expect(html.match(/<figure/g)?.length).toBeGreaterThanOrEqual(3)
  },
)

it.each(['own.csl', '.\\own.csl', './own.csl', 'C:\\texts\\Ann Lee\\paper\\own.csl'])(
  'a citation style is found: %s',
  async csl => {
    const { messages, html } = await built('C:\\texts\\Ann Lee\\paper', `style: transactions\ncsl: '${csl}'`)
    expect(messages).toEqual([])
    expect(html).toContain('mark')
  },
)

it('a file outside of the manuscript is not included', async () => {
  const host = memoryHost(
    {
      'C:/texts/paper/article.md': '---\ntitle: T\n---\n\n{{< include ../secret.md >}}\n',
      'C:/texts/secret.md': 'secret',
    },
    diskHost,
  )
  const { files } = await check({ path: 'C:\\texts\\paper', library }, host)
  const rules = files.flatMap(file => file.messages).map(({ ruleId }) => ruleId)
  expect(rules).toContain('include-outside')
})

it('offprint.yml is found, and its paths are relative to it', async () => {
  const file = 'C:/texts/Ann Lee/offprint.yml'
  const host = memoryHost({ [file]: 'output: public\n', ...paper('') }, diskHost)
  expect(await findSettings('C:\\texts\\Ann Lee\\paper\\article.md', host)).toBe(file)
  const { settings } = await readSettings(file, host)
  expect(settings.output).toBe('C:/texts/Ann Lee/public')
})

it('a new article is written once', async () => {
  const host = memoryHost({}, diskHost)
  const options = {
    folder: 'C:/texts/new',
    kind: 'article',
    templates: `${library}/../templates`,
    library,
  } as const
  expect((await init(options, host)).written).toContain('article.md')
  expect((await init(options, host)).problem?.reason).toContain('nothing is overwritten')
})
