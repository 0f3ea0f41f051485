/** Facts about an article in slots of their own: editors, reviewers, links, and single declarations. */
import { expect, it } from 'vitest'
import { buildArticle } from '../build-article.ts'

const article = `---
title: Facts
editor: Greta Halloran
reviewers: ["@weir", Jonas Pereira]
repository: https://example.org/weir
archive: 10.5281/zenodo.1
funding-statement: |
  Paid by the **Fund**.

  And by nobody else.
data-availability: "- in the archive"
ethics: No animals.
---

Text.
`
const slots = (facts: string) => ({
  'journal.yml': 'extends: base\ntitle: Facts\ncsl: transactions\n',
  'article.html': `<main class="article"><article><header class="title-block" data-span="page">
<slot name="title"></slot><slot name="subtitle"></slot><slot name="authors"></slot>
<slot name="affiliations"></slot><slot name="author-notes"></slot></header>
<aside class="side">${facts}</aside>
<div class="text"><slot name="abstract"></slot><slot name="keywords"></slot>
<slot name="translated-abstracts"></slot><slot name="summaries"></slot><slot name="body"></slot>
<div class="declarations"><slot name="declarations"></slot></div>
<slot name="notes"></slot><slot name="references"></slot></div></article></main>`,
})
const slot = (name: string) => `<slot name="${name}"></slot>`

it('names editors, reviewers and the addresses of the software', async () => {
  const facts = ['editors', 'reviewers', 'links'].map(slot).join('')
  const { html, messages } = await buildArticle({ 'article.md': article }, slots(facts))
  expect(messages).toEqual([])
  expect(html).toContain('<p class="editors"><span class="label">Editor:</span> Greta Halloran</p>')
  expect(html).toContain(
    '<p class="reviewers"><span class="label">Reviewers:</span> @weir, Jonas Pereira</p>',
  )
  expect(html).toContain(
    '<section class="links"><p class="label">Software</p><ul><li><a href="https://example.org/weir">Repository</a></li>' +
      '<li><a href="https://doi.org/10.5281/zenodo.1">Archive</a></li></ul></section>',
  )
})

it('prints a date with a slot of its own apart from the others', async () => {
  const dated = article.replace(
    'ethics:',
    'received: 2026-01-02\naccepted: 2026-02-03\ndate: 2026-03-04\nethics:',
  )
  const { html } = await buildArticle({ 'article.md': dated }, slots(slot('accepted') + slot('dates')))
  const text = html.replace(/<[^>]+>/g, '')
  expect(html).toMatch(/<p class="dates"><span class="date"><span class="label">Accepted:<\/span> [^;]*<\/p>/)
  expect(text).toMatch(/Accepted: 3 Feb 2026\s*Received: 2 Jan 2026; Published: 4 Mar 2026/)
  expect(text.match(/Accepted/g)).toHaveLength(1)
})

it('takes a declaration with a slot of its own out of the others', async () => {
  const { html, messages } = await buildArticle(
    { 'article.md': article },
    slots(`${slot('funding')}${slot('data-availability')}${slot('consent')}`),
  )
  expect(messages).toEqual([])
  expect(html).toMatch(
    /<div class="fact funding">\s*<p><span class="label">Funding<\/span> Paid by the <strong>Fund<\/strong>/,
  )
  // A list has its label above it.
  expect(html).toMatch(/<span class="label">Data availability<\/span><\/p>\s*<ul/)
  expect(html.match(/Paid by the|in the archive/g)).toHaveLength(2)
  expect(html).toMatch(/class="declaration ethics"/)
  expect(html).not.toMatch(/class="declaration (funding|data-availability)"|fact consent/)
})
