/** Comments in the cells of tables that make a cell span columns or rows. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../../build-article.ts'

async function rowsOf(...lines: readonly string[]): Promise<string> {
  const { html, messages } = await buildArticle({ 'article.md': `${lines.join('\n')}\n` })
  expect(messages).toEqual([])
  const cells = html.matchAll(/<tr>|<t[dh](?: ([^>]*))?>(.*?)<\/t[dh]>/g)
  return Array.from(cells, ([tag, attributes = '', text = '']) =>
    tag === '<tr>' ? '/' : `${text.trim()}${/(?:row|col)span="\d"/.exec(attributes)?.[0] ?? ''}`,
  ).join('|')
}

it.each([
  [['| a <!-- $colspan="2" --> | | b |', '|---|---|---|', '| 1 | 2 | 3 |'], '/|acolspan="2"|b|/|1|2|3'],
  [
    [
      '| a | b | c |',
      '|---|---|---|',
      '| 1 | 2<!-- $rowspan="2" --> | 3 |',
      "| 4 | 5 <!-- $removenext='2' -->|",
    ],
    '/|a|b|c|/|1|2rowspan="2"|3|/|4|5',
  ],
  [['| a | b |', '|---|---|', '| <!-- $colspan="2" --> ||', '| 1 | 2 |'], '/|a|b|/|colspan="2"|/|1|2'],
  [['| a <!-- $style="color: red" --> | b |', '|---|---|', '| 1 <!-- a note --> | 2 |'], '/|a|b|/|1|2'],
])('%j', async (lines, expected) => {
  expect(await rowsOf(...lines)).toBe(expected)
})
