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
