/** Numbers as the journal wants them, from the heading or caption to the reference. */
import { describe, expect, it } from 'vitest'
import { buildInOwn } from '../../own-journal.ts'

const ieee = `
headings:
  numbering:
    - { format: Roman, label: "{own}." }
    - { format: Alpha, label: "{own}.", number: "{parent}-{own}" }
    - { format: decimal, label: "{own})", number: "{parent}{own}" }
`
const sections = `# One {#a}

## Two {#b}

### Three {#c}

## Four {#d}

## Five {#e}

# Six {#f}

#### Deep {#g}

# Details {#h .appendix}

## More {#i}
`

function textOf(html: string, pattern: RegExp): string {
  return (pattern.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')
}

const referencesIn = async (manifest: string, references: string, text: string) => {
  const { html, messages } = await buildInOwn(manifest, `See ${references} now.\n\n${text}`)
  expect(messages).toEqual([])
  return textOf(html, /See (.*?) now\./s)
}

const headingsIn = (html: string) =>
  [...html.matchAll(/<h\d[^>]*id="([a-z])"[^>]*>(?:<span class="heading-number">(.*?)<\/span>)?/g)].map(
    match => `${match[1]} ${match[2] ?? ''}`.trim(),
  )

describe('sections', () => {
  it('have the format and the label of their level', async () => {
    const { html, article } = await buildInOwn(ieee, sections)
    expect(headingsIn(html)).toEqual([
      'a I.',
      'b A.',
      'c 1)',
      'd B.',
      'e C.',
      'f II.',
      'g',
      'h Appendix A',
      'i A.',
    ])
    expect([...'abcdefghi'].map(id => article.targets.get(id)?.number)).toEqual([
      'I',
      'I-A',
      'I-A1',
      'I-B',
      'I-C',
      'II',
      '',
      'A',
      'A-A',
    ])
  })

  it.each([
    ['@sec:c', 'Section I-A1'],
    ['[@sec:b; @sec:d; @sec:e]', 'Sections I-A–I-C'],
    ['[@sec:b; @sec:e]', 'Sections I-A and I-C'],
    ['[@sec:e; @sec:f; @sec:h]', 'Sections I-C and II and Appendix A'],
    ['\\cref{b,d,e}', 'Sections I-A–I-C'],
    ['[-@sec:b]', 'I-A'],
  ])('are called by their whole numbers: %s → %s', async (source, expected) => {
    expect(await referencesIn(ieee, source, sections)).toBe(expected)
  })

  it.each([
    ['headings: {numbering: decimal}', ['a 1', 'b 1.1', 'c 1.1.1', 'd 1.2', 'e 1.3', 'f 2', 'g 2.1.1.1']],
    ['headings: {numbering: [decimal]}', ['a 1', 'b', 'c', 'd', 'e', 'f 2', 'g']],
    ['headings: {numbering: [none, alpha]}', ['a', 'b a', 'c', 'd b', 'e c', 'f', 'g']],
    ['headings: {numbering: roman}', ['a i', 'b i.i', 'c i.i.i', 'd i.ii', 'e i.iii', 'f ii', 'g ii.i.i.i']],
    ['headings: {numbering: none}', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
  ])('%s', async (manifest, expected) => {
    const { html } = await buildInOwn(manifest, sections)
    expect(headingsIn(html).slice(0, 7)).toEqual(expected)
  })

  it('join their numbers with a space that no line end takes', async () => {
    const aps =
      'headings: {numbering: [{format: Roman, label: "{own}."}, {format: Alpha, number: "{parent} {own}"}]}'
    const { article } = await buildInOwn(aps, sections)
    expect(article.targets.get('d')?.number).toBe('I\u00A0B')
  })

  it('of appendices and supplements have numbers of their own', async () => {
    const text = `# One {#a}\n\n# Data {#b .supplement}\n\n## Sites {#c}\n\n# More data {#d}\n`
    const { html } = await buildInOwn('headings: {numbering: decimal}', text)
    expect(headingsIn(html)).toEqual(['a 1', 'b S1', 'c S1.1', 'd S2'])
    const roman = await buildInOwn(
      'headings: {numbering: decimal, appendix: "Annex {number}"}\nnumbering: {appendices: [Roman, decimal]}',
      sections,
    )
    expect(headingsIn(roman.html).slice(7)).toEqual(['h Annex I', 'i I.1'])
    const only = await buildInOwn('numbering: {appendices: [none]}', sections)
    expect(headingsIn(only.html).slice(7)).toEqual(['h Appendix', 'i'])
  })
})

const floats = `![One.](a.svg){#fig:a}

# First

![Two.](a.svg){#fig:b}

## Inner

![Three.](a.svg){#fig:c}

# Second

![Four.](a.svg){#fig:d}

# Details {.appendix}

![Five.](a.svg){#fig:e}

![Six.](a.svg){#fig:f}

# Data {.supplement}

![Seven.](a.svg){#fig:g}
`

describe('figures', () => {
  it.each([
    ['figures: decimal', '1 2 3 4 5 6 S1'],
    ['figures: Roman', 'I II III IV V VI SI'],
    ['figures: {within: section}', '1 1.1 1.2 2.1 A.1 A.2 S1.1'],
    ['figures: {within: subsection, number: "[{section}-]{own}"}', '1 1-1 1.1-1 2-1 A-1 A-2 S1-1'],
    ['figures: {appendix: "{section}{own}"}', '1 2 3 4 A1 A2 S1'],
    ['figures: {format: Alpha, appendix: "{section}.{own}"}', 'A B C D A.A A.B SA'],
    ['supplement: "Supp. {number}"', '1 2 3 4 5 6 Supp. 1'],
  ])('%s → %s', async (style, expected) => {
    const { article, html } = await buildInOwn(
      `headings: {numbering: decimal}\nnumbering: {${style}}`,
      floats,
    )
    const numbers = [...'abcdefg'].map(name => article.targets.get(`fig-${name}`)?.number)
    expect(numbers.join(' ').replaceAll('\u00A0', ' ')).toBe(expected)
    for (const number of numbers) expect(html).toContain(`<span class="label">Figure ${number}.</span>`)
  })

  it.each([
    ['[@fig:a; @fig:b; @fig:c; @fig:e]', 'Figures I–III and V'],
    ['[@fig:c; @fig:d]', 'Figures III and IV'],
    ['@fig:d', 'Figure IV'],
    ['[@fig:f; @fig:g]', 'Figures VI and SI'],
  ])('are called by their numbers: %s → %s', async (source, expected) => {
    expect(await referencesIn('numbering: {figures: Roman}', source, floats)).toBe(expected)
  })

  it('keep the numbers that the author gave', async () => {
    const text = '![One.](a.svg){#fig:a tag="X7"}\n\n![Two.](a.svg){#fig:b}\n'
    expect(await referencesIn('numbering: {figures: Roman}', '[@fig:a; @fig:b]', text)).toBe(
      'Figures X7 and I',
    )
  })
})

describe('tables, listings and equations', () => {
  const text = `# One {#sec:one}

| a |
|---|
| 1 |

: Numbers. {#tbl:a}

$$ x $$ {#eq:a}

$$ y $$ {#eq:b}

\\begin{subequations}
\\begin{align} p &= q \\label{eq:c} \\\\ r &= s \\label{eq:d}\\end{align}
\\end{subequations}

\`\`\`{.r #lst:a caption="Code."}
x
\`\`\`
`
  it('have formats, which reach captions, formulas and references', async () => {
    const manifest = `headings: {numbering: decimal}
numbering: {tables: Roman, equations: {within: section}, listings: alpha}
labels: {table: {caption: "TABLE {number}"}}
`
    const references = '@tbl:a, @eq:b, [@eq:c; @eq:d], [@eq:a; @eq:b], @lst:a'
    const { html, messages } = await buildInOwn(manifest, `See ${references} now.\n\n${text}`)
    expect(messages).toEqual([])
    expect(textOf(html, /See (.*?) now\./s)).toBe(
      'Table I, Equation 1.2, Equations 1.3a and 1.3b, Equations 1.1 and 1.2, Listing a',
    )
    expect(html).toContain('<span class="label">TABLE I</span>')
    expect(html).toContain('(1.1)')
    expect(html).toContain('(1.3a)')
  })
})

describe('theorems', () => {
  const text = `# One

::: {.theorem #thm:a}
A.
:::

::: {.lemma #lem:a}
B.
:::

::: {.algorithm #alg:a}
C.
:::

# Two

::: {.theorem #thm:b}
D.
:::

::: {.lemma #lem:b}
E.
:::
`
  it.each([
    ['decimal', '1 1 1 2 2'],
    ['{within: section}', '1.1 1.1 1.1 2.1 2.1'],
    ['{within: section, shared: [theorem, lemma]}', '1.1 1.2 1.1 2.1 2.2'],
    ['{shared: [theorem, lemma, algorithm], format: Alpha}', 'A B C D E'],
    ['{within: section, kinds: {algorithm: Roman}}', '1.1 1.1 I 2.1 2.1'],
  ])('%s → %s', async (style, expected) => {
    const { article } = await buildInOwn(
      `headings: {numbering: decimal}\nnumbering: {theorems: ${style}}`,
      text,
    )
    const numbers = ['thm-a', 'lem-a', 'alg-a', 'thm-b', 'lem-b'].map(id => article.targets.get(id)?.number)
    expect(numbers.join(' ')).toBe(expected)
  })
})

describe('numbers that the author typed', () => {
  it('mean the printed ones in another form', async () => {
    const text =
      '# I. Things\n\n## A. Small\n\n## B. Large\n\n# II. Results\n\n## A. Short\n\n![Fig. 1. Words.](a.svg)\n'
    const { html, messages } = await buildInOwn(`${ieee}\nnumbering: {figures: Roman}`, text)
    expect(messages.join('\n')).toMatch(/`Fig\. 1\.`, and 5 more, typed by hand {2}number-typed/)
    expect(html.replace(/<[^>]+>/g, ' ')).toMatch(/II\. +Results.* A\. +Short.*Figure I\. +Words/s)
  })

  it('are reported with the printed number if they differ', async () => {
    const { messages } = await buildInOwn(
      'numbering: {tables: Roman}',
      '| a |\n|---|\n| 1 |\n\n: TABLE II. Words.\n',
    )
    expect(messages.join('\n')).toMatch(/`TABLE II\.`, typed by hand, where `I` is printed/)
  })
})
