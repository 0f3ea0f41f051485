/** Supplementary notes of rxiv-maker are sections that references name. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../../build-article.ts'

it('have a heading, and the words after it are text', async () => {
  const { html, messages } = await buildArticle({
    'article.md': `---
title: T
---

See @snote:model and @snote:data.

{#snote:model} **The model.** It has *two* parts.

{#snote:data} **The data**

More words.
`,
  })
  const words = html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
  expect(html).toMatch(/<h2 id="snote-model">The model<\/h2>/)
  expect(words).toContain('See The model and The data.')
  expect(html).toContain('It has <em>two</em> parts.')
  expect(html).not.toContain('{#')
  expect(messages).toEqual([])
})
