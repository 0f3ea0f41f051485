/** Blocks side by side, without the id of a figure. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../build-article.ts'

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'
const table = '| a | b |\n|---|---|\n| 1 | 2 |'

async function rows(text: string) {
  const { html, messages } = await buildArticle({ 'article.md': text, 'a.svg': image })
  expect(messages).toEqual([])
  const found = html.split('class="layout-row"').slice(1)
  return { html, cells: found.map(row => row.split('class="panel panel-content"').length - 1) }
}

describe('a div with a layout', () => {
  it.each([
    ['layout-ncol=2', '- A\n- B\n\n1. C\n2. D', [2]],
    ['layout-ncol=2', 'A.\n\nB.\n\nC.', [2, 1]],
    ['layout-nrow=2', 'A.\n\nB.\n\nC.\n\nD.', [2, 2]],
    ['layout="[1,2]"', 'A.\n\nB.', [2]],
    ['layout="[[1],[1,1]]"', 'A.\n\nB.\n\nC.', [1, 2]],
    ['layout-ncol=2', '### One\n\nA.\n\n### Two\n\nB.', [2]],
    ['layout-ncol=2', '![](a.svg){alt=""}\n![](a.svg){alt=""}', [2]],
    ['layout-ncol=2', '::: one\nA.\n\nB.\n:::\n\n::: two\nC.\n:::', [2]],
  ])('%s sets %j in rows', async (attributes, content, expected) => {
    expect((await rows(`::: {${attributes}}\n${content}\n:::`)).cells).toEqual(expected)
  })

  it('keeps the numbers of figures and tables, and their place', async () => {
    const { html, cells } = await rows(
      `See @fig-a, @fig-b and @tbl-c.\n\n::: {layout-ncol=3}\n![A](a.svg){#fig-a}\n\n![B](a.svg){#fig-b}\n\n${table}\n\n: C {#tbl-c}\n:::`,
    )
    expect(cells).toEqual([3])
    const words = html.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')
    expect(words).toContain('See Fig. 1, Fig. 2 and Table 1.')
    expect(html.match(/data-placement="here"/g)).toHaveLength(3)
    expect(html.match(/<figure[^>]*data-span="page"/g)).toBeNull()
  })

  it('may be inside another', async () => {
    const { cells } = await rows('::: {layout="[1,2]"}\nA.\n\n::: {layout-ncol=1}\nB.\n\nC.\n:::\n:::')
    expect(cells).toEqual([2, 1, 1])
  })
})
