/** The maker and licence of an image, a table or code: at the end of the caption, in every edition. */
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { expect, it } from 'vitest'
import { buildArticle } from '../build-article.ts'

const dot =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><circle cx="5" cy="5" r="4"/></svg>'

async function captionOf(markdown: string, lang = 'en'): Promise<string> {
  const { html, messages } = await buildArticle({
    'article.md': `---\ntitle: Dots\nauthor: Jane Doe\nlang: ${lang}\n---\n\n${markdown}\n`,
    'dot.svg': dot,
  })
  expect(messages).toEqual([])
  let caption = ''
  visit(fromHtml(html, { fragment: true }), 'element', node => {
    if (node.tagName === 'figcaption') caption = textOf(node).replace(/^\S+ 1\. /, '')
  })
  return caption
}

it.each([
  ['![A dot.](dot.svg){credit="Jane Doe" license="CC-BY-4.0"}', 'A dot. Image: Jane Doe (CC BY 4.0).'],
  ['![A dot.](dot.svg){credit="Photo: Jane Doe"}', 'A dot. Photo: Jane Doe.'],
  ['![A dot.](dot.svg){licence=cc0}', 'A dot. Image: CC0 1.0.'],
  [
    '::: {#fig:x credit="NASA"}\n![Left](dot.svg){credit="Jane Doe"} ![Right](dot.svg){license="CC BY-SA"}\n\nBoth.\n:::',
    'Both. (a) Left. Image: Jane Doe. (b) Right. Image: CC BY-SA 4.0. Image: NASA.',
  ],
  [
    '::: {#fig:x}\n![Left](dot.svg) ![](dot.svg){alt="" credit="Jane Doe"}\n:::',
    '(a) Left. (b) Image: Jane Doe.',
  ],
  [
    '::: {#fig:x license=cc0}\n![A dot.](dot.svg){credit="Jane Doe"}\n:::',
    'A dot. Image: Jane Doe (CC0 1.0).',
  ],
  [
    ':::: {#fig:x}\n::: {#fig:x-a credit=Ann}\n```\nx\n```\n:::\n![Right.](dot.svg){credit="Jane Doe"}\n\nBoth.\n::::',
    'Both. (a) Source: Ann. (b) Right. Image: Jane Doe.',
  ],
  [
    '| a | b |\n|---|---|\n| c | d |\n\n: Words. {#tbl:a credit="World Bank" license="CC-BY-4.0"}',
    'Words. Source: World Bank (CC BY 4.0).',
  ],
  ['```{#lst:a caption="Words." license=MIT}\nx\n```', 'Words. Source: MIT License.'],
])('%s', async (markdown, expected) => {
  expect(await captionOf(markdown)).toBe(expected)
})

it('is in the language of the article', async () => {
  expect(await captionOf('![Ein Punkt.](dot.svg){credit="Jane Doe"}', 'de')).toContain('Bild: Jane Doe.')
})
