/** Attributes without an effect are reported: wishes for a look, and numbers of the author's own. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

async function messagesFor(text: string): Promise<readonly string[]> {
  const { messages } = await buildArticle({ 'article.md': `---\ntitle: T\n---\n\n${text}\n`, 'a.svg': image })
  return messages.filter(line => / {2}(?:journal-decides|number-asked)$/.test(line))
}

it('names the looks of boxes and figures once', async () => {
  const text = `::: {.callout-note collapse="true" appearance="minimal"}
Words.
:::

![A caption](a.svg){#fig-a fig-align="left"}

::: {.callout-tip collapse="true"}
Words.
:::`
  expect(await messagesFor(text)).toEqual([
    'article.md:5:1  warning  Unused `appearance`, `collapse`, `fig-align`: the journal decides about its boxes and figures  journal-decides',
  ])
})

it('is silent about what every journal does', async () => {
  const text =
    '![A caption](a.svg){#fig-a fig-align="center"}\n\n::: {.callout-note collapse="false"}\nA.\n:::'
  expect(await messagesFor(text)).toEqual([])
})

it('names the numbers of figures and headings', async () => {
  const text = '![A caption](a.svg){#fig:a label="X"}\n\n## Head {#sec:h number=7}\n\nText.'
  expect(await messagesFor(text)).toEqual([
    'article.md:5:1  warning  Unused `label=X`, `number=7`: Offprint numbers figures, tables and sections itself  number-asked',
  ])
})
