/** The plain texts of the title, which no other file of the stage makes. */
import { expect, it } from 'vitest'
import { buildArticle } from '../build-article.ts'

it('makes a plain text of the title: characters of formulas, and no notes', async () => {
  const { article } = await buildArticle({
    'article.md': '---\ntitle: A `fast` $\\nabla u$^[Paid.]\n---\n\nText.\n',
  })
  expect(article.plainTitle).toBe('A fast ∇u')
})
