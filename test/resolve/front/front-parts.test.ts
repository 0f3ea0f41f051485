/** What is printed of the front matter besides title and abstract: marks after names, boxes, declarations. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

async function withFrontMatter(yaml: string, text = 'Some text.', style = 'transactions') {
  return await buildArticle({ 'article.md': `---\ntitle: T\n${yaml}\n---\n\n${text}\n` }, style)
}

const people = `authors:
  - {name: Ada Lovelace, corresponding: true, email: ada@example.org, equal-contrib: true, degrees: PhD, affiliation: 1}
  - {name: Charles Babbage, equal-contrib: true, deceased: true, affiliation: "1, 2", note: Now at *sea*.}
  - {name: Mary Somerville, note: Now at *sea*., affiliation: 2}
affiliations:
  - {index: 1, name: Analytical Society}
  - {index: 2, name: Engine Works}`

describe('marks after names', () => {
  it('are given out in the order of need, each with its line', async () => {
    const { article } = await withFrontMatter(people)
    expect(article.contributors.map(one => one.marks)).toEqual([
      ['1', '*', '†'],
      ['1', '2', '†', '‡', '§'],
      ['2', '§'],
    ])
    expect(article.authorNotes.map(one => one.mark)).toEqual(['*', '†', '‡', '§'])
  })

  it('are explained in Markdown', async () => {
    const { html } = await withFrontMatter(people)
    expect(html).toContain('Corresponding author: ada@example.org')
    expect(html).toContain('<sup class="author-note-mark">§</sup>Now at <em>sea</em>.')
  })

  it('leave degrees to the journals that print them', async () => {
    expect((await withFrontMatter(people)).html).not.toContain('PhD')
    expect((await withFrontMatter(people, 'Text.', 'ijmsrp')).html).toContain(
      'Ada Lovelace</span><span class="degrees">, PhD',
    )
  })
})

describe('abstracts', () => {
  it('of sections begin with their labels', async () => {
    const { html } = await withFrontMatter('abstract: {background: What was known., results: What is new.}')
    expect(html).toContain('<p><strong>Background.</strong> What was known.</p>')
  })

  it('in another language bear it', async () => {
    const { html } = await withFrontMatter('abstract: {en: One., de: Eins.}\nlang: en')
    expect(html).toMatch(
      /<section class="abstract is-translated" lang="de" dir="ltr"><h2[^>]*>Zusammenfassung<\/h2>/,
    )
  })

  it('in a script that runs to the other side say so', async () => {
    const { html } = await withFrontMatter('abstract: {en: One., fa: یک.}\nlang: en')
    expect(html).toMatch(/is-translated" lang="fa" dir="rtl"><h2[^>]*>چکیده<\/h2>/)
  })

  it('in a language that the journal has no word for have a heading in its own', async () => {
    const { html } = await withFrontMatter('abstract: {de: Eins., ku: Yek.}\nlang: de')
    expect(html).toMatch(
      /is-translated" lang="ku" dir="ltr"><h2[^>]* lang="de" dir="ltr">Zusammenfassung<\/h2>/,
    )
  })

  it('are taken from the first section of the text', async () => {
    const { html } = await withFrontMatter(
      'lang: en',
      '# Abstract\n\nIn short.\n\n# Introduction\n\nAt length.',
    )
    expect(html).toMatch(/<section class="abstract"><h2[^>]*>Abstract<\/h2>\s*<p>In short.<\/p>/)
    expect(html.match(/In short/g)).toHaveLength(1)
  })
})

describe('boxes', () => {
  it('hold summaries and key points', async () => {
    const { html } = await withFrontMatter('plain_language_summary: Simply.\nhighlights: [One, Two]')
    expect(html).toContain('Plain language summary</h2><p>Simply.</p>')
    expect(html).toMatch(/Key points<\/h2><ul>\s*<li>One<\/li>/)
  })
})

describe('declarations', () => {
  const headings = (html: string) =>
    [...html.matchAll(/<section class="declaration [^"]*"><h2>([^<]*)/g)].map(match => match[1])

  it('stand in the order of the journal', async () => {
    const { html } = await withFrontMatter('coi: None.\nack: Thanks.\nfunding: Nobody paid.')
    expect(headings(html)).toEqual(['Funding', 'Acknowledgements', 'Competing interests'])
  })

  it('leave the word to a section of the text', async () => {
    const text = '# Body\n\nText.\n\n# Acknowledgments\n\nWe thank the snow.\n\n# End\n\nText.'
    const same = await withFrontMatter('ack: We thank the snow', text)
    expect(same.html.match(/thank the snow/g)).toHaveLength(1)
    const other = await withFrontMatter('ack: We thank the rain.', text)
    expect(headings(other.html)).toEqual([])
    expect(other.html).toMatch(/thank the snow.<\/p>\s*<p>We thank the rain.<\/p>\s*<h2/)
  })

  it('are made from roles and awards', async () => {
    const { html } = await withFrontMatter(
      `authors: [{id: al, name: Ada Lovelace, roles: [{writing: lead}, software]}]
funding: {awards: [{source: Society, id: S-1, recipients: [al]}]}`,
    )
    expect(html).toContain('Ada Lovelace: Writing – original draft (lead), Software.')
    expect(html).toContain('Society (S-1), to Ada Lovelace.')
  })

  it('may cite and have formulas', async () => {
    const { html, messages } = await withFrontMatter('ethics: Approved for $n = 3$ [@none].')
    expect(html).toContain('<math')
    expect(messages.join('\n')).toMatch(/citation-unknown/)
  })
})

describe('bibliographies', () => {
  const bib = '@book{one, title = {One}, author = {Author, Anna}, year = {2001}}'

  it('beside the manuscript are used where none is named', async () => {
    const { article, messages } = await buildArticle({
      'article.md': 'Text [@one].\n',
      'a.bib': bib,
      'b.bib': bib,
    })
    expect(article.bibliography).toHaveLength(1)
    expect(messages).toEqual([])
  })

  it('may stand in the front matter', async () => {
    const { html } = await withFrontMatter(
      'references:\n  - {id: one, type: book, title: One, issued: 2001, author: [{family: Author, given: Anna}]}',
      'Text [@one].',
    )
    expect(html).toMatch(/Author.*One.*2001/s)
  })
})
