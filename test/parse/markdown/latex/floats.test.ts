import { describe, expect, test } from 'vitest'
import { printLatex } from './print-latex.ts'

const table = '\\begin{tabular}{ll}\nA & B \\\\\n\\end{tabular}'
const image = '\\includegraphics{a.svg}'

async function printFloat(name: string, content: string, after = '') {
  return printLatex(`\\begin{${name}}\n${content}\n\\end{${name}}\n\n${after}`)
}

describe('boxes with captions of their own', () => {
  test.each([
    [
      'subfigure',
      `\\begin{subfigure}{0.4\\textwidth}\n${image}\n\\caption{One}\\label{x1}\n\\end{subfigure}`,
    ],
    [
      'a table',
      `\\begin{subfigure}[b]{0.4\\textwidth}\n${table}\n\\caption{One}\\label{x1}\n\\end{subfigure}`,
    ],
    [
      'a drawing',
      '\\begin{subfigure}{3cm}\n\\begin{tikzpicture}\\draw;\\end{tikzpicture}\n\\caption{One}\\label{x1}\n\\end{subfigure}',
    ],
    ['text', '\\begin{subfigure}{3cm}\nWords.\n\\caption{One}\\label{x1}\n\\end{subfigure}'],
    ['nothing', '\\begin{subfigure}{3cm}\n\\caption{One}\\label{x1}\n\\end{subfigure}'],
    ['subcaptionbox', `\\subcaptionbox{One\\label{x1}}{${image}}`],
    ['subcaptionbox with options', `\\subcaptionbox[Short]{One\\label{x1}}[0.3\\textwidth][c]{${table}}`],
    ['subfloat', `\\subfloat[One\\label{x1}]{${image}}`],
    ['subfloat with a short caption', `\\subfloat[Short][One\\label{x1}]{${table}}`],
    ['a minipage', `\\begin{minipage}{0.4\\textwidth}${image}\\subcaption{One}\\label{x1}\\end{minipage}`],
  ])('%s', async (_, box) => {
    const other = `\\subfloat[Two\\label{x2}]{${image}}`
    const { text } = await printFloat(
      'figure',
      `${box}\n${other}\n\\caption{Both}\\label{both}`,
      '\\ref{x1} \\ref{x2} \\ref{both}',
    )
    expect(text).toMatch(/Both\. \(a\) One\. \(b\) Two\. 1a 1b 1$/)
    expect(text).not.toContain('Short')
  })

  test('in a table', async () => {
    const boxes = [
      `\\begin{subtable}{0.4\\textwidth}\n\\caption{One}\\label{x1}\n${table}\n\\end{subtable}`,
      `\\subtable[Two\\label{x2}]{${table}}`,
      `\\subfloat[Three\\label{x3}]{${table}}`,
      `\\subcaptionbox{Four\\label{x4}}{${table}}`,
    ]
    const { text, messages } = await printFloat(
      'table',
      `\\caption{All}\\label{all}\n${boxes.join('\n')}`,
      '\\ref{x1} \\ref{x2} \\ref{x3} \\ref{x4} \\ref{all}',
    )
    const printed = 'Table 1 All (a) One A B (b) Two A B (c) Three A B (d) Four A B 1a 1b 1c 1d 1'
    expect(text.replace(/ +/g, ' ').replace('Table 1.', 'Table 1')).toBe(printed)
    expect(messages).toEqual([])
  })
})

test('text before, between and after boxes keeps its order', async () => {
  const content = `Before.\n\n${image}\n\nMiddle.\n\n\\includegraphics{b.svg}\n\\caption{Words}\nAfter.`
  const { text } = await printFloat('figure', content, 'Next.')
  expect(text).toMatch(/^Before\. a▣.* Middle\. b▣.* Words After\. Next\.$/)
  const tables = await printFloat('table', `Before.\n\\caption{Words}\n${table}\nMiddle.\n${table}\nAfter.`)
  expect(tables.text).toMatch(/^Before\. .*Words A B Middle\. A B After\.$/)
})

describe('widths of boxes', () => {
  const box = (width: string) =>
    `\\begin{subfigure}{${width}}\\includegraphics[width=\\linewidth]{a.svg}\\end{subfigure}`
  test.each([
    [['0.3\\textwidth', '0.6\\textwidth'], ['30 60'], '--panels: 1"'],
    [['.25\\linewidth', '.25\\linewidth'], ['25 25'], 'width: 50%'],
    [['0.6\\columnwidth', '0.6\\columnwidth'], ['60', '60'], 'width: 60%'],
  ])('%s', async (widths, rows, width) => {
    const { html } = await printFloat('figure', `${widths.map(box).join('\n')}\n\\caption{Words}`)
    const tracks = [...html.matchAll(/--tracks: ([^"]*)/g)].map(match => match[1] ?? '')
    expect(tracks.map(row => row.replace(/minmax\(0, (\d+)fr\)/g, '$1'))).toEqual(rows)
    expect(html).toContain(width)
  })

  test('rows end where the author ends them', async () => {
    const { html } = await printFloat('figure', `${box('0.3\\textwidth')}\\\\\n${box('0.6\\textwidth')}`)
    expect(html).toContain('width: 60%')
  })

  test('a single box is as wide as the author says', async () => {
    const { html } = await printFloat('figure', `${box('0.5\\textwidth')}\n\\caption{Words}`)
    expect(html).toContain('width: 50%')
  })
})

test('400 nested boxes are reported once', async () => {
  const { messages } = await printFloat(
    'figure',
    `${'\\subfloat[x]{'.repeat(400)}${image}${'}'.repeat(400)}\n\\caption{Words}`,
  )
  expect(messages.filter(message => message.includes('so deep'))).toHaveLength(1)
})

describe('a long table', () => {
  const head = (words: string) => `${words} & B \\\\ \\hline`
  test.each([
    ['with all four parts', ['First', 'Again', 'More', 'Last'], 'First B 1 2 Last B'],
    ['without a head for the first page', [undefined, 'Again', undefined, 'Last'], 'Again B 1 2 Last B'],
    ['without a foot for the last page', ['First', 'Again', 'Foot', undefined], 'First B 1 2 Foot B'],
    ['with a head alone', [undefined, 'Again', undefined, undefined], 'Again B 1 2'],
  ])('%s', async (_, parts, printed) => {
    const marks = ['\\endfirsthead', '\\endhead', '\\endfoot', '\\endlastfoot']
    const rows = parts.map((words, index) => (words ? `${head(words)} ${marks[index]}\n` : '')).join('')
    const { text } = await printFloat('longtable', `${rows}1 & 2 \\\\`.replace(/^/, '{ll}\n'))
    expect(text).toBe(printed)
  })

  test('all labels mean the table, and a caption of further pages is not printed', async () => {
    const { text, messages } = await printLatex(
      '\\begin{longtable}{l}\n\\caption{Long}\\label{t1}\\label{t2}\\\\\nA\\\\\n\\endfirsthead\n\\caption[]{Long, continued}\\label{t3}\\\\\nA\\\\\n\\endhead\n1\\\\\n\\end{longtable}\n\n\\ref{t1} \\ref{t2} \\ref{t3}',
    )
    expect(text).toMatch(/Long A 1 1 1 1$/)
    expect(messages).toEqual([])
  })
})

test('two figures and two tables side by side have their own numbers', async () => {
  const half = (content: string, words: string, label: string) =>
    `\\begin{minipage}{0.45\\textwidth}\n${content}\n\\caption{${words}}\\label{${label}}\n\\end{minipage}`
  const figures = await printFloat(
    'figure',
    `${half(image, 'Left', 'x1')}\\hfill\n${half(image, 'Right', 'x2')}`,
    '\\ref{x1} \\ref{x2}',
  )
  expect(figures.text).toMatch(/▣.* Left ▣.* Right 1 2$/)
  const tables = await printFloat(
    'table',
    `${half(table, 'Left', 'x1')}\n${half(table, 'Right', 'x2')}`,
    '\\ref{x1} \\ref{x2}',
  )
  expect(tables.text).toMatch(/Left A B .* Right A B 1 2$/)
  const single = await printFloat('figure', half(image, 'Only', 'x1'), '\\ref{x1}')
  expect(single.text).toMatch(/▣.* Only 1$/)
})

test.each([
  ['wrapfigure', '{r}{0.4\\textwidth}', 'width: 40%'],
  ['SCfigure', '[0.5][h]', 'Words'],
  ['figure', '[ht!]', 'Words'],
])('the arguments of %s are not printed', async (name, options, expected) => {
  const { text, html, messages } = await printLatex(
    `\\begin{${name}}${options}\n\\includegraphics[width=\\linewidth]{a.svg}\n\\caption{Words}\n\\end{${name}}`,
  )
  expect(text).toMatch(/^▣ .*Words$/)
  expect(html).toContain(expected)
  expect(messages).toEqual([])
})
