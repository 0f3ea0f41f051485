/** Works in the front matter: dates of pandoc's older forms, Markdown in titles. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

async function entry(work: string): Promise<string> {
  const article = `---\ntitle: T\nreferences:\n- id: a\n  type: book\n  author: {family: Doe}\n  ${work}\n---\n\nA [@a].\n`
  const { html } = await buildArticle({ 'article.md': article }, 'preprint')
  return (/<li id="ref-a".*?<\/li>/s.exec(html)?.[0] ?? '').replace(/<span class="back-links.*/s, '')
}

it.each([
  ['issued: 2010-03', 'Doe (2010)'],
  ['issued: {year: 2010}', 'Doe (2010)'],
  ['issued: [{year: 2010}, {year: 2012}]', 'Doe (2010–2012)'],
  ['issued: {literal: 13th century}', 'Doe (13th century)'],
  ['issued: [{literal: 13th century}]', 'Doe (13th century)'],
  ['issued: {date-parts: [[2010, 3]]}', 'Doe (2010)'],
  ['issued: {year: 1850, circa: true}', 'Doe (c.\u00a01850)'],
  ['issued: {raw: March 2010}', 'Doe (2010)'],
])('%s', async (work, text) => {
  expect((await entry(work)).replace(/<[^>]*>/g, '')).toContain(text)
})

it('have Markdown in their titles', async () => {
  expect(await entry('title: "On *Mus* -- a \\\\*life\\\\*"')).toContain(
    'On <span class="is-upright">Mus</span> – a *life*',
  )
})
