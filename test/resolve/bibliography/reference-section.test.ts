/** The heading at the end of the text, under which the list of references is printed. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const front = '---\ntitle: T\nreferences:\n  - {id: a, type: book, title: Leaves, issued: 2020}\n---\n\n'

it('an empty last heading of other words is the title of the list, as in pandoc', async () => {
  const { article } = await buildArticle({ 'article.md': `${front}Text [@a].\n\n# Sources and data\n` })
  expect(article.referenceLists.map(({ heading }) => heading)).toEqual(['Sources and data'])
})
