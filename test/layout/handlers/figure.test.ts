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
    ['::: {#fig:c}\n| a |\n|---|\n| 1 |\n\n![In it](a.svg)\n\nOf all.\n:::', 'Fig. 1. Of all. In it.'],
    ['::: {#fig:c}\n| a |\n|---|\n| 1 |\n\n![In it?](a.svg)\n\nOf all.\n:::', 'Fig. 1. Of all. In it?'],
    ['::: {#fig:c}\n![One](a.svg) ![Two](a.svg)\n\nOf all.\n:::', 'Fig. 1. Of all. (a) One. (b) Two.'],
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

describe('the panels of a figure', () => {
  const figure = async (attributes: string, ...panels: readonly string[]) => {
    const images = panels.map(panel => `![](a.svg){alt="" ${panel}}`).join('\n\n')
    const { html, messages } = await buildArticle({
      'article.md': `::: {#fig-x ${attributes}}\n${images}\n\nWords.\n:::\n`,
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
    })
    return { html, messages }
  }
  const tracks = (html: string) =>
    [...html.matchAll(/--tracks: ([^"]*)"/g)].map(([, text = '']) => text.match(/[\d.]+(?=fr)/g)?.map(Number))
  const widths = (html: string) =>
    [...html.matchAll(/<img[^>]*style="width: ([^"]*)"/g)].map(([, text]) => text)

  it.each([
    ['[1,2]', 2, [[1, 2]]],
    ['[[70,30],[1]]', 3, [[70, 30], [1]]],
    ['[[1,1],[1]]', 4, [[1, 1], [1], [1]]],
    ['[30,-5,30]', 2, [[30, 5, 30]]],
    [
      '[[-1,2,-1],[1,1]]',
      3,
      [
        [1, 2, 1],
        [1, 1],
      ],
    ],
    ['["40%","40%"]', 2, [[40, 40, 20]]],
    ['[1,[1,1]]', 3, [[1], [1, 1]]],
    ['[[1,1,1]]', 2, [[1, 1]]],
  ])('layout="%s" is shares of each row', async (layout, count, expected) => {
    const { html, messages } = await figure(`layout='${layout}'`, ...Array.from({ length: count }, () => ''))
    expect(messages).toEqual([])
    expect(tracks(html)).toEqual(expected)
    expect(html.match(/class="panel-gap"/g)?.length ?? 0).toBe(
      /-|%/.test(layout) ? expected.flat().length - count : 0,
    )
  })

  it.each(['[1,"wide"]', '[]', '[[-1]]', 'two', '[0,1]'])('layout="%s" is reported', async layout => {
    const { messages } = await figure(`layout='${layout}'`, '', '')
    expect(messages.join('\n')).toMatch(/article\.md:1:1 .*`layout`.*nudge-invalid/)
  })

  it.each([
    ['', ['45%', '45%'], ['90%', '90%']],
    ['layout-ncol=2', ['45%', '45%'], ['90%', '90%']],
    ['layout-ncol=2', ['50%', '80%'], ['100%', '80%']],
    ['layout-ncol=2', ['100%', '30mm'], ['100%', '30mm']],
    ['layout-ncol=1', ['60%', '60%'], ['60%', '60%']],
  ])('%s with widths of %j are of the row', async (attributes, written, expected) => {
    const { html } = await figure(attributes, ...written.map(width => `width=${width}`))
    expect(widths(html)).toEqual(expected)
  })

  it('stand in as many rows as their widths ask for', async () => {
    const { html } = await figure('', 'width=30%', 'width=30%', 'width=30%', 'width=60%')
    expect(tracks(html)).toEqual([
      [30, 30, 30],
      [20, 60, 20],
    ])
  })

  it.each([
    ['top', 'start'],
    ['center', 'center'],
    ['bottom', 'end'],
  ])('layout-valign=%s aligns them', async (value, expected) => {
    const { html } = await figure(`layout-ncol=2 layout-valign=${value}`, '', '')
    expect(html).toContain(`--panel-alignment: ${expected}`)
  })

  it('have their own text alternatives', async () => {
    const { html } = await buildArticle({
      'article.md':
        '::: {#fig-x layout-ncol=2}\n![One](a.svg){fig-alt="First"}\n\n![Two](a.svg)\n\n![](a.svg){alt=""}\n\nAll.\n:::\n',
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
    })
    expect([...html.matchAll(/<img[^>]* alt(?:="([^"]*)")?/g)].map(([, alt = '']) => alt)).toEqual([
      'First',
      'Two',
      '',
    ])
  })
})
