/** The first mentions of floats in plain words. */
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../../pipeline/journal/index.ts'
import type { Article, Target } from '../../../pipeline/model/article.ts'
import type { Galley } from '../../../pipeline/typeset/galley.ts'
import { findMentions } from '../../../pipeline/typeset/pages/mentions.ts'

const labels = {
  figure: { reference: 'Fig.', plural: 'Figs.' },
  table: { reference: 'Table', plural: 'Tables' },
}

/** `block:offset` of the first mention of each float; all floats stand at the end of the texts. */
function mentionsOf(texts: readonly string[], floats: readonly Pick<Target, 'kind' | 'number'>[]) {
  const targets = new Map(floats.map((float, index) => [`f${index}`, float]))
  // The casts are safe: the search reads only these properties.
  const galley = {
    blocks: texts.map(text => ({ type: 'text', text, links: [] })),
    floats: floats.map((_, index) => ({ target: `f${index}`, after: texts.length })),
  } as unknown as Galley
  const found = findMentions(galley, { targets } as unknown as Article, { labels } as unknown as Manifest)
  return found.map(({ block, at }) => `${block}:${at}`)
}

describe('mentions in plain words', () => {
  it('are found by the labels of the journal and by common ones, in order', () => {
    const texts = ['Nothing yet.', 'As Table 2 and Figure 1 show, and Fig. 2.', 'Figs. 3, Tab. 1.']
    const floats = [
      { kind: 'figure', number: '1' },
      { kind: 'figure', number: '2' },
      { kind: 'figure', number: '3' },
      { kind: 'table', number: '1' },
      { kind: 'table', number: '2' },
    ] as const
    expect(mentionsOf(texts, floats)).toEqual(['1:15', '1:34', '2:0', '2:9', '1:3'])
  })

  it('are not parts of longer numbers or words', () => {
    const texts = ['Figure 12 and MyFigure 1 and Figure S1.', 'Figure 1.2, the end of it.', 'See Figure 1a.']
    expect(mentionsOf(texts, [{ kind: 'figure', number: '1' }])).toEqual(['1:0'])
    expect(mentionsOf(texts, [{ kind: 'figure', number: '1.2' }])).toEqual(['1:0'])
    expect(mentionsOf(texts, [{ kind: 'figure', number: 'S1' }])).toEqual(['0:29'])
  })

  it('are found over soft hyphens and no-break spaces, at their place with them', () => {
    expect(mentionsOf(['A wa\u00ADter Fig\u00ADure\u00A01.'], [{ kind: 'figure', number: '1' }])).toEqual([
      '0:9',
    ])
  })

  it('are the end of the text before a float that is not mentioned', () => {
    expect(mentionsOf(['Figure 2.', 'Four'], [{ kind: 'figure', number: '1' }])).toEqual(['1:3'])
  })
})
