/** Layout nudges: the author's wishes for the layout become data attributes in the HTML of the article. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

async function build(text: string, style?: string) {
  const { html, messages, article } = await buildArticle({ 'article.md': text, 'a.svg': image }, style)
  const body = /<div class="text">\s*(.*?)\s*<\/div>\s*<\/article>/s.exec(html)?.[1] ?? ''
  return { body: body.replaceAll('\u00A0', ' '), messages, article }
}

/** The data attributes of the first figure, sorted by name: `placement="top" span="column"`. */
async function figureData(text: string): Promise<string> {
  const { body, messages } = await build(text)
  expect(messages).toEqual([])
  const tag = /<figure[^>]*>/.exec(body)?.[0] ?? ''
  return [...tag.matchAll(/data-((?!continued)\S+="[^"]*")/g)]
    .map(match => match[1])
    .toSorted()
    .join(' ')
}

describe('nudges of figures and tables', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['.none', 'span="column"'],
    ['placement=top', 'placement="top" span="column"'],
    ['placement=bottom span=page', 'placement="bottom" span="page"'],
    ['placement=here span=column', 'placement="here" span="column"'],
    ['placement=page orientation=landscape', 'orientation="landscape" placement="page" span="column"'],
    ['fig-pos="t"', 'placement="top" span="column"'],
    ['pos="!b"', 'placement="bottom" span="column"'],
    ['fig-pos=H', 'placement="here" span="column"'],
    ['fig-pos=Ht', 'placement="here" span="column"'],
    ['fig-pos=hp', 'span="column"'],
    ['fig-pos="!htbp"', 'span="column"'],
    ['placement=top fig-pos=b', 'placement="top" span="column"'],
    ['fullwidth=true', 'span="page"'],
    ['.full-width', 'span="page"'],
    ['.column-page', 'span="page"'],
    ['.column-page span=column', 'span="column"'],
  ]

  it.each(cases)('![…](…){%s} → %s', async (list, expected) => {
    expect(await figureData(`![A map.](a.svg){${list}}\n`)).toBe(expected)
  })

  it.each(cases)('::: {#fig:x %s} → %s', async (list, expected) => {
    const panels = '![Left.](a.svg)\n\n![Right.](a.svg)'
    expect(await figureData(`::: {#fig:x ${list}}\n${panels}\n:::\n`)).toBe(expected)
  })

  it.each(cases)(': Caption {%s} → %s', async (list, expected) => {
    expect(await figureData(`| a | b |\n|---|---|\n| 1 | 2 |\n\n: Numbers. {${list}}\n`)).toBe(expected)
  })

  it('three panels in a row are as wide as the page, unless the author sets `fullwidth=false`', async () => {
    const row = '![](a.svg){alt=a} ![](a.svg){alt=b} ![](a.svg){alt=c}'
    expect(await figureData(`::: {#fig:x columns=3}\n${row}\n:::\n`)).toBe('span="page"')
    expect(await figureData(`::: {#fig:x columns=3 fullwidth=false}\n${row}\n:::\n`)).toBe('span="column"')
  })

  it.each([
    ['84mm', '84mm'],
    ['75%', '75%'],
    ['300', '300px'],
  ])('width=%s of a figure, a panel, an image and a table becomes the CSS width %s', async (value, width) => {
    const { body, messages } = await build(`
![A map.](a.svg){width=${value}}

::: {#fig:x}
![Left.](a.svg){width=${value}}

![Right.](a.svg)
:::

A line with ![an image](a.svg){width=${value}} in it.

| a | b |
|---|---|
| 1 | 2 |

: Numbers. {width=${value}}
`)
    expect(messages).toEqual([])
    expect(body).toContain(`<div class="panels" style="--panels: 1; width: ${width}">`)
    expect(body.match(new RegExp(`<img [^>]* style="width: ${width}">`, 'g'))).toHaveLength(2)
    expect(body).toContain(`<table style="width: ${width}">`)
  })

  it('ignore invalid nudges and report them', async () => {
    const { body, messages } = await build('![A map.](a.svg){placement=left span=2 orientation=up pos=x}\n')
    expect(body).toContain('<figure id="figure-1" class="figure" data-span="column">')
    expect(messages.filter(line => line.endsWith('nudge-invalid'))).toHaveLength(4)
  })
})

describe('the looseness of a paragraph', () => {
  it.each([
    ['Text. {looseness=-1}', '<p data-looseness="-1">Text.</p>'],
    ['Text.\n{looseness=+1}', '<p data-looseness="1">Text.</p>'],
    ['Text. {looseness=0}', '<p data-looseness="0">Text.</p>'],
    ['Text. {looseness=2}', '<p>Text.</p>'],
    ['Text. {.wide looseness=1}', '<p>Text. {.wide looseness=1}</p>'],
    ['> Text. {looseness=1}', '<p data-looseness="1">Text.</p>'],
    ['- Text. {looseness=1}', '<li data-looseness="1">Text.</li>'],
    ['- Text. {looseness=1}\n\n- More.', '<p data-looseness="1">Text.</p>'],
    ['Text[^a].\n\n[^a]: Note. {looseness=1}', '<p data-looseness="1">Note.</p>'],
  ])('%j → %s', async (text, expected) => {
    expect((await build(text)).body).toContain(expected)
  })

  it('can be set in the abstract', async () => {
    const { html } = await buildArticle({
      'article.md': '---\nabstract: Short. {looseness=-1}\n---\n\nText.\n',
    })
    expect(html).toContain('<p data-looseness="-1">Short.</p>')
  })
})

describe('forced breaks', () => {
  it.each([
    ['\\newpage', 'page'],
    ['\\clearpage', 'page'],
    ['\\pagebreak', 'page'],
    ['{{< pagebreak >}}', 'page'],
    ['::: {.page-break}\n:::', 'page'],
    ['\\columnbreak', 'column'],
    ['::: {.column-break}\n:::', 'column'],
  ])('%j → %s', async (source, kind) => {
    const { body, messages } = await build(`One.\n\n${source}\n\nTwo.\n`)
    expect(messages).toEqual([])
    const parts = ['<p>One.</p>', `<div class="layout-break" data-break="${kind}"></div>`, '<p>Two.</p>']
    expect(body.replaceAll('\n', '')).toBe(parts.join(''))
  })
})

describe('a page break between the heading and the reference list', () => {
  it('is kept, and the heading still belongs to the list', async () => {
    const { html } = await buildArticle({
      'article.md': '---\nbibliography: r.bib\n---\n\nText [@w].\n\n# Works\n\n\\newpage\n',
      'r.bib': '@book{w, title = {W}, author = {Anna, A}, year = {2000}}',
    })
    expect(html.match(/Works/g)).toHaveLength(1)
    expect(html).toMatch(/class="references"[^>]*><h2[^>]*>Works</)
    expect(html).toContain('data-break="page"')
  })
})

describe('page references', () => {
  const targets =
    '\n![A map.](a.svg){#fig:map}\n\n![Another.](a.svg){#fig:b}\n\n::: {#fig:c}\n![](a.svg){alt=l} ![](a.svg){alt=r}\n:::\n'
  const link = (id: string, text: string) =>
    `<a href="#${id}" class="page-reference" data-page-of="${id}">${text}</a>`

  it.each([
    ['[@fig:map]{.page}', link('fig-map', 'Fig. 1')],
    ['[@fig:map; @fig:b]{.page}', `${link('fig-map', 'Figs. 1')} and ${link('fig-b', '2')}`],
    ['[-@fig:c(b)]{.page}', link('fig-c-b', '3b')],
  ])('%s becomes links to the targets', async (source, expected) => {
    const { body, messages } = await build(`See p. ${source}.\n${targets}`)
    expect(messages).toEqual([])
    expect(body).toContain(`See p. <span class="cross-references">${expected}</span>.`)
  })

  it('keep the other words in the brackets', async () => {
    const { body } = await build(`A map [on page @fig:map]{.page}.\n${targets}`)
    const reference = `<span class="cross-references">${link('fig-map', 'Fig. 1')}</span>`
    expect(body).toContain(`<span class="page">on page ${reference}</span>`)
  })

  it('are marked and reported if their target does not exist', async () => {
    const { body, messages } = await build(`See p. [@fig:mpa]{.page}.\n${targets}`)
    expect(body).toContain('<mark class="problem">[@fig:mpa]{.page}</mark>')
    expect(messages.join()).toContain('reference-unresolved')
  })
})

describe('appendices', () => {
  const source = `See @sec:proofs, @sec:lemmas, [@sec:proofs; @sec:data] and @sec:methods.

# Methods {#sec:methods}

# Proofs {#sec:proofs .appendix}

## Lemmas {#sec:lemmas}

# Data {#sec:data}

# Thanks {-}
`
  const headingsOf = (body: string) =>
    [...body.matchAll(/<h\d [^>]*>(.*?)<\/h\d>/g)].map(match => match[1]?.replace(/<[^>]+>/g, ''))
  const firstLine = (body: string) => /<p>(.*?)<\/p>/.exec(body)?.[1]?.replace(/<[^>]+>/g, '')

  it('are numbered by letters, and so are their sections', async () => {
    const { body, messages, article } = await build(source)
    expect(messages).toEqual([])
    expect(headingsOf(body)).toEqual([
      '1 Methods',
      'Appendix A Proofs',
      'A.1 Lemmas',
      'Appendix B Data',
      'Thanks',
    ])
    expect(firstLine(body)).toBe('See Appendix A, Appendix A.1, Appendices A and B and Section 1.')
    expect(article.targets.get('sec-data')).toMatchObject({ kind: 'appendix', number: 'B' })
  })

  it('are numbered by letters even if the journal does not number sections', async () => {
    const { body } = await build(source, 'ijmsrp')
    expect(headingsOf(body)).toEqual(['Methods', 'Appendix A Proofs', 'Lemmas', 'Appendix B Data', 'Thanks'])
    expect(firstLine(body)).toBe('See Appendix A, Lemmas, Appendices A and B and Methods.')
  })

  it('begin at each heading that has the level of the first appendix', async () => {
    const { body } = await build('# Text\n\n## One\n\n## Proofs {.appendix}\n\n### Lemma\n\n## Data\n')
    expect(headingsOf(body)).toEqual([
      '1 Text',
      '1.1 One',
      'Appendix A Proofs',
      'A.1 Lemma',
      'Appendix B Data',
    ])
  })
})
