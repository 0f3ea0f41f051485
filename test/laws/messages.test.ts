/**
 * No message is lost: each rule of the table in `pipeline/model/diagnostics.ts` is broken on purpose, and its
 * message must be at its place. The sign ‸ in an input marks the place; an input without it must get a
 * message about the whole file. A rule that needs a browser, the network or an issue names the test that
 * shows it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { type RuleId, rules, severityOf } from '../../pipeline/model/diagnostics.ts'
import { check } from '../../pipeline/tasks/check.ts'
import { library } from '../build-article.ts'

/** The files of a manuscript by name. */
type Files = Readonly<Record<string, string | Uint8Array>>

interface Case {
  readonly files: Files
  /** The place of the message, for files without the sign. */
  readonly place?: string
  /** The folder of the journal. */
  readonly style?: string
}

/** The test, below `test/`, that shows a message that no input in memory provokes. */
interface Elsewhere {
  readonly shownBy: string
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

/** An article with this text. */
const text = (body: string, files: Files = {}): Case => ({
  files: { 'article.md': `---\ntitle: T\n---\n\n${body}\n`, 'a.svg': svg, ...files },
})

/** An article with these lines in its front matter. */
const front = (lines: string, files: Files = {}): Case => ({
  files: { 'article.md': `---\ntitle: T\n${lines}\n---\n\nText.\n`, ...files },
})

/** An article that cites the work `k` of this bibliography. */
const cited = (bibliography: string, files: Files = {}, lines = ''): Case => ({
  files: {
    'article.md': `---\ntitle: T\nbibliography: r.bib\n${lines}---\n\nAs [@k].\n`,
    'r.bib': bibliography,
    ...files,
  },
})

const face = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource/eb-garamond/files/eb-garamond-latin-400-normal.woff2'),
)
const letters = readFileSync(`${library}/letters/journal.yml`, 'utf8')
const work = 'author={Doe, A}, title={T}, journal={J}, year={2001}, volume={1}, pages={1--2}'
const retractions =
  'Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes'
const notice = (nature: string) =>
  `${retractions}\n1,T,S,I,J,P,C,A Doe,,R;,2/3/2010 0:00,10.1234/n,0,3/1/2001 0:00,10.1234/a,0,${nature},,No,\n`
const csl = (rest: string) =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>S</title><id>s</id><updated>2020-01-01T00:00:00Z</updated></info>${rest}</style>`

const cases: Readonly<Record<RuleId, Case | Elsewhere>> = {
  'affiliation-unknown': front(
    'author:\n  - name: Ann Doe\n    affiliation: ‸x\naffiliations: [{id: y, name: Y}]',
  ),
  'affiliation-unused': front(
    'author: [{name: Ann Doe, affiliation: y}]\naffiliations:\n  - {id: y, name: Y}\n  - ‸{id: z, name: Z}',
  ),
  'attributes-stray': text('Some words ‸{#x .y}'),
  'bibliography-broken': cited(`@article{k, ${work}}\n@article{l, ‸title = {`),
  'bibliography-missing': front('bibliography: ‸none.bib'),
  'bibliography-unclear': cited(`@article{k, ${work},\n  ‸title = {Two}}`),
  'box-overflow': { shownBy: 'typeset/sheet/misfits.test.ts' },
  'box-scaled': { shownBy: 'typeset/sheet/misfits.test.ts' },
  'browser-failed': { shownBy: 'tasks/build-issue.test.ts' },
  'browser-old': { shownBy: 'tasks/build.test.ts' },
  'citation-empty': { shownBy: 'resolve/citations/index.test.ts' },
  'citation-identifier': text('As [‸@doi:10.1234/abc].'),
  'citation-unknown': text('As [‸@none].'),
  'code-not-run': text('‸```{r}\n#| echo: false\nplot(1)\n```'),
  'credit-unprinted': text('‸::: {credit="Ann Doe"}\nText.\n:::'),
  'date-invalid': cited(
    `@article{k, author={Doe, A}, title={T}, journal={J}, volume={1}, pages={1},\n ‸date={2020-02-30}}`,
  ),
  'doi-invalid': cited(`@article{k, ${work},\n  ‸doi = {11.1234/abc}}`),
  'figure-broken': text('‸![A](b.png)', { 'b.png': 'no picture' }),
  'figure-font': text('‸![A](b.svg)', {
    'b.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text font-family="Papyrus">x</text></svg>',
  }),
  'figure-incomplete': text('‸![A](b.svg)', {
    'b.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="c.png" width="9" height="9"/></svg>',
  }),
  'figure-misnamed': text('‸![A](a.png)', { 'a.png': svg }),
  'figure-missing': text('‸![A](none.svg)'),
  'figure-name': text('‸![A](A.svg)'),
  'figure-no-alt': text('‸![](a.svg)'),
  'figure-outside': text('‸![A](../../a.svg)'),
  'figure-remote': text('‸![A](https://example.org/a.svg)'),
  'figure-resolution': { shownBy: 'typeset/sheet/print-picture.test.ts' },
  'file-refused': front('bibliography: ‸/etc/hosts'),
  'front-matter-broken': front('keywords: [a,‸ '),
  'front-matter-duplicate-key': front('lang: en\n‸lang: de'),
  'front-matter-file-missing': front('metadata-files: [‸none.yml]'),
  'front-matter-invalid': front('date: ‸soon'),
  'front-matter-placeholder': front('doi: ‸10.xxxx/xxxxx'),
  'front-matter-several': front('license: [CC-BY-4.0, ‸MIT]'),
  'front-matter-unknown-key': front('‸wombat: 3'),
  'gloss-unaligned': text('::: {.ex}\n| dan ku naye\n| ‸he me\n| ‘he sees me’\n:::'),
  'glyph-missing': text('A sign ‸\u{E123} here.'),
  'heading-empty': text('‸## '),
  'html-left-out': text('A ‸<button>press</button> here.'),
  'html-unbalanced': text('A ‸<em>word here.'),
  'html-unknown': text('A ‸<wombat>word</wombat> here.'),
  'id-duplicate': text('# One {#a}\n\n‸# Two {#a}'),
  'identifier-invalid': cited(`@article{k, ${work},\n  ‸pmid = {12x}}`),
  'include-cyclic': text('{{< include _b.md >}}', { '_b.md': '‸{{< include article.md >}}\n' }),
  'include-front-matter': text('{{< include _b.md >}}', { '_b.md': '---\n‸author: B\n---\n\nText.\n' }),
  'include-invalid': text('‸```{literalinclude} b.txt\n:start-after: none\n```', { 'b.txt': 'Text.\n' }),
  'include-missing': text('‸{{< include _none.md >}}'),
  'include-outside': text('‸{{< include ../../_b.md >}}'),
  'include-too-large': text('‸{{< include _b.md >}}', { '_b.md': `${'a '.repeat(2_600_000)}\n` }),
  'isbn-invalid': cited(
    '@book{k, author={Doe, A}, title={T}, publisher={P}, year={2001},\n  ‸isbn = {978-0-00-000001-8}}',
  ),
  'issn-invalid': cited(`@article{k, ${work},\n  ‸issn = {1234-5678}}`),
  'issue-file-left-out': { shownBy: 'parse/source/find-articles.test.ts' },
  'issue-journal': { shownBy: 'render/issue/index.test.ts' },
  'issue-name-taken': { shownBy: 'render/issue/index.test.ts' },
  'journal-decides': front('‸toc: true'),
  'journal-font': {
    files: {
      'mine/journal.yml': `extends: letters\ntitle: T\nfonts:\n  - family: F\n    faces: ‸{"400": f.woff2, "400 italic": f.woff2}\n`,
      'mine/f.woff2': face,
      'article.md': '---\ntitle: T\n---\n\nText.\n',
    },
    style: '/paper/mine',
  },
  'journal-invalid': {
    files: {
      'mine/journal.yml': `${letters}\n‸wombat: 3\n`,
      'article.md': '---\ntitle: T\n---\n\nText.\n',
    },
    style: '/paper/mine',
  },
  'journal-unknown': { files: { 'article.md': '---\ntitle: T\nstyle: ‸none\n---\n\nText.\n' } },
  'journal-unknown-abbreviation': cited(
    '@article{k, author={Doe, A}, title={T}, year={2001}, volume={1}, pages={1},\n  ‸journal={J. Hoofs}}',
    { 'journal-abbreviations.csv': 'Journal of Hands;J. Hands\n' },
  ),
  'language-partial': front('lang: ‸tlh'),
  'line-loose': { shownBy: 'typeset/sheet/report.test.ts' },
  'line-overfull': { shownBy: 'typeset/sheet/report.test.ts' },
  'link-broken': text('A ‸[link](https://) here.'),
  'link-local': text('A ‸[link](data.csv) here.', { 'data.csv': 'a\n' }),
  'link-unresolved': text('A ‸[link](#none) here.'),
  'link-unsafe': text('A ‸[link](javascript:x) here.'),
  'list-left-out': text('Text.\n\n‸\\listoffigures'),
  'lookup-address': { shownBy: 'tasks/cite/index.test.ts' },
  'lookup-answer': { shownBy: 'tasks/cite/fetch-text.test.ts' },
  'lookup-failed': { shownBy: 'tasks/cite/fetch-text.test.ts' },
  'lookup-identifier': { shownBy: 'tasks/cite/index.test.ts' },
  'lookup-key': { shownBy: 'tasks/cite/index.test.ts' },
  'lookup-missing': { shownBy: 'tasks/cite/fetch-text.test.ts' },
  'lookup-present': { shownBy: 'tasks/cite/index.test.ts' },
  'lookup-target': { shownBy: 'tasks/cite/index.test.ts' },
  'manuscript-ambiguous': { files: { 'one.md': 'Text.\n', 'two.md': 'Text.\n' }, place: '' },
  'manuscript-empty': { files: { 'article.md': '‸' } },
  'manuscript-encoding': {
    files: { 'article.md': Uint8Array.from([0x54, 0xe9, 0x0a]) },
    place: 'article.md:1:2',
  },
  'manuscript-missing': { files: { 'a.svg': svg }, place: '' },
  'margin-crowded': { shownBy: 'typeset/sheet/report.test.ts' },
  'math-broken': text('A $\\frac{1}{2‸$ here.'),
  'math-length': text('A ‸$a\\hspace{99em}b$ here.'),
  'math-unit': text('A $\\qty{3}{‸\\wombat}$ here.'),
  'note-unknown': text('A mark‸[^none] here.'),
  'note-unused': text('Text.\n\n‸[^a]: Note.'),
  'nudge-idle': text('‸::: {.column-margin}\nText.\n:::'),
  'nudge-invalid': text('‸![A](a.svg){placement=wombat}'),
  'number-asked': text('‸![A](a.svg){#fig:x label=X}'),
  'number-typed': text('![‸Figure 1. A](a.svg)'),
  'orcid-invalid': front('author:\n  - name: Ann Doe\n    orcid: ‸0000-0000-0000-0000'),
  'orcid-shared': front(
    'author:\n  - {name: Ann Doe, orcid: 0000-0002-1825-0097}\n  - {name: Bo Lee, orcid: ‸0000-0002-1825-0097}',
  ),
  'page-lost': { shownBy: 'typeset/sheet/report.test.ts' },
  'page-reference-unsettled': { shownBy: 'typeset/sheet/report.test.ts' },
  'pages-reversed': cited(
    '@article{k, author={Doe, A}, title={T}, journal={J}, year={2001}, volume={1},\n  ‸pages={9--2}}',
  ),
  'paragraph-broken': text('The mean was\n‸- 3 in one\nand more.'),
  'raw-format': text('‸```{=docx}\n<w:p/>\n```'),
  'reference-data-unread': cited(`@article{k, ${work}}`, { 'x.csv': 'a,b\n1,2\n' }, 'retractions: ‸x.csv\n'),
  'reference-duplicate': cited(
    `@article{k, ${work}, doi={10.1234/a}}\n\n@article{l, ${work}, ‸doi={10.1234/a}}`,
  ),
  'reference-incomplete': cited('‸@article{k, title={T}}'),
  'reference-list-empty': text('As [@k].\n\n‸::: {#refs-none}\n:::', {
    'article.md':
      '---\ntitle: T\nbibliography: {a: r.bib, b: s.bib}\n---\n\nAs [@k].\n\n‸::: {#refs-b}\n:::\n',
    'r.bib': `@article{k, ${work}}`,
    's.bib': '',
  }),
  'reference-notice': cited(`‸@article{k, ${work}, doi={10.1234/a}}`, {
    'retractions.csv': notice('Correction'),
  }),
  'reference-panel': text('See ‸@fig:x(c).\n\n![A](a.svg){#fig:x}'),
  'reference-preprint-published': cited(
    `‸@online{k, author={Doe, A}, title={T}, year={2000}, url={https://arxiv.org/abs/1407.3561}, urldate={2001-01-01}}\n\n@article{l, ${work}}`,
  ),
  'reference-retracted': cited(`‸@article{k, ${work}, doi={10.1234/a}}`, {
    'retractions.csv': notice('Retraction'),
  }),
  'reference-uncited': cited(
    `@article{k, ${work}}\n\n‸@book{l, author={Lee, B}, title={U}, publisher={P}, year={2002}}`,
  ),
  'reference-unnumbered': text('See ‸@sec-x.\n\n::: {#sec-x}\nText.\n:::'),
  'reference-unresolved': text('See ‸@fig:none.'),
  'retracted-unknown': cited(`@article{k, ${work}}`, {}, 'cited-as-retracted: [‸none]\n'),
  'settings-invalid': { shownBy: 'tasks/settings/read-settings.test.ts' },
  'settings-unread': { shownBy: 'tasks/build-issue.test.ts' },
  'shortcode-unread': text('A ‸{{< wombat >}} here.'),
  'style-broken': { ...cited(`@article{k, ${work}}`, { 's.csl': '<style‸' }, 'csl: s.csl\n') },
  'style-missing': front('csl: ‸none-such'),
  'style-unclear': cited(
    `@article{k, ${work}}`,
    {
      's.csl': csl(
        '<citation><layout><names variable="author" ‸wombat="3"/><text variable="title"/></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography>',
      ),
    },
    'csl: s.csl\n',
  ),
  'syntax-unread': text('A ‸{wombat}`role` here.'),
  'template-unread': {
    files: {
      'metadata.yaml': 'title: T\n',
      '01.abstract.md': 'Text.\n',
      '02.text.md': 'On ‸{{manubot.date}}.\n',
    },
  },
  'title-missing': { files: { 'article.md': '‸Text.\n' } },
  'title-repeated': text('‸# T\n\nText.'),
}

/** Rules that several readers report: what else breaks them. */
const furtherCases: readonly (readonly [RuleId, Case])[] = [
  ['affiliation-unknown', front('author:\n  - name: ‸Ann Doe^2^\naffiliations: [{id: 1, name: Y}]')],
  ['citation-unknown', text('By \\citet{‸none}.')],
  ['citation-unknown', text('By {cite:p}`‸none`.')],
  ['citation-unknown', text('Text.^[A note [‸@none].]')],
  ['code-not-run', text('Text.\n\n‸```{code-cell} python\n:tags: [remove-input]\nplot()\n```')],
  ['figure-missing', text('‸:::{figure} none.svg\nA map.\n:::')],
  ['figure-missing', text('\\begin{figure}‸\\includegraphics{none.svg}\\caption{A}\\end{figure}')],
  ['figure-missing', text('‸<img src="none.svg" alt="A">')],
  [
    'front-matter-unknown-key',
    { files: { 'article.md': 'Text.\n', 'myst.yml': 'project:\n  title: T\n  ‸wombat: 3\n' } },
  ],
  ['html-unbalanced', text('A word‸</em> here.')],
  ['id-duplicate', cited(`@article{k, ${work}}\n\n@book{‸k, title={U}}`)],
  ['id-duplicate', text('![A](a.svg){#fig:x}\n\n‸![B](a.svg){#fig:x}')],
  ['include-missing', text('‸```{include} none.md\n```')],
  ['math-broken', text('$$\n\\frac{1‸\n$$')],
  ['note-unknown', text('> Quoted‸[^none].')],
  ['number-typed', text('| a |\n|---|\n| 1 |\n\n‸: Table 2. Fish.')],
  ['reference-unresolved', text('See \\ref{‸fig:none}.')],
  ['reference-unresolved', text('See ‸{numref}`none`.')],
  ['reference-unresolved', text('See \\@ref(‸fig:none).')],
  ['syntax-unread', text('‸:::{wombat}\nText.\n:::')],
  ['syntax-unread', text('A ‸\\wombat{word} here.')],
  ['syntax-unread', text('‸\\begin{wombat}\nText.\n\\end{wombat}')],
  ['syntax-unread', text('It is ‸`r mean(x)`.')],
  ['journal-decides', front('style: transactions\npapersize: ‸letter')],
  ['journal-decides', front('geometry: ‸wide')],
]

const sign = '‸'

/** The files without the sign, and the place of the message as the command line prints it. */
function readCase(files: Files): { readonly paths: Files; readonly place?: string } {
  const paths: Record<string, string | Uint8Array> = {}
  let place: string | undefined
  for (const [name, content] of Object.entries(files)) {
    const at = typeof content === 'string' ? content.indexOf(sign) : -1
    paths[`/paper/${name}`] = typeof content === 'string' ? content.replace(sign, '') : content
    if (typeof content !== 'string' || at < 0) continue
    const lines = content.slice(0, at).split('\n')
    place = `${name}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`
  }
  return { paths, ...(place !== undefined && { place }) }
}

/** The places of the messages of a rule: `article.md:3:5`, or `article.md` without a place in the file. */
async function placesOf(rule: RuleId, paths: Files, style: string | undefined): Promise<string[]> {
  const { files } = await check(
    { path: '/paper', library, ...(style !== undefined && { style }), references: { depth: 'all' } },
    memoryHost(paths, diskHost),
  )
  return files.flatMap(file =>
    file.messages
      .filter(message => message.ruleId === rule && severityOf(message) === rules[rule].severity)
      .map(({ line, column }) => {
        const name = file.path.replace(/^\/paper\/?/, '')
        return line === undefined ? name : `${name}:${line}:${column}`
      }),
  )
}

async function expectPlace(rule: RuleId, { files, place, style }: Case): Promise<void> {
  const { paths, place: marked = place } = readCase(files)
  expect(await placesOf(rule, paths, style)).toEqual([marked])
}

describe('each rule is broken and reported at its place', () => {
  it('by a case for every rule of the table', () => {
    expect(Object.keys(cases)).toEqual(Object.keys(rules))
  })

  it.each(Object.entries(cases).filter(entry => 'files' in entry[1]))('%s', async (rule, entry) => {
    if (!('files' in entry)) throw new Error('The filter lets only cases with files through')
    // The cast is safe: the keys of `cases` are rules.
    await expectPlace(rule as RuleId, entry)
  })

  it.each(furtherCases)('%s, also', async (rule, entry) => await expectPlace(rule, entry))

  it.each(Object.entries(cases).filter(entry => 'shownBy' in entry[1]))('%s, elsewhere', (rule, entry) => {
    const path = fileURLToPath(new URL(`../${'shownBy' in entry ? entry.shownBy : ''}`, import.meta.url))
    expect(existsSync(path), path).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain(rule)
  })
})
