/** Words for locators in articles of several languages; dashes; commas; keys beside addresses. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const bib =
  '@book{a, author = {Doe, Jane}, title = {Alpha}, publisher = {P}, year = 2001}\n@book{b, author = {Roe, Max}, title = {Beta}, year = 2002}'

async function built(markdown: string, lang = 'en') {
  const text = `---\ntitle: T\nlang: ${lang}\nbibliography: refs.bib\n---\n\n${markdown}\n`
  const { html, messages } = await buildArticle({ 'article.md': text, 'refs.bib': bib }, 'preprint')
  const body = /<div class="text">.*?<\/p>/s.exec(html)?.[0] ?? ''
  return {
    text: body
      .replace(/<[^>]*>/g, '')
      .replaceAll('\u00a0', ' ')
      .trim(),
    messages,
  }
}

it.each([
  ['en', '[@a, p. 3]', '(Doe, 2001, p. 3)'],
  ['en', '[@a, S. 12]', '(Doe, 2001, S. 12)'],
  ['en', '[@a, Abb. 3 and more]', '(Doe, 2001, Abb. 3 and more)'],
  ['en', '[@a, s.v. "marl"]', '(Doe, 2001, s.v. “marl”)'],
  ['en', '[@a, s. v. marl, and more]', '(Doe, 2001, s.v. marl, and more)'],
  ['en', '[@a, pp. 12--13]', '(Doe, 2001, pp. 12–13)'],
  ['en', '[@a, 12--13, 15---16]', '(Doe, 2001, pp. 12–13, 15–16)'],
  ['en', '[@a, §§ 3--5]', '(Doe, 2001, secs. 3–5)'],
  ['en', '[@a, chap. 3, p. 12]', '(Doe, 2001, chap. 3, p. 12)'],
  ['en', '[@a, 2nd edition]', '(Doe, 2001, 2nd edition)'],
  ['de', '[@a, S. 12]', '(Doe, 2001, S. 12)'],
  ['de', '[@a, Abb. 3]', '(Doe, 2001, Abb. 3)'],
  ['de', '[@a, p. 3]', '(Doe, 2001, S. 3)'],
  ['fr', '[@a, t. 2]', '(Doe, 2001, vol. 2)'],
  ['en', '[@a, t. 2]', '(Doe, 2001, t. 2)'],
  ['en', '@a [deck 3]', 'Doe (2001, deck 3)'],
  ['en', '@a [on pages 3-11]', 'Doe (2001, on pages 3-11)'],
  ['en', '@a [(my emphasis)]', 'Doe (2001 (my emphasis))'],
  ['en', 'foo-@a, é-@a', 'foo-Doe (2001), é-Doe (2001)'],
  ['en', '-@a, (-@a)', '(2001), ((2001))'],
  [
    'en',
    'host.com/@user, https://host.com/@user and/@a',
    'host.com/@user, https://host.com/@user and/Doe (2001)',
  ],
  ['en', '@a<https://example.org/x>', 'Doe (2001)https://example.org/x'],
])('%s: %s', async (lang, markdown, text) => {
  const result = await built(markdown, lang)
  expect(result.text).toContain(text)
  expect(result.messages.join()).not.toContain('citation-unknown')
})

it('a citation in the brackets after a name belongs to the same group', async () => {
  expect((await built('@a [p. 1; see also @b, p. 2]')).text).toBe(
    'Doe (2001, p. 1; see also Roe, 2002, p. 2)',
  )
})
