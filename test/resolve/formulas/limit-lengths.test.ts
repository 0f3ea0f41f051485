/** Rules and spaces in formulas: as long as the author says, but not beyond the page or over other text. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

async function formula(tex: string) {
  const { html, messages } = await buildArticle({ 'article.md': `A $${tex}$ formula.\n` })
  const math = /<math[^>]*>(.*)<\/math>/.exec(html)?.[1] ?? ''
  return { math, told: messages.filter(line => line.endsWith('math-length')) }
}

it.each([
  [
    'a rule over other text',
    '\\smash{\\mathrlap{\\rule{60em}{40em}}}',
    'width="20em" height="1.5em"',
    '60 em',
  ],
  ['a rule over the text before it', '\\llap{\\rule{9em}{9em}}', 'width="9em" height="1.5em"', '9 em'],
  ['a colour over other text', '\\smash{\\colorbox{red}{\\rule{0pt}{9em}x}}', 'height="1.5em"', '9 em'],
  ['a rule that has its room', '\\rule{60em}{40em}', 'width="50em" height="20em"', '60 em'],
  ['a space', '\\hspace{900pt}x', 'width="50em"', '90 em'],
  ['a space back', '\\kern-90em x', 'margin-left:-50em', '90 em'],
  ['a box that is raised', '\\raisebox{-30em}{x}', 'voffset="-20em"', '30 em'],
  ['rows far apart', '\\def\\arraystretch{90}\\begin{matrix}a\\\\b\\end{matrix}', 'padding-top:20em', 'em'],
])('is shortened and reported: %s', async (_, tex, expected, length) => {
  const { math, told } = await formula(tex)
  expect(math).toContain(expected)
  expect(told).toHaveLength(1)
  expect(told[0]).toContain(`article.md:1:3`)
  expect(told[0]).toContain(length)
})

it.each([
  ['a placeholder', '\\rule[-.5cm]{4cm}{4cm}', 'height="4cm"'],
  ['a line over other text', '\\rlap{\\rule[0.5ex]{9em}{0.5pt}}x', 'width="9em"'],
  ['a colour behind a word', '\\rlap{\\color{yellow}\\rule[-0.3em]{3em}{1.2em}}x', 'height="1.2em"'],
  ['a strut that nobody sees', '\\vphantom{\\rule{0pt}{9em}}x', 'height="9em"'],
  ['a strut in what takes no room', '\\smash{\\rule{0pt}{9em}x}', 'height="9em"'],
  ['a space', '\\hspace{12em}x', 'width="12em"'],
])('is left as it is: %s', async (_, tex, expected) => {
  const { math, told } = await formula(tex)
  expect(told).toEqual([])
  expect(math).toContain(expected)
})
