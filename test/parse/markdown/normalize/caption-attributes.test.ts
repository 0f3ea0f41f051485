/** Captions in the attributes of divs are read as Markdown, and no word of the div becomes a caption. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../../build-article.ts'

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

it.each([
  ['::: {#fig-x fig-cap="A *plot* of [@a]"}\nWords.\n:::', 'Words. Fig. 1. A plot of [1]'],
  ['::: {#fig-x fig-cap="A *plot*"}\n![](a.svg)\n:::', 'Fig. 1. A plot'],
  ['::: {#fig-x fig-cap="A *plot*"}\n```\ncode\n```\n\nWords.\n:::', 'code Words. Fig. 1. A plot'],
  ['::: {#tbl-x tbl-cap="A *table*"}\n| a | b |\n|---|---|\n| 1 | 2 |\n:::', 'Table 1. A table'],
  ['::: {#sfig-x fig-cap="A *plot*"}\n![](a.svg)\n:::', 'Figure S1. A plot'],
  ['::: {.callout-note}\n::: {#fig-x fig-cap="Inner"}\nWords.\n:::\n:::', 'Fig. 1. Inner'],
])('%s', async (div, text) => {
  const { html } = await buildArticle({
    'article.md': `---
title: T
references: [{id: a, type: book, title: Ice, author: [{family: Doe}], issued: 2001}]
---

See @${/#(\S+) /.exec(div)?.[1]} now.

${div}
`,
    'a.svg': image,
  })
  const words = html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00A0]+/g, ' ')
  expect(words.replace(/ (?=[.,\]])|(?<=\[) /g, '')).toContain(text)
  expect(html.replaceAll('\u00A0', ' ')).toMatch(/>(?:Fig\.|Table|Figure) S?1<\/a>/)
})
