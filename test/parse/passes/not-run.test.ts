/** A place for the result of code is reported, wherever it is. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

it.each([
  ['Text.\n\n{{< embed notes.ipynb#fig-x >}}', 'article\\.md:3:1'],
  ['Text.\n\n```{r}\n#| label: fig-x\n#| fig-cap: Words\nplot(1)\n```', 'article\\.md:3:1'],
  [
    'Text.\n\n::: {.callout-note}\n```{r}\n#| label: fig-x\n#| fig-cap: Words\nplot(1)\n```\n:::',
    'article\\.md:4:1',
  ],
])('%j', async (source, place) => {
  const { html, messages } = await buildArticle({ 'article.md': source })
  expect(html).toContain('Code not run')
  expect(messages.join('\n')).toMatch(new RegExp(`${place} .*code-not-run`))
})
