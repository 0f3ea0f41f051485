/** The parts of the front matter that are printed: abstracts, boxes, declarations. */
import { describe, expect, it } from 'vitest'
import { withFrontMatter } from './with-front-matter.ts'

describe('abstracts', () => {
  it('print the labels of their sections', async () => {
    const { html } = await withFrontMatter('abstract: {background: What was known., results: What is new.}')
    expect(html).toContain('<p><strong>Background.</strong> What was known.</p>')
  })

  it('name their language if it is not that of the article', async () => {
    const { html } = await withFrontMatter('abstract: {en: One., de: Eins.}\nlang: en')
    expect(html).toMatch(
      /<section class="abstract is-translated" lang="de" dir="ltr"><h2[^>]*>Zusammenfassung<\/h2>/,
    )
  })

  it('have the direction of their script', async () => {
    const { html } = await withFrontMatter('abstract: {en: One., fa: یک.}\nlang: en')
    expect(html).toMatch(/is-translated" lang="fa" dir="rtl"><h2[^>]*>چکیده<\/h2>/)
  })

  it('have a heading in the language of the journal if it has no word in theirs', async () => {
    const { html } = await withFrontMatter('abstract: {de: Eins., ku: Yek.}\nlang: de')
    expect(html).toMatch(
      /is-translated" lang="ku" dir="ltr"><h2[^>]* lang="de" dir="ltr">Zusammenfassung<\/h2>/,
    )
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

  it('are printed in the order of the journal', async () => {
    const { html } = await withFrontMatter('coi: None.\nack: Thanks.\nfunding: Nobody paid.')
    expect(headings(html)).toEqual(['Funding', 'Acknowledgements', 'Competing interests'])
  })

  it('are joined to a section of the text', async () => {
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

  it('may contain citations and formulas', async () => {
    const { html, messages } = await withFrontMatter('ethics: Approved for $n = 3$ [@none].')
    expect(html).toContain('<math')
    expect(messages.join('\n')).toMatch(/citation-unknown/)
  })
})
