/** Addresses from authors and bibliographies: only web addresses become links and metadata. */
import { expect, it, test } from 'vitest'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import { renderHtml } from '../../../pipeline/render/index.ts'
import { isRor } from '../../../pipeline/values/ror.ts'
import { isEmail, isWebAddress, mailtoAddress, webAddress } from '../../../pipeline/values/web-address.ts'
import { buildArticle } from '../../build-article.ts'

const unsafe = ['javascript:alert(1)', 'data:text/html,x', '//evil.example/x', 'https://evil%ple/x']

it.each(unsafe)('%s is in no link and no metadata', async url => {
  const works = [
    { id: 'a', type: 'webpage', title: 'A', URL: url },
    { id: 'b', type: 'webpage', title: 'B', URL: 'https://example.org/b' },
  ]
  const { article, journal } = await buildArticle({
    'article.md': `---
title: T
license: {url: "${url}"}
authors:
  - name: Ada Lovelace
    affiliations: [{name: U, ror: "${url}", url: "${url}"}, {name: V, ror: "https://ror.org/04BS1PB34"}]
funding: [{source: S, id: 1, url: "${url}"}]
bibliography: a.json
---

As @a and @b say.
`,
    'a.json': JSON.stringify(works),
  })
  const page = await renderHtml({ root: articleTree(article, journal), article, journal, fonts: [] })
  const html = new TextDecoder().decode(page)
  const [, record = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  expect(record).toContain('"@id":"https://ror.org/04bs1pb34"')
  expect(record).toContain('"url":"https://example.org/b"')
  expect(record).not.toContain(url)
  expect(html.match(/<(?:a|link|meta)\b[^>]*>/g)?.filter(tag => tag.includes(url))).toEqual([])
  expect(html).not.toContain('class="license"')
})

test.each([
  ['03yrm5c26', true],
  ['05h992307', true],
  ['03yrm5c27', false],
  ['13yrm5c26', false],
  ['03yrm5c2', false],
  ['https://evil.example/x', false],
])('the ROR iD %s', (text, expected) => {
  expect(isRor(text)).toBe(expected)
})

test.each([
  ["o'neil+x@example.org", "mailto:o'neil%2Bx@example.org"],
  ['jöns@exämple.org', 'mailto:j%C3%B6ns@ex%C3%A4mple.org'],
  ['nonsense', undefined],
  ['a b@example.org', undefined],
  ['a@example.org?subject=hi', undefined],
  ['a@example.org&bcc=b', undefined],
  ['a@b@example.org', undefined],
])('the e-mail address %s', (text, address) => {
  expect(isEmail(text) ? mailtoAddress(text) : undefined).toBe(address)
})

test.each([
  ['www.example.org', 'https://www.example.org'],
  ['doi:10.1000/x', 'https://doi.org/10.1000/x'],
  ['http://example.org/a', 'http://example.org/a'],
  ['https:example.org', undefined],
  ['example.org', undefined],
  ['http://:80', undefined],
])('the web address %s', (text, address) => {
  const read = webAddress(text)
  expect(isWebAddress(read) ? read : undefined).toBe(address)
})
