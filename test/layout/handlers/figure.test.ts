/** The words of a figure: its caption and its text alternative. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

async function figureOf(markdown: string, front = 'lang: en'): Promise<{ alt: string; caption: string }> {
  const { html, messages } = await buildArticle({
    'article.md': `---\n${front}\nbibliography: a.bib\n---\n\nText.\n\n${markdown}\n`,
    'a.bib': '@book{c, title = {T}, author = {Doe, Jane}, year = {2000}}',
    'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
  })
  expect(messages).toEqual([])
  const [, caption = ''] = /<figcaption>(.*?)<\/figcaption>/s.exec(html) ?? []
  return {
    alt: /<img [^>]*?alt="([^"]*)"/.exec(html)?.[1] ?? '',
    caption: caption.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '),
  }
}

describe('a caption', () => {
  it.each([
    ['::: {#fig:c}\n| a |\n|---|\n| 1 |\n\n![In it](a.svg)\n\nOf all.\n:::', 'Fig. 1. In it. Of all.'],
    ['::: {#fig:c}\n| a |\n|---|\n| 1 |\n\n![In it?](a.svg)\n\nOf all.\n:::', 'Fig. 1. In it? Of all.'],
    ['::: {#fig:c}\n![One](a.svg) ![Two](a.svg)\n\nOf all.\n:::', 'Fig. 1. (a) One. (b) Two. Of all.'],
    ['::: {#fig:c}\n![One](a.svg) ![Two](a.svg)\n:::', 'Fig. 1. (a) One. (b) Two'],
  ])('separates its parts: %j', async (markdown, expected) => {
    expect((await figureOf(markdown)).caption).toBe(expected)
  })
})

describe('a text alternative from a caption', () => {
  it.each([
    ['has no citations in brackets, and no gap', 'As cited [@c], and here [@c].', 'As cited, and here.'],
    ['keeps the names of cited authors', 'As @c says', 'As Doe says'],
    ['has no notes', 'A map.^[Of old.]', 'A map.'],
    ['has no markup', 'A *map* of `x`', 'A map of x'],
    ['has Greek letters', String.raw`$\alpha$ and $\beta_1$`, 'α and β₁'],
    ['has powers', String.raw`$x^2$, $10^{-3}\,\mathrm{m}$ and $x^n$`, 'x², 10⁻³ m and x^n'],
    ['has fractions and roots', String.raw`$\frac{a+b}{c}$, $\sqrt{2}$`, '(a+b)/c, √2'],
    ['has sums', String.raw`$\sum_{i=1}^n x_{i}$`, '∑_(i=1)^n x_i'],
    ['has accents and primes', String.raw`$\hat{x}$, $f'$`, 'x̂, f′'],
  ])('%s', async (_, caption, alt) => {
    expect((await figureOf(`![${caption}](a.svg){#fig:a}`)).alt).toBe(alt)
  })

  it('is not used if the author wrote an alternative', async () => {
    expect((await figureOf('![A map](a.svg){#fig:a alt="$x^2$ drawn"}')).alt).toBe('$x^2$ drawn')
  })
})
