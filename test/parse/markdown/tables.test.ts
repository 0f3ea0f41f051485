/**
 * Tables of all syntaxes: pandoc's test cases, the readers of lists, CSV and HTML, and a test that damaged
 * tables never lose their words.
 */
import { readFileSync } from 'node:fs'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Nodes, Table } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../../pipeline/parse/markdown/index.ts'
import { csvTable } from '../../../pipeline/parse/markdown/tables/csv-table.ts'
import { tableFromHast } from '../../../pipeline/parse/markdown/tables/html-table.ts'
import { listTable } from '../../../pipeline/parse/markdown/tables/list-table.ts'
import { hasShared, shared } from '../../needs.ts'
import { seeded } from '../../random.ts'

const cases = 'corpora/tests/pandoc'

describe.skipIf(!hasShared(cases))("pandoc's test cases", () => {
  test('simple and multiline tables are read', () => {
    expect(tablesIn(readFileSync(new URL(`${cases}/tables.txt`, shared), 'utf8')).map(outline)).toEqual([
      '4×4 head 1 right left center - ',
      '4×4 head 1 right left center - ',
      '4×4 head 1 right left center - ',
      '3×4 head 1 center left right left 0.1667 0.1528 0.1806 0.3889',
      '3×4 head 1 center left right left 0.1667 0.1528 0.1806 0.3889',
      '3×4 head 0 right left center right ',
      '2×4 head 0 center left right - 0.1667 0.1528 0.1806 0.3889',
    ])
  })

  test('pipe tables are read', () => {
    const tables = tablesIn(readFileSync(new URL(`${cases}/pipe-tables.txt`, shared), 'utf8'))
    expect(tables).toHaveLength(11)
    expect(outline(tables.at(-1))).toBe('4×3 head 1 left right right ')
    expect(textsOf(tables.at(-1))[3]).toEqual(['foobar|baz', 'and|escaped', '3.0000000'])
  })
})

test('the position of a cell covers its source', () => {
  const source =
    'x\n\n> a      b\n> ----  ---\n> *one*   2\n\n- +----+-------+\n  | α  | **β** |\n  +----+-------+\n'
  const cells: string[] = []
  visit(parseMarkdown(new VFile(source)), 'tableCell', cell => {
    const [start, end] = rangeOf(cell)
    cells.push(source.slice(start, end))
    expect(cell.position?.start.column).toBe(start - source.lastIndexOf('\n', start - 1))
  })
  expect(cells).toEqual(['a', 'b', '*one*', '2', 'α', '**β**'])
})

describe('a damaged table', () => {
  const sources = ['tables', 'tables-captions', 'tables-dashed', 'tables-grid', 'tables-pipe'].map(name =>
    readFileSync(new URL(`../../fixtures/markdown/${name}/input.md`, import.meta.url), 'utf8'),
  )

  test('does not throw, keeps its words, and nests positions correctly', () => {
    const { int } = seeded(7)
    const below = (limit: number) => int(0, limit - 1)
    const marks = [
      '+',
      '-',
      '|',
      '=',
      ':',
      ' ',
      '\n',
      '\t',
      '\n\n',
      '> ',
      '- ',
      '```\n',
      '`',
      '$',
      '+---+',
      '日',
      '',
    ]
    for (let round = 0; round < 200; round++) {
      let source = sources[below(sources.length)] ?? ''
      for (let count = 1 + below(6); count > 0; count--) {
        const at = below(source.length)
        source = source.slice(0, at) + marks[below(marks.length)] + source.slice(at + below(2))
      }
      const tree = parseMarkdown(new VFile(source))
      const treeText = JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value))
      const words = new Set(source.match(/[A-Za-z]{3,}/g))
      const lost = [...words].filter(
        word => !treeText.includes(word) && word !== 'Table' && word !== 'colwidths',
      )
      expect(lost, source).toEqual([])
      expect(straysIn(tree, source.length), source).toEqual([])
    }
  })
})

test('listTable reads a list of lists', () => {
  const [list] = parseMarkdown(
    new VFile('* - Head\n  - *Two*\n* - a\n  - b\n\n    c\n* - d\n  - - e\n'),
  ).children
  const table =
    list?.type === 'list' ? listTable(list, { headRows: 1, headColumns: 1, widths: [0.3, 0.7] }) : undefined
  expect(outline(table)).toBe('3×2 head 1 - - 0.3 0.7')
  expect(textsOf(table)).toEqual([
    ['Head', 'Two'],
    ['a', 'bc'],
    ['d', 'e'],
  ])
  expect(table?.children[1]?.children.map(cell => cell.data?.isHead)).toEqual([true, undefined])
  expect(table?.children[0]?.position?.start).toMatchObject({ line: 1, column: 3 })
  const [other] = parseMarkdown(new VFile('* a\n* - b\n')).children
  expect(other?.type === 'list' && listTable(other)).toBeUndefined()
})

test('csvTable reads comma-separated values', () => {
  const table = csvTable('a, b\n"1, ""x""","two\nlines"\n\n3\n', { headRows: 1 })
  expect(textsOf(table)).toEqual([
    ['a', 'b'],
    ['1, "x"', 'two\nlines'],
    ['3', ''],
  ])
  expect(outline(table)).toBe('3×2 head 1 - - ')
  expect(textsOf(csvTable("'a;b';c", { delimiter: ';', quote: "'" }))).toEqual([['a;b', 'c']])
  expect(csvTable('')).toBeUndefined()
  expect(csvTable('"open, no end')).toBeUndefined()
})

describe('tableFromHast', () => {
  test('reads sections, spans, heads, alignment and widths', () => {
    const table = tableFromHast(
      element(`<table><colgroup><col width="20%"><col style="width: 80%"></colgroup>
        <tfoot><tr><td>foot</td><td align="right">f</td></tr></tfoot>
        <thead><tr><th colspan="2">Head</th></tr></thead>
        <tbody><tr><th rowspan="9">a</th><td style="text-align: center">b</td></tr><tr><td>c</td></tr></tbody></table>`),
    )
    expect(table.type === 'table' && outline(table)).toBe('4×2 head 1 - - 0.2 0.8')
    expect(table.type === 'table' && textsOf(table)).toEqual([['Head'], ['a', 'b'], ['c'], ['foot', 'f']])
    const data = table.type === 'table' ? table.children.map(row => row.children.map(cell => cell.data)) : []
    expect(data).toEqual([
      [{ columns: 2 }],
      [{ rows: 2, isHead: true }, { align: 'center' }],
      [undefined],
      [undefined, { align: 'right' }],
    ])
  })

  test('a table with a caption becomes a captioned table', () => {
    const table = tableFromHast(element('<table id="t"><caption>Results</caption><tr><th>a<tr><td>b</table>'))
    expect(table).toMatchObject({ type: 'captionedTable', attributes: { id: 't' } })
    expect(table.children.map(child => plainText(child))).toEqual(['Results', 'ab'])
  })
})

function element(html: string): Element {
  const [first] = fromHtml(html, { fragment: true }).children
  if (first?.type !== 'element') throw new Error('no element')
  return first
}

function tablesIn(source: string): readonly Table[] {
  const tables: Table[] = []
  visit(parseMarkdown(new VFile(source)), 'table', table => {
    tables.push(table)
  })
  return tables
}

/** A summary: numbers of rows, columns and header rows, then alignment and widths. */
function outline(table: Table | undefined): string {
  const { align, data, children } = table ?? { align: [], children: [] }
  const sides = (align ?? []).map(side => side ?? '-').join(' ')
  return `${children.length}×${align?.length} head ${data?.headRows ?? 1} ${sides} ${(data?.widths ?? []).join(' ')}`
}

function textsOf(table: Table | undefined): readonly (readonly string[])[] {
  return table?.children.map(row => row.children.map(cell => plainText(cell))) ?? []
}

function straysIn(tree: Nodes, length: number): readonly string[] {
  const strays: string[] = []
  visit(tree, (node, _, parent) => {
    const [start, end] = rangeOf(node)
    const [first, last] = parent ? rangeOf(parent) : [0, length]
    if (!(start >= first && end <= last && start <= end)) strays.push(`${node.type} ${start}-${end}`)
  })
  return strays
}

function rangeOf(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? Number.NaN, node.position?.end.offset ?? Number.NaN]
}
