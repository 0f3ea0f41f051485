/** The layout of a reference: its label and text, blocks, and the links for the screen. */
import { h } from 'hastscript'
import { beforeAll, describe, expect, it } from 'vitest'
import { referenceSection } from '../../pipeline/layout/references.ts'
import type { ListedReference } from '../../pipeline/model/article.ts'
import { type BuiltArticle, buildArticle } from '../build-article.ts'
import { toHtml } from './to-html.ts'

const entry: ListedReference = {
  id: 'ref-a',
  key: 'a',
  work: { id: 'a', type: 'book' },
  label: [],
  content: [{ type: 'text', value: 'A.' }],
  identifiers: [],
  citedAt: [],
}

describe('an entry', () => {
  let built: Pick<BuiltArticle, 'article' | 'journal'>
  beforeAll(async () => {
    built = await buildArticle({ 'article.md': 'Text.' })
  })
  const itemOf = (own: Partial<ListedReference>, hangingIndent = true) => {
    const { article, journal } = built
    const listLayout = { ...article.listLayout, hangingIndent }
    const list = { id: 'references', heading: '', level: 2, isInText: false, entries: [{ ...entry, ...own }] }
    return /<ol class="reference-list (.*?)".*?>(.*)<\/ol>/
      .exec(toHtml([referenceSection(list, { article: { ...article, listLayout }, journal })]))
      ?.slice(1)
  }

  it('without a label has a hanging indent', () => {
    expect(itemOf({})).toEqual(['is-hanging', '<li id="ref-a"><span class="reference">A.</span></li>'])
  })

  it('without a label is a plain paragraph if the style has no hanging indent', () => {
    expect(itemOf({}, false)?.[0]).toBe('is-plain')
    expect(itemOf({ label: [{ type: 'text', value: '[1]' }] }, false)?.[0]).toBe('is-labelled')
  })

  it('has a short label in a column before it', () => {
    expect(itemOf({ label: [{ type: 'text', value: '[1]' }] })).toEqual([
      'is-labelled',
      '<li id="ref-a"><span class="reference-label">[1]</span> <span class="reference">A.</span></li>',
    ])
  })

  it('has a label in its first line if the label is too long for a column', () => {
    expect(itemOf({ label: [{ type: 'text', value: '[Abelson1996]' }] })).toEqual([
      'is-hanging',
      '<li id="ref-a"><span class="reference"><span class="reference-label">[Abelson1996]</span> A.</span></li>',
    ])
  })

  it('is divided into blocks as the style says', () => {
    const block = h('span', { className: ['csl-block'] }, 'Note.')
    const indented = h('span', { className: ['csl-indent'] }, 'More.')
    const text = { type: 'text' as const, value: 'A.' }
    expect(itemOf({ content: [text, block, { type: 'text', value: ' ' }, indented] })?.[1]).toBe(
      '<li id="ref-a"><span class="reference">A.</span><span class="reference is-block">Note.</span><span class="reference is-indented">More.</span></li>',
    )
  })

  it('ends with links to its identifiers and citations', () => {
    const identifiers = [{ type: 'pmid' as const, value: '1', url: 'https://pubmed.ncbi.nlm.nih.gov/1/' }]
    expect(itemOf({ identifiers, citedAt: ['citation-4'] })?.[1]?.replaceAll('\u00A0', '~')).toBe(
      '<li id="ref-a"><span class="reference">A.' +
        '<span class="reference-identifiers"> <a href="https://pubmed.ncbi.nlm.nih.gov/1/">PubMed</a></span>' +
        '<span class="back-links">~<a href="#citation-4" role="doc-backlink" aria-label="Back to citation"><span class="back-arrow" aria-hidden="true"></span></a></span>' +
        '</span></li>',
    )
  })
})
