/** The head of the article: authors with their marks. */
import { expect, it } from 'vitest'
import { buildArticle } from '../build-article.ts'

async function authors(names: readonly string[]): Promise<string> {
  const list = names.map(name => `  - name: ${name}\n    affiliation: A\n`).join('')
  const { html } = await buildArticle({ 'article.md': `---\ntitle: T\nauthor:\n${list}---\n\nText.\n` })
  return /<p class="authors">(.*?)<\/p>/s.exec(html)?.[1] ?? ''
}

it('the comma after an author belongs to the author', async () => {
  const html = await authors(['Ada Rao', 'Jun Wells'])
  expect(html).toMatch(
    /^<span class="author"><span class="author-name">Ada Rao<\/span>.*,<\/span> <span class="author">/,
  )
  expect(html).toMatch(/[^,]<\/span>$/)
})

it('a long name may be divided after a word with a capital, but not before its last word', async () => {
  const spaces = async (name: string) =>
    (await authors([name]))
      .replaceAll('<span class="author-space"> </span>', '|')
      .match(/author-name">([^<]*)</)?.[1]
  expect(await spaces('Ada Rao')).toBe('Ada Rao')
  expect(await spaces('James E. Tate')).toBe('James E. Tate')
  expect(await spaces('Maximiliane Tilda van der Brakel')).toBe('Maximiliane|Tilda|van der Brakel')
  expect(await spaces('J. R. R. Tolkien')).toBe('J. R. R. Tolkien')
  expect(await spaces('Maria Luisa Fernandez de Cordoba')).toBe('Maria|Luisa|Fernandez|de Cordoba')
})

it('each keyword is an element', async () => {
  const { html } = await buildArticle({
    'article.md': '---\ntitle: T\nkeywords: [mud, "*Mya* beds"]\n---\n\nText.\n',
  })
  expect(html).toContain(
    '<span class="keyword">mud</span>, <span class="keyword"><em>Mya</em> beds</span></p>',
  )
})

it('a title block with the address of the corresponding author has no second line about them', async () => {
  const article = (more: string) => ({
    'article.md': `---\ntitle: T\nauthor:\n  - name: Ada Rao\n    email: a@example.org\n    corresponding: true\n${more}---\n\nText.\n`,
  })
  const submission = await buildArticle(article(''), 'submission')
  expect(submission.html).toContain('<p class="label">Correspondence:</p><p>Ada Rao.')
  expect(submission.html.match(/Corresponding author/g)).toBeNull()
  expect(submission.html.match(/>a@example.org</g)).toHaveLength(1)
  const transactions = await buildArticle(article(''), 'transactions')
  expect(transactions.html).toContain('Corresponding author: a@example.org')
  expect(transactions.html).not.toMatch(/<h\d[^>]*>Correspondence/)
})
