/** Results of the whole stage that no single file of it decides. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../build-article.ts'
import { references, withText } from './five-works.ts'

/** The first paragraph of the text, as a reader sees it. */
async function paragraph(text: string, style?: string): Promise<string> {
  const { html } = await buildArticle(withText(text), style)
  const words = /<div class="text">\s*<p>(.*?)<\/p>/s.exec(html)?.[1] ?? ''
  return words.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')
}

describe('citations', () => {
  it.each([
    ['Snow [@w1].', 'Snow [1].'],
    ['Snow [@w1; @w2].', 'Snow [1], [2].'],
    ['Snow [@w1; @w2; @w3; @w5].', 'Snow [1]–[4].'],
    ['Snow [@w5; @w4; @w1], ice [@w2; @w1; @w5].', 'Snow [1]–[3], ice [1], [3], [4].'],
    ['Snow [@w2] and ice [@w1; @w2].', 'Snow [1] and ice [1], [2].'],
    ['Snow [@w1, pp. 33-35].', 'Snow [1, pp. 33–35].'],
  ])('in brackets: %s', async (text, expected) => {
    expect(await paragraph(text)).toBe(expected)
  })

  it.each([
    ['Snow [@w1].', 'Snow.1'],
    ['Snow [@w1; @w2], and ice.', 'Snow,1,2 and ice.'],
    ['Snow [@w1; @w2; @w3] melts.', 'Snow1-3 melts.'],
    ['*Snow* [@w1].', 'Snow.1'],
  ])('as raised marks after the punctuation: %s', async (text, expected) => {
    expect(await paragraph(text, 'ijmsrp')).toBe(expected)
  })

  it('links each work to its entry', async () => {
    const { html } = await buildArticle(withText('Snow [@w1; @w2; @w3].'))
    expect([...html.matchAll(/href="#(ref-[^"]+)"/g)].map(match => match[1])).toEqual(['ref-w1', 'ref-w3'])
  })

  it('does not link a page as a work', async () => {
    const { html } = await buildArticle(withText('Snow [@w1, p. 1].'))
    expect(html.match(/href="#ref-w1"/g)).toHaveLength(1)
  })

  it('are numbered in reading order: abstract, text, notes at their marks', async () => {
    const { article } = await buildArticle({
      'article.md':
        '---\ntitle: T\nabstract: Of ice [@w3].\nbibliography: refs.bib\n---\n\nOne[^n], two [@w1].\n\n[^n]: Note [@w2].\n',
      'refs.bib': references,
    })
    expect(article.bibliography.map(entry => entry.key)).toEqual(['w3', 'w2', 'w1'])
  })
})

it('makes a plain text of the title: characters of formulas, and no notes', async () => {
  const { article } = await buildArticle({
    'article.md': '---\ntitle: A `fast` $\\nabla u$^[Paid.]\n---\n\nText.\n',
  })
  expect(article.plainTitle).toBe('A fast ∇u')
})

it('prints the checkboxes of tasks as characters', async () => {
  const { html } = await buildArticle({ 'article.md': '- [x] done\n- [ ] to do\n' })
  expect(html.replace(/<[^>]+>/g, '')).toMatch(/☒ done\s+☐ to do/)
  expect(html).not.toContain('<input')
})

describe('lists', () => {
  it('keep the style of their numbers', async () => {
    const { html } = await buildArticle({ 'article.md': 'c)  x\nd)  y\n' })
    expect(html).toContain('<ol start="3" class="list lower-alpha parenthesis">')
  })
})

describe('phrases', () => {
  it('become their own elements', async () => {
    const { html } = await buildArticle({
      'article.md':
        '[a]{.mark} <kbd>b</kbd> <abbr title="T">c</abbr> <span lang="fr" dir="ltr">d</span> x^2^\n',
    })
    expect(html).toContain('<mark class="mark">a</mark> <kbd class="kbd">b</kbd> ')
    expect(html).toContain(
      '<abbr class="abbr" title="T">c</abbr> <span lang="fr" dir="ltr">d</span> x<sup>2</sup>',
    )
  })
})

describe('bibliographies', () => {
  const bib = '@book{one, title = {One}, author = {Author, Anna}, year = {2001}}'

  it('beside the manuscript are used if none is named', async () => {
    const { article, messages } = await buildArticle({
      'article.md': 'Text [@one].\n',
      'a.bib': bib,
      'b.bib': bib,
    })
    expect(article.bibliography).toHaveLength(1)
    expect(messages).toEqual([])
  })

  it('may be in the front matter', async () => {
    const { html } = await buildArticle({
      'article.md':
        '---\nreferences:\n  - {id: one, type: book, title: One, issued: 2001, author: [{family: Author, given: Anna}]}\n---\n\nText [@one].\n',
    })
    expect(html).toMatch(/Author.*One.*2001/s)
  })
})
