/** `nocite`: works that the reference list contains although the text does not cite them. */
import { expect, test } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const bib = ['a', 'b', 'c', 'd'].map(key => `@misc{${key}, title={Work ${key}}, year=2020}`).join('\n')

test.each([
  ['nocite: "@*"', 'abcd'],
  ['nocite: |\n  @b, @c', 'bcd'],
  ['nocite: ["@a", "[@c]"]', 'acd'],
])('%j lists the works %s', async (line, listed) => {
  const text = `---\ntitle: T\nbibliography: r.bib\n${line}\n---\n\nText @d.\n\n## End\n`
  const { article, html } = await buildArticle({ 'article.md': text, 'r.bib': bib })
  const keys = article.bibliography.map(entry => entry.key)
  expect(keys.toSorted().join('')).toBe(listed)
  expect(html).not.toMatch(/<p[^>]*>\s*<\/p>|<p[^>]*><span[^>]*><\/span><\/p>/)
})

test('an unknown key in `nocite` is reported with its line', async () => {
  const text = '---\ntitle: T\nbibliography: r.bib\nnocite: "@zzz"\n---\n\nText.\n'
  const { messages } = await buildArticle({ 'article.md': text, 'r.bib': bib })
  expect(messages.join('\n')).toMatch(/article\.md:4:\d+ .*citation key `zzz`.*citation-unknown/)
})
