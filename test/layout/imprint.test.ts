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

it('leaves out a heading of the template whose slots are empty', async () => {
  const heading =
    '<div><p>Rights</p><div><slot name="license"></slot></div><slot name="copyright"></slot></div>'
  const facts = `${heading}<p>Open access</p>${slot('editors')}`
  const { html } = await buildArticle({ 'article.md': article }, slots(facts))
  expect(html).not.toContain('Rights')
  expect(html).toContain('Open access')
  const licensed = article.replace('ethics:', 'license: CC BY 4.0\nethics:')
  expect((await buildArticle({ 'article.md': licensed }, slots(facts))).html).toMatch(/Rights.*CC BY 4\.0/)
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

it('prints lines of the template with values of the article, and leaves out those without values', async () => {
  const line = (text: string) => `<slot name="line" text="${text}"></slot>`
  const facts = [
    line('Volume {volume}[, number {issue}]'),
    line('{journal} &amp; more'),
    `<div class="issue-box"><b>Pages</b>${line('[Pages {page-range}]')}</div>`,
  ].join('')
  const volume = article.replace('ethics:', 'volume: 7\nethics:')
  const { html, messages } = await buildArticle({ 'article.md': volume }, slots(facts))
  expect(messages).toEqual([])
  expect(html).toContain(
    '<aside class="side"><p class="data-line">Volume 7</p><p class="data-line">Facts &#x26; more</p></aside>',
  )
  expect(html).not.toContain('issue-box')
})
