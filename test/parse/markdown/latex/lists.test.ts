import { expect, test } from 'vitest'
import { printLatex } from './print-latex.ts'

test.each([
  ['\\begin{enumerate}\n\\setcounter{enumi}{4}\n\\item five\n\\end{enumerate}', '5'],
  ['\\begin{enumerate}[start=3]\n\\item three\n\\end{enumerate}', '3'],
  ['\\begin{enumerate}[label=\\alph*), start=3]\n\\item c\n\\end{enumerate}', '3'],
  [
    '\\begin{enumerate}\n\\item a\n\\item b\n\\end{enumerate}\n\n\\begin{enumerate}[resume]\n\\item c\n\\end{enumerate}',
    '3',
  ],
])('a list begins with the number that the author gives: %s', async (body, start) => {
  const { html } = await printLatex(body)
  expect(html).toContain(`start="${start}"`)
})

test.each(['enumerate*', 'itemize*', 'inparaenum', 'compactitem'])('the list %s', async name => {
  const { text, messages } = await printLatex(`\\begin{${name}}\n\\item a\n\\item b\n\\end{${name}}`)
  expect(text).toBe('a b')
  expect(messages).toEqual([])
})
