/** Macros that authors use and Temml does not have. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

describe('\\unicode of MathJax', () => {
  it.each([
    ['\\unicode{x1D7D9}_{x>0}', '𝟙'],
    ['\\unicode{8224}', '†'],
    ['\\unicode[STIXGeneral]{x2A00}', '⨀'],
    ['x \\unicode{X27F3} y', '⟳'],
  ])('is the character in $%s$', async (formula, character) => {
    const { html, messages } = await buildArticle({ 'article.md': `Text $${formula}$.\n` })
    expect(html).toContain(character)
    expect(messages).toEqual([])
  })

  it('prints a code that is none', async () => {
    const { html } = await buildArticle({ 'article.md': 'Text $\\unicode{abc}$.\n' })
    expect(html).toContain('abc')
  })
})

describe('scripts before a letter', () => {
  it.each([
    ['\\prescript{14}{6}{C}', ['614', 'C']],
    ['\\isotope[14][6]{C}', ['614', 'C']],
    ['\\isotope[14]{C}', ['14', 'C']],
  ])('are in front of it, the upper one over the lower one: $%s$', async (formula, texts) => {
    const { html, messages } = await buildArticle({ 'article.md': `Text $${formula}$.\n` })
    const [math = ''] = /<math.*<\/math>/s.exec(html) ?? []
    expect(math.replace(/<m(?:padded|row|i|n|subsup|sup|space)\b[^>]*>|<\/[^>]*>|\s/g, '')).toContain(
      texts.join(''),
    )
    expect(math).not.toContain('mmultiscripts')
    expect(messages).toEqual([])
  })
})

describe('chemical formulas', () => {
  it.each([
    ['\\ch{H2SO4}', '\\ce{H2SO4}'],
    ['\\ce{A ->[$x$] B}', '\\ce{A ->[{$x$}] B}'],
    ['\\ce{A ->[{in $x$ for $y$}] B}', '\\ce{A ->[{in }{$x$}{ for }{$y$}] B}'],
    ['\\ce{{in $x$} B}', '\\ce{{in }{$x$} B}'],
  ])('$%s$ is $%s$', async (formula, same) => {
    const { html, messages } = await buildArticle({ 'article.md': `Text $${formula}$ and $${same}$.\n` })
    const [first, second] = Array.from(
      html.matchAll(/<math(?: [\w-]+="[^"]*")*>(.*?)<\/math>/gs),
      ([, inner]) => inner,
    )
    expect(first).toBeTruthy()
    expect(first).toBe(second)
    expect(messages).toEqual([])
  })
})

it('formulas in the labels of a chemical arrow are italic, chemical signs upright', async () => {
  const letters = async (formula: string) => {
    const { html, messages } = await buildArticle({ 'article.md': `Text $${formula}$.\n` })
    expect(messages).toEqual([])
    return Array.from(html.matchAll(/<mi( mathvariant="normal")?>([^<]+)</g), ([, upright, letter]) =>
      upright === undefined ? `${letter} italic` : letter,
    )
  }
  expect(await letters('\\ce{A ->[$x$] B}')).toEqual(['A', 'x italic', 'B'])
  expect(await letters('\\ce{A ->[H+][$y$] B}')).toEqual(['A', 'y italic', 'H', 'B'])
  expect(await letters('\\ce{A <=>>[$x$] B}')).toEqual(['A', 'x italic', 'B'])
})

it('strikes out what \\cancelto cancels, with the value after it', async () => {
  const { html, messages } = await buildArticle({ 'article.md': 'Text $\\cancelto{0}{x}$.\n' })
  expect(html).toContain('tml-cancel')
  expect(html).not.toContain('undefined')
  expect(messages).toEqual([])
})
