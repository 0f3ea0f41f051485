/**
 * The JATS of small articles, in a journal with everything that archives ask of a journal. Each is also valid
 * by the DTD and has no error by the rules of JATS for Reuse, where these are at hand.
 */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { renderJats } from '../../pipeline/deposit/index.ts'
import { jatsValidator } from '../../tooling/deposit/jats-dtd.ts'
import { jats4rValidator } from '../../tooling/deposit/jats4r.ts'
import { buildArticle } from '../build-article.ts'
import { hasShared, shared } from '../needs.ts'

const hasSchemas = hasShared('corpora/schemas/jats-1.3-dtd')
const schemas = fileURLToPath(new URL('corpora/schemas/', shared))
const dtdErrors = hasSchemas ? jatsValidator(`${schemas}jats-1.3-dtd`) : () => []
const jats4rErrors = hasSchemas ? jats4rValidator(`${schemas}jats4r-schematron`) : () => []

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'
const references = `
@article{doe, author = {van der Brakel, Jane and Roe, R and others}, title = {On {Rivers}}, journal = {J Rivers}, volume = 3, pages = {12}, year = 2001, doi = {10.1234/abcd}, pmid = {123}}
@book{roe, editor = {Roe, Richard and Poe, P}, title = {Water}, publisher = {Press}, edition = {2}, year = 1999}
@book{range, author = {Poe, P}, title = {Letters}, publisher = {Press}, date = {1890/1895}}
@misc{site, author = {{The River Trust}}, title = {Data of rivers}, url = {https://example.org/x}, year = 2020}
`

interface Options {
  readonly front?: string
  readonly journal?: string
  /** True if the XML need not keep the rules of JATS for Reuse. */
  readonly isPlain?: boolean
}

/** The XML of an article with this text. Spaces between elements are as they are written. */
async function jats(
  text: string,
  { front = '', journal = '', isPlain = false }: Options = {},
): Promise<string> {
  const head = `title: Rivers\ndate: 2026-03-31\nvolume: 12\nelocation-id: e5\nlicense: CC-BY-4.0\n${front}`
  const built = await buildArticle(
    {
      'article.md': `---\n${head}\nbibliography: r.bib\n---\n\n${text}`,
      'r.bib': references,
      'a.svg': svg,
      'b.svg': svg,
    },
    {
      'journal.yml': `extends: base\ntitle: Journal of Rivers\nabbreviation: J Rivers\nissn: 1234-5679\npublisher: Press\ncsl: apa\n${journal}`,
    },
  )
  const { xml } = renderJats(built.article, built.journal)
  const document = new TextDecoder().decode(xml)
  expect(dtdErrors(xml)).toEqual([])
  if (!isPlain) expect(jats4rErrors(document)).toEqual([])
  return document
}

describe('the text', () => {
  it('nests sections and gives them ids', async () => {
    const xml = await jats(
      'Before.\n\n# Methods {#sec:m}\n\nA.\n\n### Deep\n\nB.\n\n# Results\n\nSee @sec:m.',
    )
    expect(xml).toContain(
      '<body><p>Before.</p><sec id="S1" sec-type="methods"><title>Methods</title><p>A.</p><sec id="S2">',
    )
    expect(xml).toMatch(/<xref ref-type="sec" rid="S1">Methods<\/xref>/)
  })

  it('has figures with panels as a group', async () => {
    const xml = await jats(
      'See @fig:two(b).\n\n::: {#fig:two}\n![First.](a.svg){alt="A line"}\n\n![Second.](b.svg){alt=""}\n\nBoth *parts*.\n:::\n',
    )
    expect(xml).toMatch(/<xref ref-type="fig" rid="F1b">/)
    expect(xml).toMatch(
      /<fig-group id="F1"><label>Figure 1<\/label><caption><p>Both <italic>parts<\/italic>\.<\/p><\/caption><fig id="F1a"><label>\(a\)<\/label><caption><p>First\.<\/p><\/caption><graphic xlink:href="paper-g001.svg"><alt-text>A line<\/alt-text>/,
    )
    expect(xml).toContain('<alt-text>null</alt-text>')
  })

  it('has panels in one figure if the journal wants it', async () => {
    const text = '::: {#fig:two}\n![First.](a.svg){alt="A"}\n\n![Second.](b.svg){alt="B"}\n\nBoth.\n:::\n'
    const xml = await jats(text, { journal: 'jats: {panels: one}\n' })
    expect(xml).toMatch(
      /<fig id="F1">.*<p>\(a\) First\.<\/p><p>\(b\) Second\.<\/p><\/caption><graphic.*<graphic/,
    )
  })

  it('has a note of a table once, below it', async () => {
    const xml = await jats(
      '| A | B |\n|---|---|\n| 1[^n] | 2[^n] |\n\n: Numbers. {#tbl:n}\n\n[^n]: Of *wells*.\n',
    )
    expect(xml).toContain('<table-wrap id="T1"><label>Table 1</label><caption><p>Numbers.</p></caption>')
    expect(xml.match(/<xref ref-type="table-fn" rid="TFN1"><sup>1<\/sup><\/xref>/g)).toHaveLength(2)
    expect(xml).toContain(
      '<table-wrap-foot><fn id="TFN1"><label>1</label><p>Of <italic>wells</italic>.</p></fn></table-wrap-foot>',
    )
    expect(xml).not.toContain('fn-group')
  })

  it('has the spans and sides of cells, and a head for a table without one', async () => {
    const html =
      '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td style="text-align: right">c</td></tr></table>'
    const xml = await jats(html)
    expect(xml).toContain('<thead><tr><th /><th /></tr></thead><tbody><tr><td rowspan="2">a</td>')
    expect(xml).toContain('<td align="right">c</td>')
    expect(await jats(html, { journal: 'jats: {profile: plain}\n', isPlain: true })).not.toContain('thead')
  })

  it('has no TeX of formulas with macros of the author', async () => {
    const xml = await jats('The $\\R$ and $\\Re_1$.', { front: "macros: {R: '\\mathbb{R}'}\n" })
    expect(xml.match(/<mml:math/g)).toHaveLength(2)
    expect(xml.match(/<tex-math/g)).toHaveLength(1)
  })

  it('has notes of the text at the end, with blocks in paragraphs', async () => {
    const xml = await jats('Text.[^n]\n\n[^n]: One.\n\n    > Quoted.\n')
    expect(xml).toContain('<xref ref-type="fn" rid="FN1"><sup>1</sup></xref>')
    expect(xml).toContain(
      '<fn-group><fn id="FN1"><label>1</label><p>One.</p><p><disp-quote><p>Quoted.</p></disp-quote></p></fn></fn-group>',
    )
  })

  it('has formulas as MathML and as a TeX document', async () => {
    const xml = await jats('With $a^2$.\n\n$$ b = \\frac{1}{2} $$ {#eq:b}\n\nSee @eq:b.')
    expect(xml).toMatch(/<inline-formula id="IFD1"><alternatives><mml:math[^>]*>.*<mml:msup>/)
    expect(xml).toMatch(/<disp-formula id="FD1"><label>\(1\)<\/label><alternatives><mml:math/)
    expect(xml).toMatch(/\\begin\{document\}\s*\\\[\s*b = \\frac/)
    expect(xml).toMatch(/<xref ref-type="disp-formula" rid="FD1">/)
    expect(xml).not.toMatch(/mml:[a-z]+ [^>]*(?:class|style)=/)
  })

  it('has theorems as statements and boxes as boxed text', async () => {
    const xml = await jats(
      '::: {#thm-a}\n## Rain\n\nIt falls.\n:::\n\n::: {.callout-note}\n## Title\nBox.\n:::\n',
    )
    expect(xml).toContain(
      '<statement content-type="theorem" id="ST1"><label>Theorem 1</label><title>Rain</title><p>It falls.</p></statement>',
    )
    expect(xml).toContain(
      '<boxed-text content-type="note"><caption><title>Note: Title</title></caption><p>Box.</p>',
    )
  })

  it('has lists, code, quotations and links', async () => {
    const xml = await jats(
      '3. a\n4. b\n\n   > quoted\n\n```r\nx <- 1 & 2\n```\n\nA [site](https://example.org/a?b=1&c) and `code`.',
    )
    expect(xml).toContain(
      '<list list-type="order" list-content="start-3"><list-item><p>a</p></list-item><list-item><p>b</p><p><disp-quote><p>quoted</p></disp-quote></p></list-item></list>',
    )
    expect(xml).toContain('<code language="r" xml:space="preserve">x &#x3C;- 1 &#x26; 2</code>')
    expect(xml).toContain(
      '<ext-link ext-link-type="uri" xlink:href="https://example.org/a?b=1&#x26;c">site</ext-link>',
    )
    expect(xml).toContain('<monospace>code</monospace>')
  })

  it('has appendices at the end', async () => {
    const xml = await jats('# One\n\nA.\n\n# More {#app:m .appendix}\n\nB.\n')
    expect(xml).toMatch(
      /<back><app-group><app id="APP1"><label>Appendix A<\/label><title>More<\/title><p>B\.<\/p>/,
    )
  })

  it('replaces characters that XML cannot carry', async () => {
    expect(await jats('A\u0008B \uFFFE.')).toContain('<p>A\uFFFDB \uFFFD.</p>')
  })
})

describe('the metadata', () => {
  const authors = `author:
  - name: Jane van der Brakel
    orcid: 0000-0002-1825-0097
    affiliation: [a]
    corresponding: true
    email: jane@example.org
    roles: [writing – review & editing, {role: software, degree: lead}]
  - {name: Wei Li, affiliation: [a, b]}
affiliations:
  - {id: a, department: Hydrology, institution: River University, city: Camford, country: UK, ror: https://ror.org/03yrm5c26}
  - {id: b, name: Institute of Rain}
`

  it('has authors with identifiers, roles and affiliations', async () => {
    const xml = await jats('Text.', { front: authors, journal: 'affiliations: {corresponding-mark: †}\n' })
    expect(xml).toMatch(
      /<contrib contrib-type="author" corresp="yes"><contrib-id contrib-id-type="orcid">https:\/\/orcid.org\/0000-0002-1825-0097<\/contrib-id><name><surname>van der Brakel<\/surname><given-names>Jane<\/given-names><\/name>/,
    )
    expect(xml).toContain(
      'vocab-term="Writing – review &#x26; editing" vocab-term-identifier="https://credit.niso.org/contributor-roles/writing-review-editing/"',
    )
    expect(xml).toMatch(/degree-contribution="lead"[^>]*>Software|<role[^>]*>Software/)
    expect(xml).toMatch(
      /<aff id="A1"><label>.<\/label>.*<institution-id institution-id-type="ror">https:\/\/ror.org\/03yrm5c26/,
    )
    expect(xml).toContain('<country country="GB">UK</country>')
    expect(xml).toContain('<xref ref-type="corresp" rid="COR1"><sup>†</sup></xref>')
    expect(xml).toMatch(/<corresp id="COR1">.*<email>jane@example.org<\/email><\/corresp>/)
  })

  it('has dates, place, licence and language', async () => {
    const xml = await jats('Text.', { front: 'received: 2026-01-02\naccepted: 2026-02-03\n' })
    expect(xml).toContain(
      '<history><date date-type="received" iso-8601-date="2026-01-02"><day>02</day><month>01</month><year>2026</year></date>',
    )
    expect(xml).toContain('<volume>12</volume><elocation-id>e5</elocation-id>')
    expect(xml).toContain(
      '<license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/"><ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>',
    )
    expect(xml).toContain('xml:lang="en')
  })

  it('has declarations where readers of JATS look for them', async () => {
    const front =
      'competing-interests: None.\nacknowledgements: Thanks.\ndata-availability: On request.\nabstract: Short.\nkeywords: [a, b]\n'
    const xml = await jats('Text.', { front: `${front}${authors}` })
    expect(xml).toContain('<fn fn-type="coi-statement"><p>None.</p></fn>')
    expect(xml).toMatch(/<ack><title>[^<]*<\/title><p>Thanks\.<\/p><\/ack>/)
    expect(xml).toMatch(
      /<sec id="S\d+" sec-type="data-availability"><title>[^<]*<\/title><p>On request\.<\/p>/,
    )
    expect(xml).toContain(
      '<abstract><p>Short.</p></abstract><kwd-group kwd-group-type="author"><kwd>a</kwd><kwd>b</kwd>',
    )
  })
})

describe('the journal', () => {
  it('has identifiers and a profile', async () => {
    const journal = 'jats: {profile: sps-1.10, journal-ids: {nlm-ta: J Riv}}\n'
    const xml = await jats('![A.](a.svg){#fig:a alt="Line"}\n', { journal })
    expect(xml).toContain('<journal-id journal-id-type="nlm-ta">J Riv</journal-id>')
    expect(xml).toContain('specific-use="sps-1.10"')
    expect(xml).toContain('<fig id="f1">')
    const cited = await jats('[@doe]', { journal })
    expect(cited).toMatch(/<mixed-citation[^>]*>.*<\/mixed-citation><element-citation/)
  })
})

describe('references', () => {
  it('are data', async () => {
    const xml = await jats('[@doe; @roe; @site; @range]')
    expect(xml).toContain(
      '<element-citation publication-type="journal"><person-group person-group-type="author"><name><surname>van der Brakel</surname><given-names>Jane</given-names></name><name><surname>Roe</surname><given-names>R</given-names></name><etal /></person-group><article-title>On Rivers</article-title><source>J Rivers</source><year iso-8601-date="2001">2001</year><volume>3</volume><fpage>12</fpage><lpage>12</lpage><pub-id pub-id-type="doi">10.1234/abcd</pub-id><pub-id pub-id-type="pmid">123</pub-id></element-citation>',
    )
    expect(xml).toMatch(
      /publication-type="book"><person-group person-group-type="editor">.*<edition>2<\/edition>/,
    )
    expect(xml).toContain('<collab>The River Trust</collab>')
    expect(xml).toMatch(/<year iso-8601-date="1890">1890<\/year><comment>1890\/1895<\/comment>/)
    expect(xml).toMatch(/<p>\(<xref ref-type="bibr" rid="R\d">/)
  })

  it('are text, too, if the journal wants it', async () => {
    const xml = await jats('[@doe]', { journal: 'jats: {references: both}\n' })
    expect(xml).toMatch(
      /<citation-alternatives><mixed-citation publication-type="journal">.*<\/mixed-citation><element-citation/,
    )
  })
})
