import { expect, test } from 'vitest'
import { buildArticle } from '../../build-article.ts'
import { printLatex } from '../../parse/markdown/latex/print-latex.ts'

test.each([
  ['\\dv{f}{x}', '\\frac{\\mathrm{d} f}{\\mathrm{d} x}'],
  ['\\dv{x}', '\\frac{\\mathrm{d}}{\\mathrm{d} x}'],
  ['\\dv[2]{f}{x}', '\\frac{\\mathrm{d}^2 f}{\\mathrm{d} x^2}'],
  ['\\pdv{f}{x}{y}', '\\frac{\\partial^2 f}{\\partial x\\,\\partial y}'],
  ['\\pdv{f}{x,y}', '\\frac{\\partial^2 f}{\\partial x\\,\\partial y}'],
  ['\\pdv[2]{f}{x}', '\\frac{\\partial^2 f}{\\partial x^2}'],
  ['\\pdv{x}', '\\frac{\\partial}{\\partial x}'],
  ['\\partialderivative{f}{x}', '\\frac{\\partial f}{\\partial x}'],
  ['\\fdv{F}{g}', '\\frac{\\delta F}{\\delta g}'],
  ['\\dv*{f}{x}', '\\mathrm{d} f/\\mathrm{d} x'],
  ['\\dd[3]{x}', '\\mathrm{d}^3 x'],
  ['\\dd x', '\\mathrm{d} x'],
  ['\\flatfrac{a}{b}', 'a/b'],
  ['\\mqty(a & b \\\\ c & d)', '\\begin{pmatrix}a & b \\\\ c & d\\end{pmatrix}'],
  ['\\mqty[f(x) & b]', '\\begin{bmatrix}f(x) & b\\end{bmatrix}'],
  ['\\pmqty{a & b}', '\\begin{pmatrix}a & b\\end{pmatrix}'],
  ['\\vb{a}+\\vb*{a}', '\\mathbf{a}+\\boldsymbol{a}'],
  ['\\braket{a}{b}', '\\langle a|b\\rangle'],
  ['\\ketbra{a}{b}', '|a\\rangle\\langle b|'],
  ['\\dyad{a}', '|a\\rangle\\langle a|'],
  ['\\ev{A}', '\\langle A\\rangle'],
  ['\\ev{A}{\\Psi}', '\\langle\\Psi|A|\\Psi\\rangle'],
  ['\\ev**{A}{\\Psi}', '\\langle\\Psi|A|\\Psi\\rangle'],
  ['\\mel{m}{A}{n}', '\\langle m|A|n\\rangle'],
  ['\\mel**{m}{A}{n}', '\\langle m|A|n\\rangle'],
  ['\\mqty(\\imat{2})', '\\begin{pmatrix}1 & 0 \\\\ 0 & 1\\end{pmatrix}'],
  ['\\qty(f(x))', '(f(x))'],
  ['\\qty[f(x)]', '[f(x)]'],
  ['\\qty|x|', '|x|'],
  ['\\qty{x}', '\\{x\\}'],
])('%s is %s', async (command, meaning) => {
  const { text, messages } = await printLatex(`$${command}$ $${meaning}$`)
  const [first, second] = text.replace(/[\u2061-\u2064]/g, '').split(' ')
  expect(first).toBe(second)
  expect(messages).toEqual([])
})

test('the package physics gives commands of LaTeX its meanings only where the preamble loads it', async () => {
  const letters = async (preamble: string) => {
    const front = `---\ntitle: T\nheader-includes:\n  - ${preamble}\n---\n`
    const { html, messages } = await buildArticle({
      'article.md': `${front}Text $\\div{A}$ and $\\sin[2](x)$ and $\\sin^2(x) + \\cos x$.\n`,
    })
    expect(messages).toEqual([])
    const formulas = Array.from(html.matchAll(/<math.*?<\/math>/gs), ([math]) => math)
    return formulas.map(math => math.replace(/<[^>]*>|[\s\u2061-\u2064]/g, ''))
  }
  expect(await letters('\\usepackage{amsmath, physics}')).toEqual(['∇⋅A', 'sin2(x)', 'sin2(x)+cosx'])
  expect(await letters('\\usepackage{amsmath}')).toEqual(['÷A', 'sin[2](x)', 'sin2(x)+cosx'])
})
