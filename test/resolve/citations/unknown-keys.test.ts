/** Keys that the bibliography does not have. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const article = (text: string, front = 'bibliography: refs.bib') =>
  `---\ntitle: T\n${front}\n---\n\n${text}\n`
const bib = '@book{doe2001, title = {T}, author = {Doe, J.}, year = 2001}'

it('are reported up to a limit, and then counted', async () => {
  const text = Array.from({ length: 5000 }, (_, index) => `[@k${index}]`).join('\n\n')
  const { messages } = await buildArticle({ 'article.md': article(text), 'refs.bib': bib })
  const reports = messages.filter(line => line.includes('citation-unknown'))
  expect(reports).toHaveLength(51)
  expect(messages.join('\n')).toContain('in 4950 more citations')
  expect(messages.join('\n')).toContain('4950 different keys')
})

it('are reported once in a note style', async () => {
  const { messages } = await buildArticle(
    { 'article.md': article('@deo2001 says.'), 'refs.bib': bib },
    'humanities',
  )
  expect(messages.filter(line => line.includes('citation-unknown'))).toHaveLength(1)
  expect(messages.join()).toContain('`doe2001`')
})

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('are reported for `%s`', async key => {
  const { messages, html } = await buildArticle({
    'article.md': article(`A [@{${key}}] and @{${key}}.`),
    'refs.bib': bib,
  })
  expect(messages.filter(line => line.includes('citation-unknown'))).toHaveLength(2)
  expect(messages.join()).not.toContain('style-broken')
  expect(html).toContain(`@{${key}}`)
})

it('are explained by a bibliography that cannot be read', async () => {
  const broken = await buildArticle({ 'article.md': article('A [@a].'), 'refs.bib': '@book{a, title = {' })
  expect(broken.messages.join()).toContain('No work could be read from the bibliography `refs.bib`')
  const missing = await buildArticle({ 'article.md': article('A [@a].', 'lang: en') })
  expect(missing.messages.join()).toContain('The article has no bibliography')
})
