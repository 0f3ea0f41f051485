/**
 * Code cells, shortcodes, listings and reference sections on their way to the page: what is printed, and what
 * is reported.
 */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../../build-article.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'

describe('code cells', () => {
  const cell = 'See @fig-x.\n\n```{r}\n#| label: fig-x\n#| fig-cap: A plot\n#| echo: false\nplot(x)\n```\n'

  it('are replaced by a mark that references link to, and are reported', async () => {
    const { html, messages } = await buildArticle({ 'article.md': cell })
    expect(html).toContain('<a href="#fig-x" class="cross-reference">Fig.\u00a01</a>')
    expect(html).toContain('<mark class="problem">Code not run: R, fig-x</mark>')
    expect(html).toContain('A plot')
    expect(messages).toEqual([
      'article.md:3:1  warning  Unexpected R cell `fig-x`, expected its output  code-not-run',
      '    Code is not run. Save what it draws as an image, and include that.',
    ])
  })

  it.each([
    'article_files/figure-html/fig-x-1.svg',
    'article_files/figure-pdf/fig-x-output-1.svg',
    'figure/fig-x-1.svg',
  ])('show the output saved as %s', async path => {
    const { html, messages, article } = await buildArticle({ 'article.md': cell, [path]: svg })
    expect(messages).toEqual([])
    expect([...article.assets.keys()]).toEqual([path])
    expect(html).not.toContain('not run')
  })

  it('show the picture that their code includes', async () => {
    const text =
      '```{r a, echo=FALSE, out.width="50%", fig.cap="A photo"}\nknitr::include_graphics("a.svg")\n```\n\n@fig:a\n'
    const { html, messages } = await buildArticle({ 'article.md': text, 'a.svg': svg })
    expect(messages).toEqual([])
    expect(html).toContain('width: 50%')
    expect(html).toContain('href="#fig-a"')
  })

  it('without a saved output are reported together', async () => {
    const text = '```{r}\nsummary(x)\n```\n\n```{r}\nprint(x)\n```\n\n```{r}\nx <- 1\n```\n'
    const { messages } = await buildArticle({ 'article.md': text })
    expect(messages).toEqual([
      'article.md:1:1  warning  Unexpected code cells, this one and 1 more, whose output is not in the article  code-not-run',
      '    Code is not run; only its text is printed.',
    ])
  })

  it.each([
    ['```{code-cell} python\nprint(1)\n```', 'Unexpected code cell, whose output is not in the article'],
    [
      '```{code-cell} python\n:tags: [remove-input]\nprint(1)\n```',
      'Unexpected python cell `code-cell`, expected its output',
    ],
    ['```{code-cell} python\nimport numpy\n```', undefined],
    ['```{code-cell} python\n:tags: [remove-output]\nprint(1)\n```', undefined],
  ])('of MyST are not run, either: %s', async (text, reason) => {
    const { messages } = await buildArticle({ 'article.md': `Words.\n\n${text}\n` })
    const found = messages.filter(line => line.includes('code-not-run'))
    expect(found).toEqual(reason === undefined ? [] : [`article.md:3:1  warning  ${reason}  code-not-run`])
  })

  it('are hidden if the manuscript hides the code of all cells', async () => {
    for (const head of [
      '---\nexecute:\n  echo: false\n---\n',
      '---\nformat:\n  html:\n    echo: false\n---\n',
      '```{r, include=FALSE}\nknitr::opts_chunk$set(cache = f(1), echo = FALSE)\n```\n\n',
    ]) {
      const { html } = await buildArticle({ 'article.md': `${head}Text\n\n\`\`\`{r}\nx <- 1\n\`\`\`\n` })
      expect(html).not.toContain('x &#x3C;- 1')
    }
  })
})

describe('shortcodes', () => {
  it('are replaced by values of the front matter and of `_variables.yml`', async () => {
    const { html, messages } = await buildArticle({
      'article.md':
        '---\ntitle: A *title*\nauthor: [A B, C D]\n---\nT: {{< meta title >}}, {{< meta author.1 >}}, {{< var v.n >}}, {{< kbd Ctrl-C >}}.\n',
      '_variables.yml': 'v:\n  n: 3.5\n',
    })
    expect(messages).toEqual([])
    expect(html).toContain('T: A <em>title</em>, C D, 3.5, <code>Ctrl-C</code>.')
  })

  it.each([
    ['{{< meta none >}}', 'Unexpected shortcode `{{< meta none >}}`', '{{&#x3C; meta none >}}'],
    ['{{< own thing >}}', 'Unexpected shortcode `{{< own thing >}}`', '{{&#x3C; own thing >}}'],
    ['{{< video https://a.org/v >}}', 'Unexpected video, which is not shown', '<a href="https://a.org/v">'],
    ['{{< lipsum 2 >}}', 'Unexpected filler `{{< lipsum 2 >}}`, expected text', '<p>Text .</p>'],
  ])('are reported if they cannot be replaced: %s', async (text, reason, shown) => {
    const { html, messages } = await buildArticle({ 'article.md': `Text ${text}.\n` })
    expect(messages[0]).toBe(`article.md:1:6  warning  ${reason}  shortcode-unread`)
    expect(html).toContain(shown)
  })

  it('that embed a figure of a notebook are targets of references', async () => {
    const { html } = await buildArticle({ 'article.md': '@fig-n\n\n{{< embed a.ipynb#fig-n >}}\n' })
    expect(html).toContain('<a href="#fig-n" class="cross-reference">')
  })
})

describe('numbered blocks', () => {
  it('can be listings, to which references link', async () => {
    const { html, messages } = await buildArticle({
      'article.md':
        'See [@lst:a; @lst-b] and @sec:method.\n\n# Method {#method}\n\n```{.python #lst:a caption="First *one*"}\na\n```\n\n::: {#lst-b}\n```r\nb\n```\n\nSecond\n:::\n',
    })
    expect(messages).toEqual([])
    expect(html).toMatch(/Listings\u00a01.* and .*2<.*Section\u00a01/)
    expect(html).toContain('<span class="label">Listing 1.</span> First <em>one</em>')
  })

  it('can be figures of equations, with a letter for each named panel', async () => {
    const text =
      '@fig-b\n\n::: {#fig-x layout="[[1],[1,1]]"}\n```r\nx\n```\n\n::: {#fig-a}\n$$a$$\n\nLeft.\n:::\n\n::: {#fig-b}\n$$b$$\n\nRight.\n:::\n\nBoth.\n:::\n'
    const { html, messages } = await buildArticle({ 'article.md': text })
    expect(messages).toEqual([])
    expect(html).toContain('>Fig.\u00a01b</a>')
    expect(html.match(/--tracks: [^"]*/g)).toEqual([
      '--tracks: minmax(0, 1fr)',
      '--tracks: minmax(0, 1fr) minmax(0, 1fr)',
    ])
    expect(html).toMatch(/Both\..*\(a\)<\/span> Left\..*\(b\)<\/span> Right\./)
  })

  it('have the number that the attribute `tag` gives', async () => {
    const text =
      '@fig:a, @fig:b, @eq:c\n\n![A](a.svg){#fig:a tag="S1"}\n\n![B](a.svg){#fig:b}\n\n$$x$$ {#eq:c tag="B.1"}\n'
    const { article } = await buildArticle({ 'article.md': text, 'a.svg': svg })
    expect([...article.targets.values()].map(target => target.number)).toEqual(['S1', '1', 'B.1'])
  })
})

describe('reference sections', () => {
  const bibliography = JSON.stringify([{ id: 'a', type: 'book', title: 'A' }])
  const typesOfBlocks = async (end: string) => {
    const text = `---\nbibliography: r.json\n---\n# One\n\nText [@a].\n\n${end}\n`
    const { article } = await buildArticle({ 'article.md': text, 'r.json': bibliography })
    return article.body.children.map(node => node.type).join(' ')
  }

  it.each([
    '# References',
    '# Bibliography\n\n# Appendix\n\nText.',
    "`r if (knitr::is_html_output()) '# References {-}'`",
    '# At the end',
  ])('leave no heading in the text if they are empty: %s', async end => {
    expect(await typesOfBlocks(end)).toBe(
      end.includes('Appendix') ? 'heading paragraph heading paragraph' : 'heading paragraph',
    )
  })

  it('stay in the text if text follows the block `#refs`', async () => {
    expect(await typesOfBlocks('# References {-}\n\n::: {#refs}\n:::\n\n# Appendix\n\nText.')).toBe(
      'heading paragraph referenceList heading paragraph',
    )
  })

  it('are ordinary sections if they contain text or have an id', async () => {
    expect(await typesOfBlocks('# References\n\nText.')).toBe('heading paragraph heading paragraph')
    expect(await typesOfBlocks('# Empty {#sec:empty}')).toBe('heading paragraph heading')
  })
})
