/** What machines read in the head of the web edition, held against the article that it is made from. */
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../pipeline/render/index.ts'
import { buildArticle } from '../build-article.ts'

const bibliography = `@article{snow1855, author = {Snow, John and van der Brakel, Petra}, title = {On the \\emph{mode}; of
communication}, journal = {J. Water}, year = {1855}, volume = {2}, number = {1}, pages = {11--15}, doi = {10.1234/snow}}
@book{board, author = {{Board of Health}}, title = {Report}, publisher = {HMSO}, year = {1854}}
`
const manuscript = `---
title: "The pump & the *well*: $x^2$ \\\\</script>"
authors:
  - name: {given: Petra, non-dropping-particle: van der, family: Brakel}
    orcid: 0000-0002-1825-0097
    email: petra@example.org
    corresponding: true
    affiliation: [a, b]
  - {name: John Snow, affiliation: b}
affiliations:
  - {id: a, name: Board of Health, city: London, ror: 04wxnsj81}
  - {id: b, name: King's College}
abstract: |
  Water kills [@snow1855]; see $a+b$.^[Not always.]

  Twice.
keywords: [cholera, water]
date: 2015-03-31
volume: 3
issue: 2
pages: 54-55
doi: 10.1234/abcd
license: CC-BY-4.0
funding: [{source: Wellcome, id: W1}]
lang: en-GB
bibliography: a.bib
---

# Text

As @snow1855 and @board say.

![A *dot*.](dot.svg){#fig:dot credit="Jane Doe" license="CC BY"}
`

async function pageOf(addresses?: { page: string; pdf: string }) {
  const built = await buildArticle({
    'article.md': manuscript,
    'a.bib': bibliography,
    'dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  })
  const root: Root = { type: 'root', children: [] }
  const bytes = await renderHtml({
    root,
    article: built.article,
    journal: built.journal,
    fonts: [],
    addresses,
  })
  const tree = fromHtml(new TextDecoder().decode(bytes))
  const elements: Element[] = []
  visit(tree, 'element', node => void elements.push(node))
  const contentOf = (name: string) =>
    elements
      .filter(
        ({ tagName, properties }) => tagName === 'meta' && (properties.name ?? properties.property) === name,
      )
      .map(({ properties }) => properties.content)
  return { ...built, tree, elements, contentOf }
}

describe('the head of the web edition', () => {
  it('has the tags that Google Scholar reads', async () => {
    const { article, journal, contentOf } = await pageOf()
    expect(contentOf('citation_title')).toEqual([article.plainTitle])
    expect(contentOf('citation_author')).toEqual(['van der Brakel, Petra', 'Snow, John'])
    expect(contentOf('citation_author_institution')).toEqual([
      'Board of Health, London',
      'King’s College',
      'King’s College',
    ])
    expect(contentOf('citation_author_orcid')).toEqual(['https://orcid.org/0000-0002-1825-0097'])
    expect(contentOf('citation_publication_date')).toEqual(['2015/03/31'])
    expect(contentOf('citation_journal_title')).toEqual([journal.manifest.title])
    expect(
      ['volume', 'issue', 'firstpage', 'lastpage', 'doi'].flatMap(one => contentOf(`citation_${one}`)),
    ).toEqual(['3', '2', '54', '55', '10.1234/abcd'])
    expect(contentOf('citation_keywords')).toEqual(['cholera', 'water'])
    // Only where it is known what the address will be.
    expect(contentOf('citation_pdf_url')).toEqual([])
  })

  it('says each work of the list', async () => {
    const { contentOf } = await pageOf()
    expect(contentOf('citation_reference')).toEqual([
      'citation_title=On the mode, of communication; citation_author=Snow, John; citation_author=van der Brakel, Petra; citation_journal_title=J. Water; citation_volume=2; citation_issue=1; citation_firstpage=11; citation_lastpage=15; citation_doi=10.1234/snow; citation_publication_date=1855',
      'citation_title=Report; citation_author=Board of Health; citation_publisher=HMSO; citation_publication_date=1854',
    ])
  })

  it('gives the abstract as text', async () => {
    const { article, contentOf } = await pageOf()
    expect(article.plainAbstract).toBe('Water kills [1]; see a+b.\nTwice.')
    expect(contentOf('description')).toEqual(['Water kills [1]; see a+b. Twice.'])
    expect(contentOf('DC.description')).toEqual([article.plainAbstract])
  })

  it('is a ScholarlyArticle whose text can end no script', async () => {
    const { article, elements, journal } = await pageOf()
    const scripts = elements.filter(({ properties }) => properties.type === 'application/ld+json')
    expect(scripts).toHaveLength(1)
    const data = JSON.parse(textOf(scripts[0] as Element))
    expect(data).toMatchObject({
      '@type': 'ScholarlyArticle',
      '@id': 'https://doi.org/10.1234/abcd',
      headline: article.plainTitle,
      datePublished: '2015-03-31',
      pageStart: '54',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      author: [
        {
          '@type': 'Person',
          '@id': 'https://orcid.org/0000-0002-1825-0097',
          familyName: 'van der Brakel',
          affiliation: [{ '@id': 'https://ror.org/04wxnsj81', name: 'Board of Health, London' }, {}],
        },
        { name: 'John Snow' },
      ],
      isPartOf: {
        issueNumber: '2',
        isPartOf: { volumeNumber: '3', isPartOf: { name: journal.manifest.title } },
      },
      image: [
        {
          '@type': 'ImageObject',
          caption: 'A dot.',
          creditText: 'Jane Doe',
          license: 'https://creativecommons.org/licenses/by/4.0/',
        },
      ],
      citation: [
        { '@type': 'ScholarlyArticle', '@id': 'https://doi.org/10.1234/snow' },
        { '@type': 'Book', author: [{ '@type': 'Organization', name: 'Board of Health' }] },
      ],
    })
    expect(article.plainTitle).toContain('</script>')
  })

  it('leads to the page and its PDF where their addresses are known', async () => {
    const addresses = { page: 'https://j.org/a/article.html', pdf: 'https://j.org/a/article.pdf' }
    const { elements, contentOf } = await pageOf(addresses)
    expect(contentOf('citation_pdf_url')).toEqual([addresses.pdf])
    expect(contentOf('og:url')).toEqual([addresses.page])
    const canonical = elements.filter(({ properties }) => String(properties.rel) === 'canonical')
    expect(canonical.map(({ properties }) => properties.href)).toEqual([addresses.page])
  })
})
