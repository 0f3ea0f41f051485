/** Soft hyphens in running text: by patterns, without those that a copy editor forbids, and by exceptions. */
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import type { HyphenLimits } from '../../../pipeline/typeset/items.ts'
import { hyphenate } from '../../../pipeline/typeset/lines/hyphenate.ts'
import { loadOwn } from '../../own-journal.ts'

/** The text of an element with `=` for each soft hyphen. */
function divided(element: Element, language = 'en', exceptions: readonly string[] = []): string {
  const { root } = hyphenate(h(null, [element]), language, exceptions)
  return textOf(root).replaceAll('\u00AD', '=')
}
const paragraph = (text: string, exceptions: readonly string[] = []) =>
  divided(h('p', text), 'en', exceptions)

describe('words', () => {
  it('are divided by the patterns, also in links', () => {
    expect(paragraph('hyphenation')).toBe('hy=phen=ation')
    expect(divided(h('p', [h('a', { href: 'https://a.org' }, 'documentation')]))).toBe('doc=u=men=ta=tion')
  })

  it('of addresses and names of code are not divided', () => {
    const text = 'https://example.org/documentation MixedModelsSim.jl international_documentation'
    expect(paragraph(text)).toBe(text)
  })

  it('with capitals inside are not divided', () => {
    const text = 'QuantEcon, ADAPTEX (OpenACC) McKayinson'
    expect(paragraph(text)).toBe(text)
  })

  it('with a hyphen are not divided again, unless a part is very long', () => {
    expect(paragraph('wind-driven eddy-covariance')).toBe('wind-driven eddy-covariance')
    expect(divided(h('p', 'Donau-Dampfschifffahrtsgesellschaft'), 'de')).toMatch(/^Donau-Dampf=schiff/)
  })

  it('with soft hyphens of the author keep them', () => {
    expect(paragraph('Quant\u00ADEcon')).toBe('Quant=Econ')
  })

  it('of headings are not divided', () => {
    expect(divided(h('h2', 'International'))).toBe('International')
    expect(divided(h('h4', { className: ['run-in'] }, 'International'))).toBe('In=ter=na=tional')
  })
})

describe('exceptions', () => {
  it('are divided where they have hyphens, in any case of letters', () => {
    expect(paragraph('“Macropore” and macropore.', ['mac-ro-pore'])).toBe('“Mac=ro=pore” and mac=ro=pore.')
  })

  it('without hyphens are not divided', () => {
    expect(paragraph('international', ['international'])).toBe('international')
  })

  it('may have hyphens of their own', () => {
    expect(paragraph('eddy-covariance eddycovariance', ['eddy-co-var-iance'])).toBe(
      'eddy-co=var=iance eddy=co=var=iance',
    )
  })
})

describe('limits', () => {
  const limited = (text: string, limits: Partial<HyphenLimits>, language = 'en') => {
    const usual = { before: 2, after: 3, 'shortest-word': 5, 'in-a-row': 2, capitalized: true }
    const { root } = hyphenate(h(null, [h('p', text)]), language, [], { ...usual, ...limits })
    return textOf(root).replaceAll('\u00AD', '=')
  }

  it.each([
    ['hyphenation documentation', {}, 'hy=phen=ation doc=u=men=ta=tion'],
    ['hyphenation documentation', { before: 3 }, 'hyphen=ation doc=u=men=ta=tion'],
    ['hyphenation documentation', { before: 4 }, 'hyphen=ation docu=men=ta=tion'],
    ['hyphenation documentation', { after: 6 }, 'hy=phenation doc=u=men=tation'],
    ['hyphenation documentation', { 'shortest-word': 12 }, 'hyphenation doc=u=men=ta=tion'],
    ['Hyphenation documentation', { capitalized: false }, 'Hyphenation doc=u=men=ta=tion'],
  ])('%s, %j', (text, limits, expected) => {
    expect(limited(text, limits)).toBe(expected)
  })

  it('let German divide its nouns', () => {
    expect(limited('Dampfschifffahrt', { capitalized: false }, 'de')).toContain('=')
  })

  it.each([
    ['lines: {hyphens: {before: 0}}', '4:27', 'lines.hyphens.before'],
    ['lines: {hyphens: {in-a-row: 4}}', '4:29', '3'],
    ['lines: {hyphens: {left: 2}}', '4:19', 'left'],
    ['lines: {hyphens: {capitalized: never}}', '4:32', '`true` or `false`'],
  ])('that are wrong are reported: %s', async (manifest, place, expected) => {
    const { messages } = await loadOwn(`${manifest}\n`)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(`journal.yml:${place}  error`)
    expect(messages[0]).toContain(expected)
  })
})
