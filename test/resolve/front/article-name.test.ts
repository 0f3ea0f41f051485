/** What an article without a title is called. */
import { describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { check } from '../../../pipeline/tasks/check.ts'
import { buildArticle, library } from '../../build-article.ts'

describe('the name of an article', () => {
  it.each([
    ['---\ntitle: A *title*\n---\n\n# Start\n', 'A title'],
    ['# Effects of *one* thing^[Note.]\n\n## Authors\n\nText.\n', 'Effects of one thing'],
    ['Text.\n', 'paper'],
  ])('%j → %s', async (text, name) => {
    expect((await buildArticle({ 'article.md': text })).article.name).toBe(name)
  })
})

describe('a missing title', () => {
  const messagesOf = async (text: string) => {
    const host = memoryHost({ '/paper/article.md': text }, diskHost)
    const { files } = await check({ path: '/paper/article.md', library, style: 'transactions' }, host)
    return files.flatMap(file => file.messages).filter(({ ruleId }) => ruleId === 'title-missing')
  }

  it('is reported at the beginning', async () => {
    const [message] = await messagesOf('# Start\n\nText.\n')
    expect([message?.line, message?.column]).toEqual([1, 1])
  })

  it('is not reported if there is one', async () => {
    expect(await messagesOf('---\ntitle: T\n---\n\nText.\n')).toEqual([])
  })
})
