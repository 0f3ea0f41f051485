/** Cross-references in Markdown and LaTeX, and the numbers of what they lead to. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../build-article.ts'
import { buildInOwn } from '../own-journal.ts'
import { withText } from './five-works.ts'

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
    ['Figures @fig:pair , @fig:one', 'Figures 1 , 2'],
    ['Figs. @fig:pair & @fig:one', 'Figs. 1 &#x26; 2'],
    ['Figures @fig:pair, and @fig:one', 'Figures 1, and 2'],
    ['Figures @fig:pair and Table @tbl:numbers', 'Figures 1 and Table 1'],
    ['Figure @fig:pair, see @fig:one', 'Figure 1, see Fig. 2'],
  ])('%s → %s', async (source, expected) => {
    const { html, messages } = await buildArticle({
      'article.md': `See ${source} now.\n${figures}`,
      'a.svg': image,
    })
    expect(messages).toEqual([])
    const words = /See (.*?) now\./s.exec(html)?.[1] ?? ''
    expect(words.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')).toBe(expected)
  })

  it.each([
    ['[@eq:c; @eq:a; @eq:b]', 'Eqs. 1–3'],
    ['[@eq:b; @eq:a]', 'Eqs. 1 and 2'],
    ['[@eq:e; @eq:a; @eq:c; @eq:d]', 'Eqs. 1 and 3–5'],
    ['[-@eq:b; -@eq:a]', '1 and 2'],
    ['[Equation @eq:b; @eq:a]', 'Equation 1 and 2'],
    ['\\cref{eq:c,eq:b,eq:a}', 'Eqs. 1–3'],
    ['[@eq:b; @sec:m; @eq:a]', 'Eq. 2, Section 1 and Eq. 1'],
    ['[@eq:b; @eq:none; @eq:a]', 'Eqs. 1 and 2 and @eq:none'],
  ])('of a group are in order: %s → %s', async (source, expected) => {
    const equations = [...'abcde'].map(name => `$$ ${name} $$ {#eq:${name}}`).join('\n\n')
    const { html, messages } = await buildArticle({
      'article.md': `See ${source} now.\n\n${equations}\n\n# Methods {#sec:m}\n\nText.\n`,
    })
    const words = /See (.*?) now\./s.exec(html)?.[1] ?? ''
    expect(words.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')).toBe(expected)
    expect(messages.filter(line => line.includes('reference-unresolved'))).toHaveLength(
      source.includes('none') ? 1 : 0,
    )
    expect(/<mark class="problem">@eq:none<\/mark>/.test(words)).toBe(source.includes('none'))
  })

  it('have the brackets of equations for which the journal has no word', async () => {
    const equations = [...'abcd'].map(name => `$$ ${name} $$ {#eq:${name}}`).join('\n\n')
    const manifest = 'labels: {equation: {reference: "", plural: ""}}'
    const text = 'See @eq:a, [@eq:b; @eq:c; @eq:d], Equation @eq:d and \\eqref{eq:a}.'
    const { words, messages } = await buildInOwn(manifest, `${text}\n\n${equations}\n`)
    expect(messages).toEqual([])
    expect(words).toContain('See (1), (2)–(4), Equation (4) and (1).')
  })

  it('lead to equations without an id if the front matter asks for numbers', async () => {
    const text = '$$ a $$\n\n$$ b $$ {#eq:b}\n\n$$\n\\begin{align*}c&=d\\end{align*}\n$$\n\nSee @eq:b now.\n'
    const { html } = await buildArticle({ 'article.md': `---\nautoEqnLabels: true\n---\n\n${text}` })
    expect(html.replace(/<[^>]+>/g, '')).toMatch(/See Eq\.\s2 now/)
  })

  it('are not told of a list under `toc`: in MyST it names files', async () => {
    const told = async (front: string) =>
      (await buildArticle({ 'article.md': `---\n${front}\n---\n\nText.\n` })).messages.filter(line =>
        line.includes('journal-decides'),
      ).length
    expect(await told('project:\n  toc:\n    - file: article.md')).toBe(0)
    expect(await told('toc: true')).toBe(1)
  })

  it('are told of settings of pandoc-crossref that the journal replaces', async () => {
    const front = 'figLabels: alpha a\nchapters: true\ntblLabels: arabic\nfigPrefix: [Fig.]'
    const { messages } = await buildArticle({
      'article.md': `---\n${front}\n---\n\nText.\n\n\\listoffigures\n`,
    })
    const told = messages.filter(line => line.includes('journal-decides'))
    expect(told).toEqual([
      'article.md:2:1  warning  Unused `figLabels`, `chapters`, `figPrefix`: the journal decides about its pages and labels  journal-decides',
    ])
    expect(messages.filter(line => line.includes('list-left-out'))).toHaveLength(1)
  })

  it('follow the number if a figure is inserted before', async () => {
    const source = `![First.](a.svg)\n\nSee @fig:pair(a,b) now.\n${figures}`
    const { html } = await buildArticle({ 'article.md': source, 'a.svg': image })
    expect(html.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')).toContain('See Fig. 2a and b now.')
  })
})

describe('references to what has no number', () => {
  const things = `
# Examples

::: {.walk #ex:walk}
Walking home.
:::

::: {#named title="The long walk"}
Walking.
:::

::: {#around}
| a | b |
|---|---|
| 1 | 2 |

: Numbers. {#tbl:inner}
:::

:::{note} Mind *this*
:name: boxed
Text.
:::

:::{tip}
:name: bare
Text.
:::

[some words]{#spanned} and []{#empty}.

::: {.proof #pf}
Clear.
:::

<div id="walks">

## All walks

Text.

</div>
`
  it.each([
    ['[](#named)', 'The long walk'],
    ['[@named]', 'The long walk'],
    ['[](#boxed)', 'Mind this'],
    ['[](#bare)', 'Tip'],
    ['[](#spanned)', 'some words'],
    ['[](#around)', 'Table 1'],
    ['@prf:pf', 'Proof'],
    ['[](#walks)', 'Section 1.1'],
  ])('%s → %s', async (source, expected) => {
    const { html, messages } = await buildArticle({ 'article.md': `See ${source} now.\n${things}` })
    expect(messages).toEqual([])
    const words = /See (.*?) now\./s.exec(html)?.[1] ?? ''
    expect(words.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')).toBe(expected)
  })

  it.each(['@ex:walk', '[@ex:walk]', '[](#empty)'])('%s is an error at its place', async source => {
    const { html, messages } = await buildArticle({ 'article.md': `See ${source} now.\n${things}` })
    expect(messages.join('\n')).toMatch(
      /^article\.md:1:[56] +error +.*no number or title.*reference-unnumbered/,
    )
    expect(/See (.*?) now\./s.exec(html)?.[1]).not.toContain('Examples')
  })

  it('keeps the page of a place without a name', async () => {
    const { messages } = await buildArticle({ 'article.md': `See p. \\pageref{ex:walk} now.\n${things}` })
    expect(messages).toEqual([])
  })

  it.each([
    ['divs', '::: {#one}\nA.\n:::\n\n::: {#one}\nB.\n:::'],
    ['theorems', '::: {.theorem #one}\nA.\n:::\n\n::: {.theorem #one}\nB.\n:::'],
    ['a theorem and an equation', '::: {.theorem #one}\nA.\n:::\n\n$$ a $$ {#one}'],
    ['boxes', ':::{note}\n:name: one\nA.\n:::\n\n:::{tip}\n:name: one\nB.\n:::'],
    ['spans', '[a]{#one} and [b]{#one}.'],
  ])('ids given twice are reported in %s', async (_, source) => {
    const { messages } = await buildArticle({ 'article.md': source })
    expect(messages.join('\n')).toMatch(/id-duplicate/)
  })
})

describe('references and citations in LaTeX', () => {
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
    const paragraph = /<div class="text">\s*<p>(.*?)<\/p>/s.exec(html)?.[1] ?? ''
    expect(paragraph.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')).toBe(expected)
  })
})

it.each(['\\crefrange{fig:a}{fig:c}', '\\Crefrange{fig:c}{fig:a}'])(
  '%s is a range in the plural',
  async command => {
    const figure = (id: string) => `![Words](a.svg){#fig:${id}}\n\n`
    const source = `See ${command} now.\n\n${figure('a')}${figure('b')}${figure('c')}`
    const { html } = await buildArticle({
      'article.md': source,
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
    })
    expect(html.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')).toContain('See Figs. 1–3 now.')
  },
)

it('an image in a cell has no number', async () => {
  const { messages } = await buildArticle({
    'article.md': '---\ntitle: T\n---\n\n| a |\n|---|\n| ![A](a.svg){#fig:x} |\n\nSee @fig:x.\n',
    'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
  })
  expect(messages[0]).toContain(
    'Unexpected reference `@fig:x`, the element with this id has no number or title',
  )
})
