import { expect, test } from 'vitest'
import { printLatex } from './print-latex.ts'

test('\\intertext stands between two formulas, each with its numbers', async () => {
  const { text, messages } = await printLatex(
    '\\begin{align}\na &= b \\label{eq:x} \\\\\n\\intertext{where $x$ is \\emph{that}}\nc &= d \\label{eq:y}\n\\end{align}\n\n\\eqref{eq:x} \\eqref{eq:y}',
  )
  expect(text).toMatch(/^⟨a=b⟩ ?\(1\) where ⟨x⟩ is that ⟨c=d⟩ ?\(2\) \(1\) \(2\)$/)
  expect(messages).toEqual([])
})

test('a reference inside a formula prints its number', async () => {
  const { text, messages } = await printLatex(
    '\\begin{equation}\\label{eq:a}\na\n\\end{equation}\n\n$b \\overset{\\eqref{eq:a}}{=} c \\text{ by \\ref{eq:a}}$ $\\eqref{eq:none}$',
  )
  expect(text).toContain('by1')
  expect(text).toContain('(1)')
  expect(messages.filter(line => line.includes('eq:none'))).toHaveLength(1)
})

test.each([
  ["\\.{Z} \\={a} \\L{}\\'od\\'z", 'Ż ā Łódź'],
  ['a.\\. b \\= c', 'a.. b = c'],
  ['$\\text{\\textmu m} \\textdegree$', '⟨µm°⟩'],
])('accents and signs: %s', async (source, printed) => {
  const { text, messages } = await printLatex(source)
  expect(text).toBe(printed)
  expect(messages).toEqual([])
})
