/** An article that names no journal is set in `article`, which says nothing that only a journal could say. */
import { expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/index.ts'
import { library } from '../build-article.ts'

async function html(frontMatter: string): Promise<{ readonly page: string; readonly messages: string[] }> {
  const files = {
    '/paper/paper.md': `---\ntitle: Words\nauthor: Ann Doe\n${frontMatter}---\n\n# First\n\nText.\n`,
  }
  const host = { ...memoryHost(files, diskHost), write: async () => {} }
  const result = await build({ path: '/paper', library, formats: ['html'], output: '/out' }, host)
  const page = new TextDecoder().decode(result.outputs.get('paper.html'))
  const [, body = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(page) ?? []
  return { page: body, messages: result.files.flatMap(file => file.messages.map(String)) }
}

it('an article without dates, rights and journal has none', async () => {
  const { page, messages } = await html('')
  expect(messages).toEqual([])
  expect(page).toContain('Words')
  expect(page).not.toMatch(/masthead|copyright|©|Published|Transactions|class="dates"/)
})

it('what the author gives is printed', async () => {
  const { page } = await html(
    'date: 2026-05-04\ncopyright: {holder: Ann Doe, year: 2026}\nlicense: CC-BY-4.0\ndoi: 10.1234/abcd\n',
  )
  expect(page).toContain('<time datetime="2026-05-04">4 May 2026</time>')
  expect(page).toContain('© 2026 Ann Doe')
  expect(page).toContain('https://doi.org/10.1234/abcd')
})

it('a journal is named by its folder beside the manuscript', async () => {
  const { messages } = await html('style: ./mine\n')
  expect(messages.join()).toContain('Missing journal style `mine`')
})
