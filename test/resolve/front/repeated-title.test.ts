/** The title again as the first heading. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

it.each([
  ['# The *long* walk\n\nText.', 1],
  ['# The Long Walk.\n\n## Start\n\nText.', 1],
  ['<!-- note -->\n\n# The long walk\n\nText.', 1],
])('is printed once: %j', async (text, count) => {
  const { html, messages } = await buildArticle({ 'article.md': `---\ntitle: The long walk\n---\n\n${text}` })
  expect(html.match(/long.{0,5} walk/gi)?.length).toBe(count)
  expect(messages.join('\n')).toMatch(/article\.md:\d+:1 .*title-repeated/)
})

it.each([
  '# The long walk home\n\nText.',
  'Text.\n\n# The long walk\n\nText.',
  '# The long walk {#walk}\n\nText.',
])('any other heading stays: %j', async text => {
  const { messages, html } = await buildArticle({ 'article.md': `---\ntitle: The long walk\n---\n\n${text}` })
  expect(messages).toEqual([])
  expect(html.match(/long walk/g)?.length).toBe(2)
})
