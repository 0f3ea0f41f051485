/** Links to headings by their text. */
import { expect, test } from 'vitest'
import { buildArticle } from '../build-article.ts'

test('the text of a heading in brackets links to it, unless the label is defined', async () => {
  const { html, messages } = await buildArticle({
    'article.md':
      '# The *methods*\n\n# Results\n\n[the methods], [Results][], [x][results], \\[Results], [Results\\], [none], [y].\n\n[y]: #results\n',
  })
  expect(html).toContain('<a href="#the-methods">the methods</a>, <a href="#results">Results</a>, ')
  expect(html).toContain('<a href="#results">x</a>, [Results], [Results], [none], <a href="#results">y</a>.')
  expect(messages).toEqual([])
})
