/** Formulas that are too large: a message at the place where the limit is passed, and the source in print. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const deep = (command: string, count: number) => `${command.repeat(count)}x${'}'.repeat(count)}`

it.each([
  ['braces', deep('{', 10_000), 'more than 200 groups inside groups'],
  ['fractions', deep('\\frac{1}{', 3000), 'more than 200 groups inside groups'],
  ['exponents', deep('x^{', 3000), 'more than 200 groups inside groups'],
  [
    'delimiters',
    `${'\\left('.repeat(3000)}x${'\\right)'.repeat(3000)}`,
    'more than 200 groups inside groups',
  ],
  ['parts inside parts', deep('\\cfrac{1}{', 190), 'too many parts inside parts'],
  ['cells', `\\begin{matrix}${'a&'.repeat(10_001)}\\end{matrix}`, 'more than 10000 cells'],
  ['characters', 'a+'.repeat(26_000), 'more than 50000 characters'],
])('is told and printed as it stands: %s', async (_, tex, reason) => {
  const { html, messages } = await buildArticle({ 'article.md': `Text $${tex}$ after.\n` })
  const told = messages.filter(line => line.endsWith('math-broken'))
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(/^article\.md:1:\d+ /)
  expect(told[0]).toContain(reason)
  expect(told[0]?.length).toBeLessThan(300)
  expect(html.replaceAll('&#x26;', '&')).toContain(tex)
})

it.each([
  ['a matrix of 60 × 60', `\\begin{matrix}${'a&'.repeat(59).concat('a\\\\').repeat(60)}\\end{matrix}`],
  ['fractions in fractions', deep('\\cfrac{1}{1+', 30)],
])('is set: %s', async (_, tex) => {
  const { html, messages } = await buildArticle({ 'article.md': `Text $${tex}$ after.\n` })
  expect(messages.filter(line => line.endsWith('math-broken'))).toEqual([])
  expect(html).toContain('<math')
})
