/** Tables from the manuscript to the printed page: HTML, numbers and notes. */
import { describe, expect, test } from 'vitest'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import { printDocument } from '../../../pipeline/typeset/sheet/print-document.ts'
import { buildArticle } from '../../build-article.ts'

describe('the HTML of a table', () => {
  test('has spans, heads over columns, groups and blocks', async () => {
    const html = await tableOf(
      `+-----+---------------+
|     | Group         |
| Row +-------+-------+
|     | a     | b     |
+=====+:=====:+======:+
| x   | - 1   | y     |
|     | - 2   +-------+
|     |       | z     |
+-----+-------+-------+`,
    )
    expect(html).toContain('<th scope="col" rowspan="2">Row</th>')
    expect(html).toContain('<th scope="colgroup" colspan="2" class="align-center spanner">Group</th>')
    expect(html).toContain('<td rowspan="2" class="align-center"><ul>')
    expect(html).toMatch(/<tbody><tr><td rowspan="2">x<\/td>.*<tr><td class="align-right is-inner">z/s)
    expect(html.match(/<thead>.*<\/thead>/s)?.[0].match(/<tr>/g)).toHaveLength(2)
  })

  test('has a class for the first row of its foot', async () => {
    const html = await tableOf('+---+\n| a |\n+===+\n| b |\n+===+\n| c |\n+===+')
    expect(html).toContain('<tr class="is-foot"><td>c</td></tr></tbody>')
  })

  test('has no empty head, and a cell for each column', async () => {
    const html = await tableOf('| | |\n|-|-|\n| a | b |\n| c |')
    expect(html).not.toContain('<thead>')
    expect(html).toContain('<tr><td>c</td><td></td></tr>')
  })

  test('has column widths', async () => {
    const html = await tableOf('a    b\n---  ---\n1    2\n\n: C {tbl-colwidths="[25,75]"}')
    expect(html).toContain('<colgroup><col style="width: 25%"><col style="width: 75%"></colgroup>')
  })
})

describe('numbers', () => {
  const column = (...cells: string[]) =>
    tableOf(`| a | b |\n|---|---|\n${cells.map(cell => `| x | ${cell} |`).join('\n')}`)

  test.each([
    ['decimals', ['12.345', '-0.5', '300'], ['12|.345', '-0|.5', '300|']],
    ['thousands', ['1,234.5', '12', '1 000.25'], ['1,234|.5', '12|', '1 000|.25']],
    [
      'errors, stars and what is missing',
      ['0.12*', '(0.03)', '–', 'NA', '1.5 ± 0.2'],
      ['0|.12*', '(0|.03)', '1|.5 ± 0.2'],
    ],
    ['decimal commas', ['1,5', '22,25', '1.000,5'], ['1|,5', '22|,25', '1.000|,5']],
    ['powers and per cent', ['1.2e-5', '3 × 10', '5 %'], ['1|.2e-5', '3| × 10', '5| %']],
    ['bounds', ['< .001', '0.04'], ['< |.001', '0|.04']],
    ['bold', ['**1.5**', '2.25'], ['1|.5', '2|.25']],
  ])('are aligned at the decimal mark: %s', async (_, cells, parts) => {
    const html = await column(...cells)
    const found = [...html.matchAll(/<td class="[^"]*\bnumber\b[^"]*">(.*?)<\/td>/gs)].map(([, cell = '']) =>
      cell.replace(/<span class="decimals"[^>]*>(?:<strong>)?/, '|').replace(/<[^>]*>/g, ''),
    )
    expect(found.map(text => text.replace('&#x3C;', '<'))).toEqual(parts)
    expect(new Set(html.match(/min-width: [\d.]+ch/g)).size).toBe(1)
  })

  test('are not split if they are whole numbers', async () => {
    expect(await column('10', '2,000')).toContain('<td class="align-right number">2,000</td>')
  })

  test.each([[['1', 'two']], [['–', '']], [['2020-01-02']], [['1.2.3']], [['[@a]']]])(
    'are not found in %j',
    async cells => {
      expect(await column(...cells)).not.toContain('number')
    },
  )

  test('with signs run from left to right in every column, numeric or not', async () => {
    const html = await tableOf('| a | b |\n|--:|---|\n| -5 | −3.5 ± 0.2 |\n| 12 | x |')
    expect(html).toContain('<td class="align-right is-numeral">-5</td>')
    expect(html).toContain('<td class="is-numeral">−3.5 ± 0.2</td>')
    expect(html).toContain('<td class="align-right">12</td>')
  })

  test('are aligned as their author says', async () => {
    expect(await tableOf('| a |\n|:-:|\n| 1.5 |')).toContain('<td class="align-center">1.5</td>')
  })
})

test('notes of a cell with blocks are placed after the table', async () => {
  const { article, journal } = await buildArticle({
    'article.md': `${front}\n+--------+\n| a[^n]  |\n|        |\n| - b^[N]|\n+--------+\n\n[^n]: Note.\n`,
  })
  const root = articleTree(article, journal)
  const { html } = printDocument({ root, language: 'en' })
  expect(html).toMatch(/<\/table><div id="note-1" class="note"/)
  expect(html.match(/<table.*<\/table>/s)?.[0]).not.toContain('class="note"')
  expect(html).toMatch(/<div id="note-2" class="note"/)
})

const front = '---\ntitle: T\nauthor: A\n---\n'

async function tableOf(source: string): Promise<string> {
  const { html } = await buildArticle({ 'article.md': `${front}\nText.\n\n${source}\n` })
  return /<table.*<\/table>/s.exec(html)?.[0] ?? ''
}
