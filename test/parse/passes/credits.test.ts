/** Credits and licences of images, tables and code that have no caption. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const dot =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><circle cx="5" cy="5" r="4"/></svg>'

it.each([
  ['A ![dot](dot.svg){credit="Jane Doe"} in a line.', 'credit'],
  ['| a | b |\n|---|---|\n| ![dot](dot.svg){license=cc0} | d |', 'license'],
  ['```{.python credit="Jane Doe"}\nx\n```', 'credit'],
  [
    '::: {#fig:x}\n::: {#fig:x-a}\n![A](dot.svg){credit="Jane Doe"} ![B](dot.svg)\n:::\n![C](dot.svg)\n:::',
    'credit',
  ],
])('a credit is reported if no caption can print it: %s', async (markdown, key) => {
  const { messages } = await buildArticle({ 'article.md': `${markdown}\n`, 'dot.svg': dot })
  const unprinted = messages.filter(line => line.endsWith('credit-unprinted'))
  expect(unprinted).toHaveLength(1)
  expect(unprinted[0]).toMatch(/^article\.md:\d+:\d+ /)
  expect(unprinted[0]).toContain(`Unexpected \`${key}\` where no caption can print it`)
})
