/**
 * MyST in a whole article: parts of the page, works cited by DOI, links and references, substitutions, raw
 * code, the choice of an image file.
 */
import { describe, expect, it } from 'vitest'
import { type BuiltArticle, buildArticle } from '../build-article.ts'

const bibliography =
  '@article{a, author = {Doe, Ann}, title = {A}, journal = {J}, year = {2001}, doi = {10.1234/ABC}}'

function build(text: string, front = ''): Promise<BuiltArticle> {
  return buildArticle({
    'article.md': `---\ntitle: T\nbibliography: refs.bib\n${front}---\n\n${text}\n`,
    'refs.bib': bibliography,
  })
}

const words = ({ html }: BuiltArticle) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00A0', ' ')
    .replace(/\s+/g, ' ')

describe('parts of the page', () => {
  it('are moved to their places in the article', async () => {
    const built = await build(
      '+++ {"part": "acknowledgments"}\nThanks.\n\n+++ {"part": "abstract"}\nIn short.\n\n+++\n# One\n\nText.\n\n# References',
    )
    expect(built.article.abstract).toHaveLength(1)
    expect(words(built)).toMatch(/In short\..*One Text\..*Acknowledgments Thanks\./)
    expect(built.messages).toEqual([])
  })
})

describe('works cited by DOI', () => {
  it('are found in the bibliography', async () => {
    const built = await build(
      'See [](https://doi.org/10.1234/abc), [@doi:10.1234/abc], {cite:p}`10.1234/abc`.',
    )
    expect(built.messages).toEqual([])
    expect(built.article.bibliography).toHaveLength(1)
  })

  it('are listed with their address if they are not in the bibliography', async () => {
    const built = await build('See {cite:p}`a, https://doi.org/10.1234/other` and <doi:10.1234/other>.')
    expect(words(built)).toContain('See [1], [2] and [2].')
    expect(words(built)).toContain('https://doi.org/10.1234/other')
    expect(built.messages.filter(line => line.includes('citation-identifier'))).toHaveLength(1)
  })
})

describe('citations of parts', () => {
  it('print the names or the year alone', async () => {
    const built = await build(
      'By {cite:author}`a`, {cite:authors}`a`, {cite:authorpar}`a`, {cite:cauthor}`a`, {cite:year}`a`.',
    )
    expect(words(built)).toContain('By Doe, Doe, (Doe), Doe, 2001.')
  })

  it('are reported at their key, also between double backticks', async () => {
    const built = await build('See {cite:t}``  a; zz``.')
    expect(built.messages[0]).toMatch(/^article\.md:6:20 /)
  })
})

it('keeps a heading at the very end after the list of references', async () => {
  const text = '# One\n\nSee {cite:t}`a`.\n\n# References\n\n'
  const built = await build(`${text}:::{bibliography}\n:::\n\n# Appendix`)
  expect(words(built)).toMatch(/References.*Doe.* Appendix/)
  const before = await build(`${text.replace('# Ref', '# Further notes\n\n# Ref')}::: {#refs}\n:::`)
  expect(words(before)).toMatch(/Further notes.*References/)
})

describe('links and references', () => {
  it.each([
    [
      '(sec)=\n# One\n\nSee [](#sec), [Part %s](#sec), [{name}](#sec), [here](#SEC "t"), {ref}`Sec`.',
      'See Section 1, Part 1, One, here, Section 1.',
    ],
    ['# One\n\n(here)=\nText. See [this](#here).', 'See this.'],
    [
      '$$\na\n$$ (one)\n\nBy Equation [](#one); Eq. {eq}`one`; {eq}`one`; Eqs. [](#one), [](#one) and [](#one).',
      'By Equation 1; Eq. 1; Eq. 1; Eqs. 1, 1 and 1.',
    ],
    ['[Words](one.md), [](one.md).', 'Words, one.md.'],
    [
      '# One\n\n:::{warning} Mind *this*\n:label: warn\nText.\n:::\n\n:::{note #box}\nText.\n:::\n\n' +
        'See [](#warn), {ref}`warn`, [Box %s](#warn), [](#box).',
      'See Mind this, Mind this, Box Mind this, Note.',
    ],
    [
      ':::{exercise #ex}\nText.\n:::\n\n:::{solution} ex\n:label: sol\nText.\n:::\n\n:::{prf:proof #prf}\nText.\n:::\n\n' +
        'See {ref}`ex`, {ref}`sol`, {ref}`prf`.',
      'See Exercise 1, Solution, Proof.',
    ],
    [
      'On <wiki:Bergen>, <wiki:de:Oslo_(Stadt)>, [that](wiki:Oslo), [](wiki:Open_science) and <rrid:SCR_1>.',
      'On Bergen, Oslo (Stadt), that, Open science and RRID:SCR_1.',
    ],
  ])('%j is read', async (text, expected) => {
    const built = await build(text)
    expect(words(built)).toContain(expected)
  })

  it('are reported if the target has neither number nor title', async () => {
    const built = await build('# One\n\n(here)=\nText. See [](#here).')
    expect(built.messages[0]).toContain('reference-unnumbered')
  })

  it('are reported if the target does not exist', async () => {
    const built = await build('See [this](#nowhere).')
    expect(built.html).not.toContain('nowhere')
    expect(built.messages[0]).toContain('link-unresolved')
  })
})

describe('substitutions of the front matter', () => {
  it('replace their names in the text; an unknown name is reported', async () => {
    const front = 'substitutions:\n  key: "*value*"\n  list: "- one\\n- two"\n'
    const built = await build('The {{ key }} and {{ other }}.\n\n{{ list }}', front)
    expect(built.html).toContain('<li>two</li>')
    expect(built.html).toContain('The <em>value</em> and <code class="unread">{{ other }}</code>.')
    expect(built.messages.filter(line => line.includes('syntax-unread'))).toHaveLength(1)
  })
})

it('raw code for another output is left out and reported', async () => {
  const built = await build('Text.\n\n```{raw} typst\n#v(1cm)\n```')
  expect(words(built)).not.toContain('#v')
  expect(built.messages[0]).toContain('raw-format')
})

it('for an image `a.*`, the file that can be printed is used', async () => {
  const built = await buildArticle({
    'article.md': '---\ntitle: T\n---\n\n```{figure} a.*\nCaption.\n```\n',
    'a.pdf': '%PDF',
    'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
  })
  expect(built.html).toContain('data:image/svg+xml')
})

describe('figures, tables and code that are not enumerated', () => {
  const text = [
    '[](#fig-a), [](#fig-b), [](#tab-c), [](#code-d)',
    ':::{figure} a.svg\n:label: fig-a\n:enumerated: false\nA map of the coast. More.\n:::',
    ':::{figure} a.svg\n:label: fig-b\nThe sea.\n:::',
    ':::{table} Fish by month.\n:label: tab-c\n:enumerated: false\n\n| a |\n|---|\n| 1 |\n:::',
    '```{code} r\n:label: code-d\n:caption: A loop\n:enumerated: false\nfor (x in y) z\n```',
  ].join('\n\n')
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

  it('have no number, and references print their captions', async () => {
    const built = await buildArticle({ 'article.md': `---\ntitle: T\n---\n\n${text}`, 'a.svg': image })
    const printed = words(built)
    expect(built.messages).toEqual([])
    expect(printed).toContain('A map of the coast, Fig. 1, Fish by month, A loop')
    expect(printed).toContain('A loop A map of the coast. More. Fig. 1. The sea. Fish by month.a1 A loopfor')
  })
})

describe('films and pages in the article', () => {
  it('are figures with a link if they have a caption', async () => {
    const built = await build(
      '[](#film)\n\n:::{iframe} https://example.org/talk\n:label: film\n:title: The talk\n:width: 100%\nA *talk* of mine.\n:::',
    )
    expect(built.messages).toEqual([])
    expect(built.html).toContain('href="https://example.org/talk"')
    expect(words(built)).toContain('Fig. 1 The talkFig. 1. A talk of mine.')
  })

  it('are links without one', async () => {
    const built = await build(':::{video} https://example.org/film.mp4\n:::')
    expect(words(built)).toContain('https://example.org/film.mp4')
    expect(built.messages).toEqual([])
  })

  it('are reported if they are files, which are not published with the article', async () => {
    const built = await build(':::{iframe} ./pages/map.html\n:enumerated: false\nA map.\n:::')
    expect(words(built)).toContain('./pages/map.htmlA map.')
    expect(built.messages.join(' ')).toMatch(/article\.md:6:1 .*link-local/)
  })
})

describe('code cells, which are not run', () => {
  const cell = (tags: string, options = '') =>
    `\`\`\`{code-cell} python\n:tags: [${tags}]\n${options}\nplot(x)\n\`\`\``

  it.each([
    ['', 'plot(x)', 1],
    ['remove-output', 'plot(x)', 0],
    ['skip-execution', 'plot(x)', 0],
    ['remove-input', 'Code not run: python, code-cell', 1],
    ['hide-input', 'Code not run: python, code-cell', 1],
    ['remove-input, remove-output', '', 0],
    ['remove-cell', '', 0],
  ])('with the tags [%s]', async (tags, printed, count) => {
    const built = await build(`Text.\n\n${cell(tags)}`)
    expect(words(built)).toContain(printed)
    expect(words(built).includes('plot(x)')).toBe(printed === 'plot(x)')
    expect(built.messages.filter(line => line.endsWith('code-not-run'))).toHaveLength(count)
  })

  it('are figures if their output has a label and a caption', async () => {
    const built = await build(
      `See [](#fig-p).\n\n${cell('remove-input', ':label: fig-p\n:caption: A *plot*.')}`,
    )
    expect(words(built)).toContain('See Fig. 1. Code not run: python, fig-pFig. 1. A plot.')
  })
})
