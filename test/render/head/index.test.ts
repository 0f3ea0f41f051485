/** Machine-readable metadata in the head of the web edition, compared with the article. */
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import { renderHtml } from '../../../pipeline/render/index.ts'
import { buildArticle } from '../../build-article.ts'

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

interface PageOptions {
  readonly text?: string
  readonly bib?: string
  readonly style?: string
  readonly addresses?: { page: string; pdf: string }
}

async function pageOf({ text = manuscript, bib = bibliography, style, addresses }: PageOptions = {}) {
  const files = {
    'article.md': text,
    'a.bib': bib,
    'dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  }
  const built = await buildArticle(files, style)
  const bytes = await renderHtml({
    root: articleTree(built.article, built.journal),
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
  const script = elements.find(({ properties }) => properties.type === 'application/ld+json')
  const data = JSON.parse(script ? textOf(script) : '')
  return { ...built, tree, elements, contentOf, data }
}

/** An article with these lines in its front matter that cites all works of its bibliography. */
async function pageWith(lines: string, options: Omit<PageOptions, 'text'> = {}) {
  const text = `---\ntitle: Wells\nauthors: [Jane Doe]\nlang: en\nbibliography: a.bib\nnocite: '@*'\n${lines}\n---\n\nText.\n`
  return await pageOf({ ...options, text })
}

/** The tags of a reference, without its title and date. */
function referenceTags(content: unknown): readonly string[] {
  return String(content)
    .split('; ')
    .filter(tag => !/^citation_(?:title|publication_date)=/.test(tag))
    .map(tag => tag.replace(/^citation_/, ''))
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
    // Addresses are given only if they are known.
    expect(contentOf('citation_pdf_url')).toEqual([])
  })

  it('has a tag for each reference', async () => {
    const { contentOf } = await pageOf()
    expect(contentOf('citation_reference')).toEqual([
      'citation_title=On the mode, of communication; citation_author=Snow, John; citation_author=van der Brakel, Petra; citation_journal_title=J. Water; citation_volume=2; citation_issue=1; citation_firstpage=11; citation_lastpage=15; citation_doi=10.1234/snow; citation_publication_date=1855',
      'citation_title=Report; citation_author=Board of Health; citation_publisher=HMSO; citation_publication_date=1854',
    ])
  })

  it('has the abstract as plain text', async () => {
    const { article, contentOf } = await pageOf()
    expect(article.plainAbstract).toBe('Water kills; see a+b.\nTwice.')
    expect(contentOf('description')).toEqual(['Water kills; see a+b. Twice.'])
    expect(contentOf('DC.description')).toEqual([article.plainAbstract])
  })

  it('has a ScholarlyArticle, whose text cannot end the script element', async () => {
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

  it('has links to the page and its PDF if their addresses are known', async () => {
    const addresses = { page: 'https://j.org/a/article.html', pdf: 'https://j.org/a/article.pdf' }
    const { elements, contentOf } = await pageOf({ addresses })
    expect(contentOf('citation_pdf_url')).toEqual([addresses.pdf])
    expect(contentOf('og:url')).toEqual([addresses.page])
    const canonical = elements.filter(({ properties }) => String(properties.rel) === 'canonical')
    expect(canonical.map(({ properties }) => properties.href)).toEqual([addresses.page])
  })
})

describe('pages', () => {
  it.each(['2020-013', 'e12-45'])('the article number %s is not taken for a range', async elocation => {
    const { contentOf, data, files } = await withDownloads(`elocation: ${elocation}`)
    expect(contentOf('citation_firstpage')).toEqual([elocation])
    expect(contentOf('citation_lastpage')).toEqual([])
    expect(data).toMatchObject({ pagination: elocation })
    expect(data).not.toHaveProperty('pageStart')
    expect(files.ris).toContain(`SP  - ${elocation}\r\n`)
    expect(files.ris).not.toContain('EP  - ')
    expect(files.bib).toContain(`eid = {${elocation}}`)
    expect(files.bib).not.toContain('pages =')
    expect(JSON.parse(files.json ?? '')).toMatchObject([{ page: elocation }])
    for (const style of ['letters', 'humanities']) {
      const { article } = await pageWith(`elocation: ${elocation}`, { style })
      expect(textOf({ type: 'root', children: [...article.imprint.howToCite] })).toContain(elocation)
    }
  })

  it('of a cited work in several ranges are given by the first and the last', async () => {
    const bib = '@article{a, title = {A}, journal = {J}, year = 2000, volume = 3, pages = {S1--S5, S7}}'
    const { contentOf, data } = await pageWith('', { bib })
    expect(contentOf('citation_reference').map(referenceTags)).toEqual([
      ['journal_title=J', 'volume=3', 'firstpage=S1', 'lastpage=S7'],
    ])
    expect(data.citation[0]).toMatchObject({ pagination: 'S1-S5, S7' })
  })
})

describe('a cited work', () => {
  it('keeps its DOI', async () => {
    const doi = '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O'
    const { contentOf, data } = await pageWith('', {
      bib: `@article{a, title = {A; b}, journal = {J}, year = 1998, doi = {${doi}}}`,
    })
    const [reference] = contentOf('citation_reference')
    expect(reference).toContain('citation_title=A, b;')
    expect(reference).toContain(`citation_doi=${doi.replace(';', '%3B')};`)
    expect(data.citation[0]['@id']).toBe(`https://doi.org/${encodeURI(doi)}`)
  })

  it('has no author called "others"', async () => {
    const { contentOf, data } = await pageWith('', {
      bib: '@article{a, author = {Roe, Rita and others}, title = {A}, journal = {J}, year = 1998}',
    })
    expect(contentOf('citation_reference').map(referenceTags)).toEqual([
      ['author=Roe, Rita', 'journal_title=J'],
    ])
    expect(data.citation[0].author).toEqual([{ '@type': 'Person', name: 'Rita Roe' }])
  })

  it.each([
    [
      'a book with editors alone',
      '@book{a, editor = {Roe, Rita}, title = {A}, publisher = {P}, year = 1998, isbn = {9780262517638}}',
      ['editor=Roe, Rita', 'publisher=P', 'isbn=9780262517638'],
      {
        '@type': 'Book',
        editor: [{ '@type': 'Person', name: 'Rita Roe' }],
        isbn: '9780262517638',
        publisher: { name: 'P' },
      },
    ],
    [
      'a chapter',
      '@incollection{a, author = {Doe, J}, editor = {Roe, Rita}, title = {A}, booktitle = {B}, publisher = {P}, year = 1998, pages = {1--9}}',
      ['author=Doe, J', 'editor=Roe, Rita', 'inbook_title=B', 'publisher=P', 'firstpage=1', 'lastpage=9'],
      { '@type': 'Chapter', isPartOf: { '@type': 'Book', name: 'B' }, pageStart: '1', pageEnd: '9' },
    ],
    [
      'a report',
      '@techreport{a, author = {Doe, J}, title = {A}, institution = {Agency}, number = {TR-7}, year = 1998}',
      ['author=Doe, J', 'technical_report_institution=Agency', 'technical_report_number=TR-7'],
      { '@type': 'Report', reportNumber: 'TR-7', publisher: { name: 'Agency' } },
    ],
    [
      'a thesis',
      '@phdthesis{a, author = {Doe, J}, title = {A}, school = {University}, year = 1998}',
      ['author=Doe, J', 'dissertation_institution=University'],
      { '@type': 'Thesis', publisher: { name: 'University' } },
    ],
    [
      'a page of the web',
      '@online{a, author = {Doe, J}, title = {A}, url = {https://a.org/x;y}, year = 1998}',
      ['author=Doe, J', 'public_url=https://a.org/x%3By'],
      { '@type': 'WebPage', url: 'https://a.org/x;y' },
    ],
    [
      'an article',
      '@article{a, title = {A}, journal = {J}, volume = 2, number = 3, pages = {1--9}, issn = {1234-5679}, year = 1998}',
      ['journal_title=J', 'issn=1234-5679', 'volume=2', 'issue=3', 'firstpage=1', 'lastpage=9'],
      {
        isPartOf: {
          '@type': 'PublicationIssue',
          issueNumber: '3',
          isPartOf: {
            '@type': 'PublicationVolume',
            volumeNumber: '2',
            isPartOf: { '@type': 'Periodical', name: 'J', issn: '1234-5679' },
          },
        },
      },
    ],
  ])('has the tags to find %s', async (_, bib, tags, expected) => {
    const { contentOf, data } = await pageWith('', { bib })
    expect(contentOf('citation_reference').map(referenceTags)).toEqual([tags])
    expect(data.citation[0]).toMatchObject(expected)
  })

  it('has no address that a browser would execute', async () => {
    const { contentOf, data } = await pageWith('', {
      bib: '@online{a, title = {A}, url = {javascript:alert(1)}, year = 1998}',
    })
    expect(`${contentOf('citation_reference')}${JSON.stringify(data)}`).not.toContain('javascript')
  })
})

describe('authors', () => {
  it('with one name are people; groups are organizations', async () => {
    const names = ['Sukarno', '王小明', 'The Wells Group', '{name: {literal: World Health Organization}}']
    const { data } = await pageOf({
      text: `---\ntitle: Wells\nauthors: [${names.join(', ')}]\n---\n\nText.\n`,
    })
    expect(data.author.map((one: { '@type': string }) => one['@type'])).toEqual([
      'Person',
      'Person',
      'Organization',
      'Organization',
    ])
  })
})

describe('missing values', () => {
  it('are left out: title and authors', async () => {
    const { data, contentOf } = await pageOf({ text: '---\nlang: en\n---\n\nText.\n' })
    expect(
      Object.keys(data).filter(key => ['headline', 'name', 'author', 'identifier', 'sameAs'].includes(key)),
    ).toEqual([])
    expect(contentOf('og:locale')).toEqual([])
  })

  it('of a licence: without an address it is a work with its name', async () => {
    const { data } = await pageWith('license: All rights reserved')
    expect(data.license).toEqual({ '@type': 'CreativeWork', name: 'All rights reserved' })
  })

  it('of a language: only with a territory it is a locale', async () => {
    expect((await pageOf()).contentOf('og:locale')).toEqual(['en_GB'])
  })
})

describe('a style that is not a journal', () => {
  it('for manuscripts names no publication', async () => {
    const { contentOf, data, files, elements } = await withDownloads('volume: 3\npages: 1-2', 'submission')
    const head = elements.filter(({ tagName }) => tagName === 'meta')
    expect(head.map(({ properties }) => properties.content)).not.toContain(
      'Manuscript submitted for publication',
    )
    expect(contentOf('citation_volume')).toEqual([])
    expect(data).not.toHaveProperty('isPartOf')
    expect(JSON.parse(files.json ?? '')).toMatchObject([
      { type: 'manuscript', genre: 'Manuscript submitted for publication' },
    ])
    expect(files.bib).toMatch(/^@unpublished\{/)
    expect(files.bib).toContain('note = {Manuscript submitted for publication}')
    expect(files.bib).not.toMatch(/journal|volume/)
    expect(files.ris).not.toMatch(/^(?:T2|J2|VL)/m)
  })

  it('for a preprint server is not a periodical', async () => {
    const { contentOf, data, files } = await withDownloads('', 'preprint')
    expect(contentOf('citation_journal_title')).toEqual([])
    expect(contentOf('citation_publisher')).toEqual(['Tidewater Archive'])
    expect(data.isPartOf).toMatchObject({ '@type': 'WebSite', name: 'Tidewater Preprints' })
    expect(JSON.parse(files.json ?? '')).toMatchObject([{ type: 'article' }])
  })
})

describe('a subtitle', () => {
  it('is part of the title wherever the article is cited, and its formulas become text', async () => {
    const { contentOf, data, files, html } = await withDownloads(
      "subtitle: On $x^2$ and *E. coli*\nkeywords: ['$\\alpha$ decay', wells]",
    )
    const title = 'Wells: On x² and E. coli'
    expect(contentOf('citation_title')).toEqual([title])
    expect(contentOf('DC.title')).toEqual([title])
    expect(data.alternativeHeadline).toBe('On x² and E. coli')
    expect(JSON.parse(files.json ?? '')[0].title).toBe(title)
    expect(files.ris).toContain(`TI  - ${title}\r\n`)
    expect(files.bib).toContain('title = {Wells: On x² and {E}. coli}')
    // The CSL engine writes a superscript digit as an element.
    expect(html).toMatch(/class="how-to-cite">.*Wells: On x<sup>2<\/sup> and <i>E\. coli<\/i>/)
    expect(html).toMatch(/class="subtitle">On <.*<em>E\. coli<\/em>/)
    expect(contentOf('citation_keywords')).toEqual(['α decay', 'wells'])
    expect(html).toMatch(/class="keywords">.*<math.* decay<\/span>, <span class="keyword">wells/)
  })

  it('follows a question without a colon', async () => {
    const { contentOf } = await pageWith('subtitle: An answer', { bib: '' })
    expect(contentOf('citation_title')).toEqual(['Wells: An answer'])
    const { contentOf: ofQuestion } = await pageOf({
      text: '---\ntitle: Why?\nsubtitle: An answer\n---\n\nText.\n',
    })
    expect(ofQuestion('citation_title')).toEqual(['Why? An answer'])
  })
})

describe('keywords', () => {
  it.each([
    ["'$f(x, y)$, water'", ['f(x,y)', 'water']],
    ["'2. Weltkrieg; C*-algebra; @handle'", ['2. Weltkrieg', 'C*-algebra', '@handle']],
    ["'US$, CA$'", ['US$', 'CA$']],
  ])('are read as Markdown, and similar plain text is kept: %s', async (keywords, expected) => {
    const { contentOf, messages } = await pageWith(`keywords: ${keywords}`, { bib: '' })
    expect(contentOf('citation_keywords')).toEqual(expected)
    expect(messages).toEqual([])
  })
})

describe('identifiers', () => {
  it('are named and linked in the imprint and the metadata', async () => {
    const { data, html, contentOf } = await pageWith(
      'doi: 10.1234/abcd\npmid: 30718888\npmcid: 6103790\narxiv: arXiv:2101.00001v2',
    )
    expect(
      data.identifier.map((one: { propertyID: string; value: string }) => [one.propertyID, one.value]),
    ).toEqual([
      ['DOI', '10.1234/abcd'],
      ['PMID', '30718888'],
      ['PMCID', 'PMC6103790'],
      ['arXiv', '2101.00001v2'],
    ])
    const addresses = [
      'https://doi.org/10.1234/abcd',
      'https://pubmed.ncbi.nlm.nih.gov/30718888/',
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC6103790/',
      'https://arxiv.org/abs/2101.00001v2',
    ]
    expect(data.sameAs).toEqual(addresses)
    for (const address of addresses) expect(html).toContain(`<a href="${address}">`)
    expect(contentOf('citation_pmcid')).toEqual(['PMC6103790'])
  })

  it('are reported if they are invalid', async () => {
    const { messages, data } = await pageWith('pmid: soon')
    expect(messages).toEqual([
      'article.md:7:7  error  Unexpected value `soon` of `pmid`, expected a PMID such as 30718888  front-matter-invalid',
      '    The value is left out of the article.',
    ])
    expect(data).not.toHaveProperty('identifier')
  })
})

it.each([
  [
    'transactions',
    'Wells kill [@a]. Snow, as @a says; twice [see @a, p. 3; @b], (see [@b]) and at x^2^ ([@a]).',
    'Wells kill. Snow, as Snow says; twice, (see) and at x².',
  ],
  ['ijmsrp', 'Wells kill [@a]. As @a says.\n\n[@b] Twice.', 'Wells kill. As Snow says.\nTwice.'],
  ['preprint', 'Wells kill [@a]. As @a says.', 'Wells kill. As Snow (1855) says.'],
])('the abstract has no citation marks: %s', async (style, abstract, expected) => {
  const bib =
    '@book{a, author = {Snow, John}, title = {A}, year = 1855}\n@book{b, author = {Farr, W}, title = {B}, year = 1856}'
  const { contentOf } = await pageWith(`abstract: ${JSON.stringify(abstract)}`, { bib, style })
  for (const name of ['citation_abstract', 'DC.description']) expect(contentOf(name)).toEqual([expected])
  expect(contentOf('og:description')).toEqual([expected.replace('\n', ' ')])
})

it('downloads contain the address of the article', async () => {
  const { files } = await withDownloads('')
  const page = 'https://j.org/a/article.html'
  expect(files.bib).toContain(`url = {${page}}`)
  expect(files.ris).toContain(`UR  - ${page}\r\n`)
  expect(JSON.parse(files.json ?? '')).toMatchObject([{ URL: page }])
})

/** The page with its citation downloads, by file extension. */
async function withDownloads(lines: string, style?: string) {
  const addresses = { page: 'https://j.org/a/article.html', pdf: 'https://j.org/a/article.pdf' }
  const page = await pageWith(lines, { bib: '', addresses, ...(style !== undefined && { style }) })
  const files: Record<string, string> = {}
  for (const { properties } of page.elements) {
    const extension = /\.(\w+)$/.exec(String(properties.download ?? ''))?.[1]
    const data = /^data:[^,]*,(.*)$/.exec(String(properties.href ?? ''))?.[1]
    if (extension && data) files[extension] = decodeURIComponent(data)
  }
  return { ...page, files }
}
