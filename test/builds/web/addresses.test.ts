/** Addresses from authors and bibliographies: only web addresses become links and metadata. */
import { expect, it } from 'vitest'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import { renderHtml } from '../../../pipeline/render/index.ts'
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
