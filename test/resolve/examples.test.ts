/** Numbered examples. */
import { expect, test } from 'vitest'
import { buildArticle } from '../build-article.ts'

test('examples are numbered through the text, and may be named', async () => {
  const { html } = await buildArticle({
    'article.md': '(@) One\n(@b) Two\n\nAs (@b) and (@c) say.\n\n(@c) Three\n',
  })
  expect(html).toContain('As (2) and (3) say.')
  expect(html).toContain('<ol start="3" class="list example parentheses">')
})
