/** Headings with links to themselves, of which the outline and the text of the headings know nothing. */
import { expect, it } from 'vitest'
import { pageOf } from './page-of.ts'

const text = `---
title: T
lang: en
funding: None.
---

# One {#sec:one}

Text.^[A note.]

## Two *words*

![A](a.svg){#fig:a}

::: {.callout-note}
## A box

Text.
:::
`

it('lead to each heading, once, and have a name but no text', async () => {
  const html = await pageOf({ 'article.md': text })
  const headings = [...html.matchAll(/<h[2-6][ >].*?<\/h[2-6]>/g)].map(([heading]) => heading)
  const links = headings.map(heading => heading.match(/<a class="anchor".*?<\/a>/g)?.join() ?? '')
  const link = (id: string) => `<a class="anchor" href="#${id}" aria-label="Link to this section"></a>`
  expect(links).toEqual([
    link('sec-one'),
    link('two-words'),
    link('offprint-funding'),
    link('offprint-notes'),
  ])
  for (const id of html.matchAll(/class="anchor" href="#([^"]*)"/g)) expect(html).toContain(` id="${id[1]}"`)
})

it('are not in the outline, which has the declarations and the notes', async () => {
  const html = await pageOf({ 'article.md': text })
  const [outline = ''] = /<nav class="outline-place".*?<\/nav>/.exec(html) ?? []
  expect(
    [...outline.matchAll(/<a href="(#[^"]*)">([^<]*)</g)].map(([, href, words]) => [href, words]),
  ).toEqual([
    ['#sec-one', '1 One'],
    ['#two-words', '1.1 Two words'],
    ['#offprint-funding', 'Funding'],
    ['#offprint-notes', 'Notes'],
  ])
})
