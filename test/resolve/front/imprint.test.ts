/** The lines that a journal prints about an article. */
import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

describe('the imprint', () => {
  it('prints the metadata in the form of the journal', async () => {
    const { article } = await buildArticle(
      {
        'article.md': `---
title: Ice
authors: [Ada Lovelace, Charles Babbage]
volume: 2
issue: 1
pages: 54-55
dates: {received: 2015-02-15, published: 2015-03-31}
---

Text.
`,
      },
      'ijmsrp',
    )
    const { howToCite, dates, copyright, furniture } = article.imprint
    expect(textOf({ type: 'root', children: [...howToCite] })).toBe(
      'Lovelace A, Babbage C. Ice. Inter J Medical Sci Res Prac 2015;2(1):54-55.',
    )
    expect(dates.map(({ label, text }) => `${label} ${text}`)).toEqual([
      'Received: 15 Feb 2015',
      'Published: 31 Mar 2015',
    ])
    expect(copyright).toContain('© 2015')
    expect(furniture.right['head-right']).toBe('Lovelace and Babbage: Ice')
    expect(furniture.right['foot-right']).toBe('{page}')
  })

  it('leaves out lines for which the metadata are missing', async () => {
    const { article } = await buildArticle({ 'article.md': 'Text alone.\n' }, 'ijmsrp')
    expect(article.imprint.howToCite).toEqual([])
    expect(article.imprint.dates).toEqual([])
    expect(article.imprint.copyright).toBe('')
  })
})
