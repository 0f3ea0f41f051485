/** Content of the margin, in a journal with a column there and in one without. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../build-article.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'
const csl = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><citation/></style>'
const journal = {
  'journal.yml':
    'extends: base\ntitle: M\ncsl: m.csl\npage: {columns: 1, right: 60mm, margin-column: {side: right, width: 40mm, gap: 5mm}}\n',
  'm.csl': csl,
}
const build = (text: string, style: Parameters<typeof buildArticle>[1] = journal) =>
  buildArticle({ 'article.md': `Start.\n\n${text}\n`, 'a.svg': svg }, style)

describe('a journal with a column in the margin', () => {
  it.each([
    [
      '::: {.column-margin}\nWords.\n:::',
      '<div data-place="margin" role="note" class="margin-note column-margin">',
    ],
    ['Text [words]{.aside}.', '<span data-place="margin" role="note" class="margin-note aside">words</span>'],
    ['![Words](a.svg){.column-margin #fig-x}', 'data-place="margin" data-placement="here"'],
    [
      '| a | b |\n|---|---|\n| 1 | 2 |\n\n: Words {.column-margin}',
      'data-place="margin" data-placement="here"',
    ],
    ['```{margin}\nWords.\n```', 'class="margin-note" data-place="margin" role="note"'],
    [':::{aside}\nWords.\n:::', 'class="margin-note" data-place="margin" role="note"'],
    ['```{figure} a.svg\n:class: col-margin-right\nWords.\n```', 'data-place="margin"'],
    ['- item\n\n  ::: {.column-margin}\n  Words.\n  :::', 'data-place="margin"'],
  ])('marks %j', async (text, expected) => {
    const { html, messages } = await build(text)
    expect(messages).toEqual([])
    expect(html).toContain(expected)
  })

  it.each([
    '[^n]\n\n[^n]: A note [words]{.aside}.',
    '# Heading [words]{.aside}',
    '| a | b |\n|---|---|\n| 1 | [words]{.aside} |',
    '![Caption [words]{.aside}](a.svg)',
    ':::: {.column-margin}\nOuter.\n\n::: {.column-margin}\nWords.\n:::\n::::',
  ])('leaves it in other parts, which is told: %j', async text => {
    const { html, messages } = await build(text)
    expect(messages.join('\n')).toMatch(/article\.md:\d+:\d+.*inside another part.*nudge-idle/)
    expect(html).toMatch(/[Ww]ords/)
    expect(html.match(/data-place=/g)?.length ?? 0).toBe(text.startsWith('::::') ? 1 : 0)
  })

  it('leaves it in the abstract, which is told', async () => {
    const { messages } = await buildArticle(
      { 'article.md': '---\ntitle: T\nabstract: Some [words]{.aside}.\n---\n\nText.\n' },
      journal,
    )
    expect(messages.join('\n')).toMatch(/nudge-idle/)
  })
})

describe('a journal without a column in the margin', () => {
  it('sets boxes of MyST in the text', async () => {
    const { html, messages } = await build('```{margin}\nWords.\n```', 'transactions')
    expect(messages).toEqual([])
    expect(html).toContain('admonition-plain')
    expect(html).not.toContain('data-place')
  })
  it('tells what it sets in the text', async () => {
    const { html, messages } = await build('::: {.wide .column-margin}\nWords.\n:::', 'transactions')
    expect(messages.join('\n')).toMatch(
      /article\.md:3:1.*`column-margin`.*no column in the margin.*nudge-idle/,
    )
    expect(html).not.toContain('data-place')
  })
})
