/** What is decided about an article: marks, numbers, citation texts, references, the journal's lines. */
import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../build-article.ts'

const references = [1, 2, 3, 4, 5]
  .map(
    n =>
      `@article{w${n}, author = {Author${n}, Anna}, title = {Work ${n}}, journal = {Water}, year = {200${n}}}`,
  )
  .join('\n')

function withText(text: string): Record<string, string> {
  return { 'article.md': `---\ntitle: T\nbibliography: refs.bib\n---\n\n${text}\n`, 'refs.bib': references }
}

/** The paragraph of the text as a reader sees it. */
async function paragraph(text: string, style?: string): Promise<string> {
  const { html } = await buildArticle(withText(text), style)
  const found = /<div class="text">\s*<p>(.*?)<\/p>/s.exec(html)?.[1] ?? ''
  return found.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')
}

describe('citations', () => {
  it.each([
    ['Snow [@w1].', 'Snow [1].'],
    ['Snow [@w1; @w2].', 'Snow [1], [2].'],
    ['Snow [@w1; @w2; @w3; @w5].', 'Snow [1]–[4].'],
    ['Snow [@w5; @w4; @w1], ice [@w2; @w1; @w5].', 'Snow [1]–[3], ice [1], [3], [4].'],
    ['Snow [@w2] and ice [@w1; @w2].', 'Snow [1] and ice [1], [2].'],
    ['Snow [@w1, pp. 33-35].', 'Snow [1, pp. 33–35].'],
  ])('in brackets: %s', async (text, expected) => {
    expect(await paragraph(text)).toBe(expected)
  })

  it.each([
    ['Snow [@w1].', 'Snow.1'],
    ['Snow [@w1; @w2], and ice.', 'Snow,1,2 and ice.'],
    ['Snow [@w1; @w2; @w3] melts.', 'Snow1-3 melts.'],
    ['*Snow* [@w1].', 'Snow.1'],
  ])('as raised marks after the punctuation: %s', async (text, expected) => {
    expect(await paragraph(text, 'ijmsrp')).toBe(expected)
  })

  it('links each work to its entry', async () => {
    const { html } = await buildArticle(withText('Snow [@w1; @w2; @w3].'))
    expect([...html.matchAll(/href="#(ref-[^"]+)"/g)].map(match => match[1])).toEqual(['ref-w1', 'ref-w3'])
  })

  it('does not take a page for a work', async () => {
    const { html } = await buildArticle(withText('Snow [@w1, p. 1].'))
    expect(html.match(/href="#ref-w1"/g)).toHaveLength(1)
  })

  it('counts in the order of reading: abstract, text, notes where they are called', async () => {
    const { article } = await buildArticle({
      'article.md':
        '---\ntitle: T\nabstract: Of ice [@w3].\nbibliography: refs.bib\n---\n\nOne[^n], two [@w1].\n\n[^n]: Note [@w2].\n',
      'refs.bib': references,
    })
    expect(article.bibliography.map(entry => entry.key)).toEqual(['w3', 'w2', 'w1'])
  })
})

describe('cross-references', () => {
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'
  const figures = `
::: {#fig:pair}
![Left](a.svg)

![Middle](a.svg)

![Right](a.svg)
:::

![Alone.](a.svg){#fig:one}

| a | b |
|---|---|
| 1 | 2 |

: Numbers. {#tbl:numbers}

$$ x = 1 $$ {#eq:x}

# Methods {#sec:methods}

Measured.
`
  it.each([
    ['@fig:one', 'Fig. 2'],
    ['@fig:pair(a,b)', 'Fig. 1a and b'],
    ['@fig:pair(a-c)', 'Fig. 1a–c'],
    ['@fig:pair(a, b, c)', 'Fig. 1a, b and c'],
    ['[@fig:pair; @fig:one]', 'Figs. 1 and 2'],
    ['@tbl:numbers', 'Table 1'],
    ['@eq:x', 'Eq. 1'],
    ['@sec:methods', 'Section 1'],
    ['[-@fig:one]', '2'],
  ])('%s → %s', async (source, expected) => {
    const { html, messages } = await buildArticle({
      'article.md': `See ${source} now.\n${figures}`,
      'a.svg': image,
    })
    expect(messages).toEqual([])
    const found = /See (.*?) now\./s.exec(html)?.[1] ?? ''
    expect(found.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')).toBe(expected)
  })

  it('follow the number when a figure is put before', async () => {
    const source = `![First.](a.svg)\n\nSee @fig:pair(a,b) now.\n${figures}`
    const { html } = await buildArticle({ 'article.md': source, 'a.svg': image })
    expect(html.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')).toContain('See Fig. 2a and b now.')
  })
})

describe('ids in the output', () => {
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

  it('are unique, and every link inside leads to one', async () => {
    const { html, messages } = await buildArticle({
      'article.md': `---
bibliography: refs.bib
---

See @fig:p(a,b), @fig-h, @left and [@a:1; @a-1].^[A note.]

::: {#fig:p}
![Left](a.svg){#fig:left}

![Right](a.svg)
:::

![Half.](a.svg){#fig:h}

# fig h

## Mine {#note-1}

[Mine too]{#references}.
`.replace('@left', '@fig:left'),
      'a.svg': image,
      'refs.bib': references.replace('w1', 'a:1').replace('w2', 'a-1'),
    })
    expect(messages).toEqual([])
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(match => match[1])
    expect(ids).toEqual([...new Set(ids)])
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(match => match[1])
    expect(links.filter(link => !ids.includes(link))).toEqual([])
    expect(links).toContain('fig-left')
  })
})

describe('figures', () => {
  it('are as wide as the author says', async () => {
    const { html } = await buildArticle({
      'article.md': '![Half.](a.svg){width=50%}\n\n![Evil.](a.svg){width="1px;color:red"}\n',
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
    })
    expect(html).toMatch(/class="panels" style="[^"]*width: 50%/)
    expect(html).not.toContain('color:red')
  })
})

describe('authors and affiliations', () => {
  it('merges equal affiliations and numbers them by first use', async () => {
    const { article } = await buildArticle({
      'article.md': `---
title: T
authors:
  - {name: Ada Lovelace, affiliations: [b, a]}
  - {name: Tilda van der Brakel, affiliations: [c]}
affiliations:
  - {id: a, institution: Oxford}
  - {id: b, institution: London}
  - {id: c, institution: Oxford}
---

Text.
`,
    })
    expect(article.affiliations).toMatchObject([
      { mark: '1', text: 'London' },
      { mark: '2', text: 'Oxford' },
    ])
    expect(article.contributors.map(one => one.marks)).toEqual([['1', '2'], ['2']])
    expect(article.contributors.map(one => one.familyName)).toEqual(['Lovelace', 'van der Brakel'])
  })

  it('marks nobody where all share one affiliation', async () => {
    const { article } = await buildArticle({
      'article.md':
        '---\nauthors:\n  - {name: A B, affiliations: [x]}\n  - {name: C D, affiliations: [x]}\naffiliations:\n  - {id: x, name: Oxford}\n---\n\nText.\n',
    })
    expect(article.contributors.map(one => one.marks)).toEqual([[], []])
    expect(article.affiliations).toMatchObject([{ mark: '', text: 'Oxford' }])
  })
})

describe('the imprint', () => {
  it('comes from the metadata in the journal’s form', async () => {
    const { article } = await buildArticle(
      {
        'article.md': `---
title: Ice
authors: [Ada Lovelace, Charles Babbage]
volume: 2
issue: 1
pages: 54-55
dates: {received: 2015-02-15, published: 2015-03-31}
---

Text.
`,
      },
      'ijmsrp',
    )
    const { howToCite, dates, copyright, furniture } = article.imprint
    expect(textOf({ type: 'root', children: [...howToCite] })).toBe(
      'Lovelace A, Babbage C. Ice. Inter J Medical Sci Res Prac 2015;2(1):54-55.',
    )
    expect(dates.map(({ label, text }) => `${label} ${text}`)).toEqual([
      'Received: 15 Feb 2015',
      'Published: 31 Mar 2015',
    ])
    expect(copyright).toContain('© 2015')
    expect(furniture.right['head-right']).toBe('Lovelace and Babbage: Ice')
    expect(furniture.right['foot-right']).toBe('{page}')
  })

  it('leaves out what the metadata does not say', async () => {
    const { article } = await buildArticle({ 'article.md': 'Text alone.\n' }, 'ijmsrp')
    expect(article.imprint.howToCite).toEqual([])
    expect(article.imprint.dates).toEqual([])
    expect(article.imprint.copyright).toBe('')
  })
})

describe('references and citations of LaTeX', () => {
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'
  const things = `
# Results \\label{sec:results} {#results}

![A curve. \\label{fig:curve}](a.svg){#fig:other}

$$a = b\\label{eq:one}$$

\\begin{align}
c &= d \\label{eq:two} \\\\
e &= f \\nonumber \\\\
g &= h \\tag{A}\\label{eq:tag}
\\end{align}

\\begin{subequations}\\label{eq:all}
\\begin{align}
i &= j \\label{eq:left} \\\\
k &= l
\\end{align}
\\end{subequations}
`

  it.each([
    ['\\autoref{fig:curve}a, \\ref{fig:curve} and @fig:other', 'Fig. 1a, 1 and Fig. 1'],
    ['Figure \\ref{fig:curve} and \\autoref{fig:other}', 'Figure 1 and Fig. 1'],
    ['\\eqref{eq:one}, \\ref{eq:two}, \\eqref{eq:tag}, \\@ref(eq:two)', '(1), 2, (A), (2)'],
    ['\\eqref{eq:left} of \\eqref{eq:all}', '(3a) of (3)'],
    ['\\nameref{sec:results}', 'Results'],
    ['@results and [see @results]', 'Section 1 and see Section 1'],
    ['\\cref{eq:one,eq:two}', 'Eqs. 1 and 2'],
    ['\\hyperref[fig:curve]{the curve}', 'the curve'],
    ['\\cite{w1} \\citep[see][p. 3]{w1,w2} \\citet{w2}', '[1] see [1], [2, p. 3] Author2 [2]'],
    ['\\citeauthor{w2} in \\citeyear{w2}', 'Author2 in 2002'],
    ['\\nocite{w3}\\cite{w1}', '[1]'],
  ])('%s', async (text, expected) => {
    const source = { ...withText(`${text}\n\n${things}`), 'a.svg': image }
    const { html } = await buildArticle(source)
    const found = /<div class="text">\s*<p>(.*?)<\/p>/s.exec(html)?.[1] ?? ''
    expect(found.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')).toBe(expected)
  })
})

describe('roots', () => {
  it.each([
    ['s', true],
    ['x_1^2', true],
    ['\\frac{a}{b}', false],
    ['1+\\sqrt{2}', false],
  ])('over %s, low: %s', async (radicand, isLow) => {
    const { html } = await buildArticle({ 'article.md': `Text $\\sqrt{${radicand}}$.\n` })
    const [outer = ''] = /<msqrt[^>]*>/.exec(html) ?? []
    expect(outer.includes('radical')).toBe(isLow)
  })
})

it('has the title as text: characters of formulas, and no notes', async () => {
  const { article } = await buildArticle({
    'article.md': '---\ntitle: A `fast` $\\nabla u$^[Paid.]\n---\n\nText.\n',
  })
  expect(article.plainTitle).toBe('A fast ∇u')
})

it('prints the boxes of tasks as characters', async () => {
  const { html } = await buildArticle({ 'article.md': '- [x] done\n- [ ] to do\n' })
  expect(html.replace(/<[^>]+>/g, '')).toMatch(/☒ done\s+☐ to do/)
  expect(html).not.toContain('<input')
})
