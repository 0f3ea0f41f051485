/** Parts of an article as plain text: what becomes of citations, notes, formulas and blocks. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import type { Citation } from '../../pipeline/model/mdast.ts'
import { isRaised, plainTextOf } from '../../pipeline/model/plain-text.ts'

const empty = { formulas: new Map(), citations: new Map(), crossReferences: new Map() }

function text(value: string): Nodes {
  return { type: 'text', value }
}

/** `title` with a citation in the place of `@`, which the style prints as `printed`. */
function withCitation(
  title: string,
  printed: readonly ElementContent[],
  mode: Citation['mode'],
  form?: Citation['form'],
): string {
  const citation: Citation = { type: 'citation', mode, items: [], source: '@a', data: { id: 'c1' } }
  if (form !== undefined) citation.form = form
  const [before = '', after = ''] = title.split('@')
  const citations = new Map([['c1', printed]])
  return plainTextOf([text(before), citation, text(after)], { ...empty, citations })
}

function words(value: string): ElementContent {
  return { type: 'text', value }
}

describe('a citation in brackets', () => {
  it('is dropped with the space before it', () => {
    expect(withCitation('Wells kill @; Snow knew.', [words('[3]')], 'parenthetical')).toBe(
      'Wells kill; Snow knew.',
    )
  })

  it('is dropped with brackets that contain nothing else', () => {
    expect(withCitation('Wells kill (@).', [words('3')], 'parenthetical')).toBe('Wells kill.')
  })

  it('is dropped at the beginning with the space after it', () => {
    expect(withCitation('@ Wells kill', [words('[3]')], 'parenthetical')).toBe('Wells kill')
  })

  it('is kept if only the author or the year is cited', () => {
    expect(withCitation('As @ knew', [words('Snow')], 'parenthetical', 'author')).toBe('As Snow knew')
  })
})

describe('a citation in the sentence', () => {
  it.each<[string, readonly ElementContent[], string]>([
    ['a number in brackets is dropped', [words('Snow\u00A0[1]')], 'As Snow knew'],
    ['a raised number is dropped', [words('Snow'), h('a', [h('sup', '1')])], 'As Snow knew'],
    ['a year is kept', [words('Snow (1855)')], 'As Snow (1855) knew'],
  ])('%s', (_, printed, expected) => {
    expect(withCitation('As @ knew', printed, 'narrative')).toBe(expected)
  })
})

describe('plain text', () => {
  it('has no notes', () => {
    const note: Nodes = { type: 'note', children: [{ type: 'text', value: 'A note.' }] }
    expect(plainTextOf([text('Wells'), note, text(' kill')], empty)).toBe('Wells kill')
  })

  it('has cross-references as their words', () => {
    const reference: Nodes = { type: 'crossReference', items: [], source: '@fig:x', data: { id: 'r1' } }
    const crossReferences = new Map([['r1', [{ text: 'Figure ' }, { text: '2' }]]])
    expect(plainTextOf([text('See '), reference], { ...empty, crossReferences })).toBe('See Figure 2')
  })

  it('has formulas as a line of text, or as TeX if they could not be read', () => {
    const formula: Nodes = { type: 'inlineMath', value: 'x^2', data: { id: 'f1' } }
    const formulas = new Map<string, Element>([['f1', h('math', [h('msup', [h('mi', 'x'), h('mn', '2')])])]])
    expect(plainTextOf([formula], { ...empty, formulas })).toBe('x²')
    expect(plainTextOf([formula], empty)).toBe('x^2')
  })

  it('has a line for each paragraph, and a space for a line break', () => {
    const paragraph = (value: string): Nodes => ({ type: 'paragraph', children: [{ type: 'text', value }] })
    expect(plainTextOf([paragraph('One.'), paragraph('Two.')], empty)).toBe('One.\nTwo.')
    expect(plainTextOf([text('One'), { type: 'break' }, text('Two')], empty)).toBe('One Two')
  })
})

it('a superscript is found inside links', () => {
  expect(isRaised(h('a', [h('span', [h('sup', '1')])]))).toBe(true)
  expect(isRaised(h('a', [words('1'), h('sup', '1')]))).toBe(false)
  expect(isRaised(undefined)).toBe(false)
})
