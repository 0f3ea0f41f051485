/** What the web edition adds to the laid out article, tested without a browser. */
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import { webBody } from '../../../pipeline/render/web/index.ts'
import { buildArticle } from '../../build-article.ts'

async function bodyOf(front: string, text: string): Promise<string> {
  const { article, journal } = await buildArticle({
    'article.md': `---\ntitle: T\n${front}\n---\n\n${text}\n`,
    'a.bib': '@book{who, title = {The WHO}, author = {{WHO}}, year = {2000}}',
  })
  const body = webBody({
    root: articleTree(article, journal),
    article: article,
    journal: journal,
    title: 'T',
  })
  return unified().use(rehypeStringify).stringify(h(null, body))
}

describe('an abbreviation', () => {
  const front =
    'abbreviations: {WHO: World Health Organization, WHOLE: Other, DNA: null}\nbibliography: a.bib\nlang: en'
  const abbr = (short: string, title: string) => `<abbr title="${title}">${short}</abbr>`
  const who = abbr('WHO', 'World Health Organization')

  it('is explained everywhere, and reached by the keyboard once', async () => {
    const html = await bodyOf(
      `${front}\nabstract: The WHO.`,
      '# WHO\n\nWHO, WHOs and (WHO) of WHOLE DNA.^[A WHO.] *WHO*\n\n| a |\n|---|\n| WHO |\n\n: A WHO. {#tbl:a}',
    )
    expect(html).toContain(`<p>The ${who.replace('">', '" class="is-first">')}.</p>`)
    expect(html).toMatch(new RegExp(`<h2 id="who">.*</span> ${who}<a class="anchor"[^>]*></a></h2>`))
    expect(html).toContain(
      `<p>${who}, WHOs and (${who}) of <abbr title="Other" class="is-first">WHOLE</abbr> DNA.`,
    )
    expect(html).toContain(`<p>A ${who}.</p>`)
    expect(html).toContain(`<em>${who}</em>`)
    expect(html).toContain(`>${who}</td>`)
    expect(html).toContain(`A ${who}.</figcaption>`)
    expect(html.match(/<abbr/g)).toHaveLength(9)
    expect(html.match(/is-first/g)).toHaveLength(2)
  })

  it('is explained in the title, but not marked there', async () => {
    const { article, journal } = await buildArticle({
      'article.md': `---\ntitle: The WHO\n${front}\n---\n\nWHO.\n`,
      'a.bib': '',
    })
    const html = unified()
      .use(rehypeStringify)
      .stringify(
        h(
          null,
          webBody({ root: articleTree(article, journal), article: article, journal: journal, title: 'T' }),
        ),
      )
    expect(html).toContain(`The ${who}</h1>`)
    expect(html).toContain(`<p>${who.replace('">', '" class="is-first">')}.</p>`)
  })

  it('is not changed in links, code, formulas, citations and references', async () => {
    const html = await bodyOf(front, '[WHO](https://who.int), `WHO`, $WHO$ and @who.')
    expect(html).not.toContain('<abbr')
  })

  it('is reached by the keyboard at its first place if its author marked it', async () => {
    const html = await bodyOf('lang: en', '[CSL]{.abbr title="Style"} and [CSL]{.abbr title="Style"}')
    expect(html).toContain(
      '<abbr class="abbr is-first" title="Style">CSL</abbr> and <abbr class="abbr" title="Style">',
    )
  })
})
