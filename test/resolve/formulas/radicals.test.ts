/** The classes of roots, by the height of what is under them. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

describe('a root', () => {
  it.each([
    ['s', true],
    ['x_1^2', true],
    ['\\frac{a}{b}', false],
    ['1+\\sqrt{2}', false],
  ])('over %s has the class of low roots: %s', async (radicand, isLow) => {
    const { html } = await buildArticle({ 'article.md': `Text $\\sqrt{${radicand}}$.\n` })
    const [outer = ''] = /<msqrt[^>]*>/.exec(html) ?? []
    expect(outer.includes('radical')).toBe(isLow)
  })
})
