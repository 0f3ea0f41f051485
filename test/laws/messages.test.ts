/**
 * No message is lost: the example of each rule in `pipeline/model/rule-guide/` is tried. Its wrong half must
 * give the message at its place, which the sign ‸ marks (without it, the message is about the whole file),
 * and its right half must not give the message. A rule that needs a browser, the network or an issue names
 * the test that shows it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { type RuleId, rules, severityOf } from '../../pipeline/model/diagnostics.ts'
import { manuscriptOf, ruleGuide, sign } from '../../pipeline/model/rule-guide/index.ts'
import { buildIssue, findArticles } from '../../pipeline/tasks/build-issue.ts'
import { check } from '../../pipeline/tasks/check.ts'
import { library } from '../build-article.ts'

/** The files of a manuscript by name. */
type Files = Readonly<Record<string, string | Uint8Array>>

const face = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource/eb-garamond/files/eb-garamond-latin-400-normal.woff2'),
)

/** What else the example of a rule needs to be tried. */
interface Trial {
  /** Further files, of the wrong half or of both. */
  readonly files?: Files
  /** The place of the message, for messages about a folder. */
  readonly place?: string
  /** The folder of the journal. */
  readonly style?: string
}

const trials: Partial<Record<RuleId, Trial>> = {
  'include-too-large': { files: { '_data.md': `${'a '.repeat(2_600_000)}\n` } },
  'issue-file-left-out': { place: '' },
  'issue-name-taken': { place: '' },
  'journal-font': { files: { 'mine/f.woff2': face }, style: '/paper/mine' },
  'journal-invalid': { style: '/paper/mine' },
  'manuscript-ambiguous': { place: '' },
  'manuscript-missing': { place: '' },
}

/** Rules whose examples cannot be tried in memory → the test, below `test/`, that shows the message. */
const elsewhere: Partial<Record<RuleId, string>> = {
  'box-overflow': 'typeset/sheet/misfits.test.ts',
  'box-scaled': 'typeset/sheet/misfits.test.ts',
  'browser-failed': 'tasks/build-issue.test.ts',
  'browser-old': 'tasks/build.test.ts',
  'figure-resolution': 'typeset/sheet/print-picture.test.ts',
  'limit-reached': 'tasks/over-limit.test.ts',
  'line-loose': 'typeset/sheet/report.test.ts',
  'line-overfull': 'typeset/sheet/report.test.ts',
  'lookup-address': 'tasks/cite/index.test.ts',
  'lookup-answer': 'tasks/cite/fetch-text.test.ts',
  'lookup-failed': 'tasks/cite/fetch-text.test.ts',
  'lookup-identifier': 'tasks/cite/index.test.ts',
  'lookup-key': 'tasks/cite/index.test.ts',
  'lookup-missing': 'tasks/cite/fetch-text.test.ts',
  'lookup-present': 'tasks/cite/index.test.ts',
  'lookup-target': 'tasks/cite/index.test.ts',
  'margin-crowded': 'typeset/sheet/report.test.ts',
  'page-lost': 'typeset/sheet/report.test.ts',
  'page-reference-unsettled': 'typeset/sheet/report.test.ts',
  'settings-invalid': 'tasks/settings/read-settings.test.ts',
  'settings-unread': 'tasks/build-issue.test.ts',
  'stage-failed': 'tasks/own-mistakes.test.ts',
  'text-lost': 'layout/lost-texts.test.ts',
}

/** An article with this text. */
const text = (body: string): Files => ({ 'article.md': `---\ntitle: T\n---\n\n${body}\n`, 'a.svg': svg })

/** An article with these lines in its front matter. */
const front = (lines: string): Files => ({ 'article.md': `---\ntitle: T\n${lines}\n---\n\nText.\n` })

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

/** Rules that several readers report: what else breaks them. */
const furtherCases: readonly (readonly [RuleId, Files])[] = [
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
    { 'article.md': 'Text.\n', 'myst.yml': 'project:\n  title: T\n  ‸wombat: 3\n' },
  ],
  ['html-unbalanced', text('A word‸</em> here.')],
  [
    'id-duplicate',
    {
      'article.md': '---\ntitle: T\nbibliography: r.bib\n---\n\nAs [@k].\n',
      'r.bib': '@article{k, title={T}}\n\n@book{‸k, title={U}}',
    },
  ],
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

async function checkedFiles(paths: Files, style: string | undefined): Promise<readonly VFile[]> {
  const references = { depth: 'all' } as const
  const options = { path: '/paper', library, ...(style !== undefined && { style }), references }
  return (await check(options, memoryHost(paths, diskHost))).files
}

/** The files of an issue, each of whose articles is built. */
async function issueFiles(paths: Files): Promise<readonly VFile[]> {
  const host = memoryHost(paths, diskHost)
  const found = await findArticles('/paper', host)
  if (!found) throw new Error('The example is no issue')
  return (await buildIssue(found, { library, formats: ['html'], output: '/output' }, host)).files
}

/** The places of the messages of a rule: `article.md:3:5`, or `article.md` without a place in the file. */
async function placesOf(rule: RuleId, paths: Files, style: string | undefined): Promise<string[]> {
  const files = rule.startsWith('issue-') ? await issueFiles(paths) : await checkedFiles(paths, style)
  return files.flatMap(file =>
    file.messages
      .filter(message => message.ruleId === rule && severityOf(message) === rules[rule].severity)
      .map(({ line, column }) => {
        const name = file.path.replace(/^\/paper\/?/, '')
        return line === undefined ? name : `${name}:${line}:${column}`
      }),
  )
}

async function expectPlace(rule: RuleId, files: Files, { place, style }: Trial = {}): Promise<void> {
  const { paths, place: marked = place } = readCase(files)
  expect(await placesOf(rule, paths, style)).toEqual([marked])
}

const isTried = (rule: RuleId) => !(rule in elsewhere) && rule !== 'manuscript-encoding'
// The cast is safe: the keys of `rules` are rules.
const tried = (Object.keys(rules) as RuleId[]).filter(isTried)

describe('the example of each rule', () => {
  it.each(tried)('%s is wrong at its place, and right in its second half', async rule => {
    const guide = ruleGuide[rule]
    if (guide.at === 'command' || guide.at === 'none') throw new Error('This example cannot be tried')
    const trial = trials[rule] ?? {}
    await expectPlace(rule, { ...manuscriptOf(guide, guide.wrong), ...trial.files }, trial)
    const right = { ...trial.files, ...manuscriptOf(guide, guide.right) }
    expect(await placesOf(rule, readCase(right).paths, trial.style)).toEqual([])
  })

  it.each(furtherCases)('%s, also', async (rule, files) => await expectPlace(rule, files))

  it('manuscript-encoding', async () => {
    const files = { 'article.md': Uint8Array.from([0x54, 0xe9, 0x0a]) }
    await expectPlace('manuscript-encoding', files, { place: 'article.md:1:2' })
  })

  it.each(Object.entries(elsewhere))('%s is shown by another test', (rule, name) => {
    const path = fileURLToPath(new URL(`../${name}`, import.meta.url))
    expect(existsSync(path), path).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain(rule)
  })
})
