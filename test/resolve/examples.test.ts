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

test('the name of an example may look like the id of an equation or a figure', async () => {
  const { html, messages } = await buildArticle({
    'article.md':
      '(@eq-model) $x = y$\n(@fig-b) Two\n\nAs in Equation @eq-model and (@fig-b), not @eq-other.\n',
  })
  expect(html).toContain('As in Equation 1 and (2), not')
  expect(messages.filter(line => !line.startsWith(' '))).toEqual([expect.stringContaining('@eq-other')])
})
