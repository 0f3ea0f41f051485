/** Markdown of all dialects: constructs with words in them, nested in one another, joined and cut. */
import fc from 'fast-check'
import type { CaseFiles } from '../case.ts'

/** Constructs of text in a line; `W` is a name, `I` is other text in a line, whose words must not be lost. */
const inline = [
  'W',
  'W',
  'W W',
  '*I*',
  '**I**',
  '_I_',
  '~~I~~',
  '==I==',
  '^I^',
  '~I~',
  '`W`',
  '[I](u "W")',
  '[I]{.smallcaps}',
  '[I]{.x #W}',
  '^[I]',
  '[@a, p. 3; I]',
  '@a [W]',
  '-@a',
  '![I](a.png)',
  '$x$ W',
  '\\(x\\) W',
  '[^W]',
  '[I][W]',
  '\\emph{I}',
  '\\textbf{I}',
  '{\\em I}',
  '\\footnote{I}',
  '\\cite{W}',
  '\\ref{W}',
  '@fig:W',
  '+@fig:W',
  '`r W`',
  '{sub}`I`',
  '{cite:p}`a`',
  '{ref}`W`',
  '{term}`W`',
  '{abbr}`W`',
  '{{ W }}',
  '{{< W >}}',
  '<b>I</b>',
  '<i>I',
  'I</sup>',
  '<span class="W">I</span>',
  '<!-- W -->',
  '&amp;',
  '<https://W.org>',
  'I\\\nI',
  '"I"',
  "'I'",
  'I---I',
  '\\W{I}',
  '$W$',
  '\\@ref(fig:W)',
  '(@W)',
  '\\textcite[W]{a}',
  '\\unknown{I}',
  '\\begin{x} I \\end{x}',
] as const

/** Blocks; `B` is other blocks, which are indented as the line is. */
const block = [
  'I',
  'I I',
  'I\nI',
  '# I',
  '## I {#W}',
  'I\n===',
  '> B',
  '- B',
  '1. B',
  'a) B',
  '(@) B',
  'I\n\n: B',
  '* * *',
  '    W',
  '```\nW\n```',
  '```{r W}\nW\n```',
  '``` {.python}\nW\n```',
  '$$\nx\n$$ {#eq:W}',
  '$$\nW',
  '\\begin{equation}\nx\n\\end{equation}',
  '::: W\nB\n:::',
  '::: {.callout-note}\nB\n:::',
  '::: {#fig-W}\nB\n\nI\n:::',
  '::: {#thm-W}\nB\n:::',
  '::: {#refs}\n:::',
  '::: {#refs}\nB',
  '::: panel-tabset\nB\n:::',
  '::: columns\n:::: {.column}\nB\n::::\n:::',
  '| I | I |\n|---|---|\n| I | I |',
  '| I | I |\n|:-|-:|\n| I |\n\n: I {#tbl:W}',
  'I     I\n----- -----\nI     I\n',
  '+---+---+\n| W | W |\n+---+---+',
  '| I\n| I',
  '[^W]: B',
  '[W]: u "W"',
  '![I](a.png){#fig:W}',
  '*[W]: I',
  '```{note}\nB\n```',
  ':::{tip} I\nB\n:::',
  '```{figure} a.png\n:name: W\nI\n```',
  ':::{table} I\nB\n:::',
  '```{list-table} I\n* - I\n  - I\n```',
  '(W)=\nB',
  '+++ {"part": "abstract"}\nB',
  '% W\n\nB',
  '\\begin{itemize}\n\\item I\n\\end{itemize}',
  '\\begin{figure}\n\\caption{I}\n\\end{figure}',
  '\\begin{table}\n\\begin{tabular}{ll}\nI & I \\\\\nI\n\\end{tabular}\n\\caption{I}\n\\end{table}',
  '\\begin{theorem}\nB\n\\end{theorem}',
  '<div class="figure">\n\nB\n\n</div>',
  '<table><tr><td>I</td></tr></table>',
  '<details><summary>I</summary>\n\nB\n\n</details>',
  '<p>I',
  '<!-- W -->',
  '---\n\nB',
  '\\newpage\n\nB',
  '```{=html}\nW\n```',
  'Table: I\n\n| I |\n|---|',
  '{{< include W.md >}}',
  '(ref:W) I',
  'References\n\nB',
  '# References',
  '# Abstract\n\nB',
  '\\appendix\n\n# I',
  '::: {.content-hidden}\nW\n:::',
  '```{exercise}\nB\n```',
  '```{prf:proof}\nB\n```',
  '- [ ] B',
  'I {.W}',
] as const

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 2, maxLength: 4 })
const name = letters.map(text => `yy${text}yy`)
/** A word of the text: `judge` expects it in the HTML. */
const word = letters.map(text => `zz${text}zz`)

const { blocks } = fc.letrec<{ text: string; blocks: string }>(tie => ({
  text: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.constantFrom(...inline).chain(form => filled(form, tie('text'), tie('text'))),
  ),
  blocks: fc
    .array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tie('text'),
        fc.constantFrom(...block).chain(form => filled(form, tie('text'), tie('blocks'))),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map(parts => parts.join('\n\n')),
}))

/** Fills the places of a construct; inner blocks get the indentation and the mark `>` of their line. */
function filled(form: string, inner: fc.Arbitrary<string>, body: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const places = form.match(/\b[WIB]\b/g) ?? []
  const fillers = places.map(place => (place === 'W' ? name : place === 'I' ? inner : body))
  return fc.tuple(...fillers).map(texts => {
    let next = 0
    return form
      .split('\n')
      .map(line => {
        const prefix = /^(?:>|[-*]|\w+[.)]|\(@\)|:)(?=\s)\s*(?=B)|^/.exec(line)?.[0] ?? ''
        const indent = prefix.startsWith('>') ? '> ' : ' '.repeat(prefix.length)
        return line.replace(/\b[WIB]\b/g, () => (texts[next++] ?? '').replaceAll('\n', `\n${indent}`))
      })
      .join('\n')
  })
}

/** The signs that a dialect is recognized by. */
const fronts = [
  'title: T',
  'title: T\ndialect: pandoc',
  'title: T\ndialect: myst',
  'title: T\ndialect: quarto',
  'title: T\ndialect: rmarkdown',
  'title: T\ndialect: commonmark',
  'title: T\ndialect: manubot',
]

const cut = fc.record({
  at: fc.nat(),
  length: fc.integer({ min: 0, max: 3 }),
  insert: fc.constantFrom('', '', '\n', '`', '*', ':::', '[', '{', '$', '"', '  ', '> ', '|'),
})

export const markdownCases: fc.Arbitrary<CaseFiles> = fc
  .record({
    front: fc.constantFrom(...fronts),
    parts: fc.array(blocks, { minLength: 1, maxLength: 5 }),
    cuts: fc.array(cut, { maxLength: 2 }),
  })
  .map(({ front, parts, cuts }) => {
    let body = parts.join('\n\n')
    for (const { at, length, insert } of cuts) {
      const place = at % (body.length + 1)
      body = body.slice(0, place) + insert + body.slice(place + length)
    }
    return {
      'article.md': `---\n${front}\nbibliography: r.bib\n---\n\n${body}\n`,
      'r.bib': '@book{a, title={Title}, author={Doe, J}, year=2001, publisher={P}}\n',
    }
  })
