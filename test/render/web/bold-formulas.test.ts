/** Formulas in bold text have bold letters in the web edition. */
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import type { Journal } from '../../../pipeline/journal/index.ts'
import { withBoldFormulas } from '../../../pipeline/render/web/bold-formulas.ts'

const formula = h('math', [
  h('mi', 'x'),
  h('mo', '+'),
  h('mi', { mathvariant: 'normal' }, 'R'),
  h('mn', '12'),
])

function shown(tagName: string, web = ''): string {
  // Only the style sheets of the journal are read.
  const journal = { css: { common: '', print: '', web } } as unknown as Journal
  return withBoldFormulas(journal)([h(tagName, ['On x ', formula])])
    .map(node => (node.type === 'element' ? textOf(node) : ''))
    .join('')
}

describe('formulas', () => {
  it.each(['h1', 'h3', 'strong', 'thead'])('in %s are bold', tagName => {
    expect(shown(tagName)).toBe('On x 𝒙+𝐑𝟏𝟐')
  })

  it('in a paragraph and in a head of a row are not', () => {
    expect(shown('p')).toBe('On x x+R12')
    expect(shown('th')).toBe('On x x+R12')
  })

  it('in headings that the journal does not print bold are not', () => {
    const web = '.title,\nh2,\nh3 { font-weight: 400; }\nh2 { color: red; }'
    expect(['h1', 'h2', 'h3'].map(tagName => shown(tagName, web))).toEqual(Array(3).fill('On x x+R12'))
    expect(shown('h4', web)).toBe('On x 𝒙+𝐑𝟏𝟐')
    expect(shown('h2', `${web} h2 { font-weight: 600 }`)).toBe('On x 𝒙+𝐑𝟏𝟐')
  })
})
