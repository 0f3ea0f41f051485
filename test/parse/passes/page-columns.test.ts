/** Quarto's divs that leave the column. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const table = '| a | b |\n|---|---|\n| 1 | 2 |'
const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'
const build = (text: string) => buildArticle({ 'article.md': text, 'a.svg': image })

describe('a div across the page', () => {
  it.each([
    ['column-page', `${table}\n\n: Words {#tbl-x}`],
    ['column-page', table],
    ['column-screen-inset', '![Words](a.svg){#fig-x}'],
    ['column-body-outset-right', `::: inner\n\n${table}\n\n: Words\n\n:::`],
  ])('.%s spreads figures and tables: %j', async (name, content) => {
    const { html, messages } = await build(`::: {.${name}}\n\n${content}\n\n:::`)
    expect(messages).toEqual([])
    expect(html).toContain('data-span="page"')
  })

  it('leaves a wish of the table itself', async () => {
    const { html } = await build(`::: {.column-page}\n\n${table}\n\n: Words {span=column}\n\n:::`)
    expect(html).toContain('data-span="column"')
  })

  it('gives a table without a caption no number', async () => {
    const { html } = await build(`::: {.column-page}\n\n${table}\n\n:::\n\n${table}\n\n: Words`)
    expect(html.match(/<figcaption>/g)).toHaveLength(1)
    expect(html).toMatch(/Table.1\D/)
  })

  it('is reported around text', async () => {
    const { messages, html } = await build('Start.\n\n::: {.column-page}\nWords.\n:::')
    expect(messages.join('\n')).toMatch(/article\.md:3:1.*`column-page` of text.*nudge-idle/)
    expect(html).toContain('Words.')
  })

  it.each([
    '::: {.column-margin}\nWords.\n:::',
    'Text [words]{.aside}.',
    '![Words](a.svg){.column-margin #fig-x}',
  ])('margin content is reported: %j', async text => {
    const { messages, html } = await build(`Start.\n\n${text}`)
    expect(messages.join('\n')).toMatch(/article\.md:3:\d+.*no column in the margin.*nudge-idle/)
    expect(html).toMatch(/[Ww]ords/)
  })
})
