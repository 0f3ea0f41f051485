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

it.each([
  [
    '10^5^ grains of CO~2~ in *E. coli*',
    '10<sup>5</sup> grains of CO<sub>2</sub> in <em>E. coli</em>',
    '10⁵ grains of CO₂ in E. coli',
  ],
  ['The 1^er^ day', 'The 1<sup>er</sup> day', 'The 1er day'],
])('keeps raised and lowered text of the title %s', async (title, cited, plain) => {
  const { html, article } = await buildArticle({
    'article.md': `---\ntitle: ${title}\nauthor: Ada Lovelace\ndate: 2020-01-01\n---\n\nText.\n`,
  })
  expect(
    /How to cite[\s\S]*?<\/p>/.exec(html)?.[0].replaceAll('<i>', '<em>').replaceAll('</i>', '</em>'),
  ).toContain(cited)
  expect(article.plainTitle).toBe(plain)
})
