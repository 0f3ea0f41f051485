/** Notes below figures and tables in apaquarto: the attribute or option `apa-note`. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../../build-article.ts'

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'
const table = '| a |\n|---|\n| 1 |'

async function captionOf(source: string): Promise<string> {
  const { html } = await buildArticle({ 'article.md': `${source}\n`, 'a.svg': image })
  return (/<figcaption>(.*?)<\/figcaption>/s.exec(html)?.[1] ?? '').replace(/<span.*?<\/span> /, '')
}

describe('the note of a float', () => {
  it.each([
    ['![A map.](a.svg){#fig-a apa-note="North is *up*."}', 'A map. North is <em>up</em>.'],
    ['![](a.svg){#fig-a apa-note="North is up." alt="x"}', 'North is up.'],
    ['::: {#fig-a apa-note="In a div."}\n\n![](a.svg)\n\nA map.\n:::', 'A map. In a div.'],
    [`${table}\n\n: Fish. {#tbl-a apa-note="$M$ is the mean."}`, 'Fish. '],
    [`::: {#tbl-a apa-note="In a div."}\n\n${table}\n\nFish.\n:::`, 'Fish. In a div.'],
    ['```{r}\n#| label: tbl-a\n#| tbl-cap: Fish.\n#| apa-note: Not many.\nx\n```', 'Fish. Not many.'],
    [
      '```{r}\n#| label: fig-a\n#| fig-cap: A map.\n#| apa-note: North is up.\nplot(x)\n```',
      'A map. North is up.',
    ],
  ])('ends its caption: %j', async (source, expected) => {
    expect(await captionOf(source)).toContain(expected)
  })
})
