/** Floats of kinds that the author defined have their own words and numbers. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const front = `---
title: T
crossref:
  custom:
    - kind: float
      key: suppfig
      latex-env: suppfig
      reference-prefix: Figure S
      space-before-numbering: false
      latex-list-of-description: Supplementary Figure
    - kind: float
      key: vid
      caption-prefix: Video film
      reference-prefix: Video
---
`

async function build(text: string) {
  const { html, messages } = await buildArticle({
    'article.md': `${front}\n${text}\n`,
    'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
  })
  const words = html.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')
  return { html, messages, words: words.replace(/\s+/g, ' ') }
}

describe('floats of an own kind', () => {
  it('are numbered beside the figures', async () => {
    const { words, messages } = await build(`See @fig-main, @suppfig-one, @suppfig-two and @vid-a now.

![Main](a.svg){#fig-main}

# Supplement

::: {#suppfig-one}

![](a.svg){alt="A"}

First one

:::

![Second one](a.svg){#suppfig-two}

::: {#vid-a}
Text of the film.

Its caption.
:::`)
    expect(messages).toEqual([])
    expect(words).toContain('See Fig. 1, Figure S1, Figure S2 and Video 1 now.')
    expect(words).toContain('Fig. 1. Main')
    expect(words).toContain('Figure S1. First one')
    expect(words).toContain('Figure S2. Second one')
    expect(words).toMatch(/Text of the film\.\s*Video film 1\. Its caption\./)
  })

  it.each([
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |\n\n: A caption {#suppfig-x}'],
    ['a div with a table', '::: {#suppfig-x}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nA caption\n\n:::'],
    ['code', '```{.r #suppfig-x caption="A caption"}\nx <- 1\n```'],
    ['panels', '::: {#suppfig-x layout-ncol=2}\n![P](a.svg){#suppfig-p}\n\n![Q](a.svg)\n\nA caption\n:::'],
  ])('may be %s', async (_, source) => {
    const { words, messages } = await build(`See @suppfig-x now.\n\n${source}`)
    expect(messages).toEqual([])
    expect(words).toContain('See Figure S1 now.')
    expect(words).toMatch(/Figure S1\. (?:\(a\) P\. \(b\) Q\. )?A caption/)
  })

  it('have panels with letters', async () => {
    const { words } = await build(
      'See @suppfig-p now.\n\n::: {#suppfig-x}\n![P](a.svg){#suppfig-p}\n\n![Q](a.svg)\n\nA caption\n:::',
    )
    expect(words).toContain('See Figure S1a now.')
  })

  it('are reported if they lack their words', async () => {
    const { messages } = await buildArticle({
      'article.md': '---\ntitle: T\ncrossref:\n  custom:\n    - kind: float\n      key: vid\n---\n\nText.\n',
    })
    expect(messages.join()).toMatch(/article\.md:5.*reference-prefix.*front-matter-invalid/)
  })
})

describe('the lines of rxiv-maker', () => {
  it('below an image or above a table are its caption', async () => {
    const { words, messages } = await build(`See @fig:one, @sfig:extra and @stable:conf.

![](a.svg)
{#fig:one tex_position="t" width="\\textwidth"} **Title of it.** Panels with $x$.

![](a.svg)
{#sfig:extra} **More.** Text.

{#stable:conf} **Configuration.**

| a | b |
|---|---|
| 1 | 2 |`)
    expect(messages).toEqual([])
    expect(words).toContain('See Fig. 1, Figure S1 and Table S1.')
    expect(words).toContain('Fig. 1. Title of it. Panels with ')
    expect(words).toContain('Figure S1. More. Text.')
    expect(words).toContain('Table S1. Configuration.')
    expect(words).not.toContain('{#')
  })
})

describe('the id of a table', () => {
  it('makes an image a table', async () => {
    const { words, messages } = await build(
      'See @tbl-x and @tbl-y now.\n\n![Scanned](a.svg){#tbl-x}\n\n| a |\n|---|\n| 1 |\n\n: Typed {#tbl-y}',
    )
    expect(messages).toEqual([])
    expect(words).toContain('See Table 1 and Table 2 now.')
    expect(words).toMatch(/Table 1[.:]? Scanned/)
  })
})
