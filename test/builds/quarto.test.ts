/** Syntax of Quarto that pandoc does not have, from the manuscript to the page. */
import { expect, test } from 'vitest'
import { buildArticle } from '../build-article.ts'

async function built(source: string) {
  const { html, messages } = await buildArticle({ 'article.md': `---\ntitle: T\n---\n\n${source}\n` })
  const words = html
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00A0', ' ')
    .replace(/\s+/g, ' ')
  return { words, messages }
}

test('callouts with an id are numbered within their kind', async () => {
  const { words, messages } = await built(`See @nte-b, [@nte-a; @tip-a].

::: {#nte-a .callout-note}
## First
One.
:::

::: {#tip-a .callout-tip}
Two.
:::

::: {.callout-note}
Three.
:::

::: {#nte-b .callout-note}
Four.
:::`)
  expect(messages).toEqual([])
  expect(words).toContain('See Note 2, Note 1 and Tip 1.')
  expect(words).toContain('Note 1: First. One.')
  expect(words).toContain('Tip 1. Two.')
  expect(words).toContain('Note. Three.')
  expect(words).toContain('Note 2. Four.')
})

test('tables in the div of a table are its panels', async () => {
  const table = '| a | b |\n|---|---|\n| 1 | 2 |'
  const { words, messages } = await built(`See @tbl-q and @tbl-b.

::: {#tbl-q layout-ncol=2}
${table}

: Left {#tbl-a}

${table}

: Right {#tbl-b}

Both.
:::`)
  expect(messages).toEqual([])
  expect(words).toContain('See Table 1 and Table 1b.')
  expect(words).toMatch(/Table 1[:.] Both\. \(a\) Left\. \(b\) Right\./)
})

test('icons are left out and reported', async () => {
  const { words, messages } = await built('Before {{< fa brands github >}} after.')
  expect(words).toContain('Before after.')
  expect(messages).toEqual([
    'article.md:5:8  warning  Unexpected icon `{{< fa brands github >}}`, expected text  shortcode-unread',
    '    It is left out.',
  ])
})
