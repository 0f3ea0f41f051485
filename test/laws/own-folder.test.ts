/**
 * A manuscript reads its own folder only: whatever names a file, by an absolute path, by `..` or through a
 * symbolic link, nothing of a file outside comes into an output, and a message says so.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { explain } from '../../pipeline/tasks/explain.ts'
import { library } from '../build-article.ts'

const secret = 'Wombat9137'
/** Files outside of the manuscript's folder, each valid for its reader. */
const foreign: Readonly<Record<string, string>> = {
  'text.md': `The ${secret} text.\n`,
  'refs.bib': `@book{k, title = {${secret}}, author = {Doe, A}, publisher = {P}, year = 2001}\n`,
  'refs.json': `[{"id": "k", "type": "book", "title": "${secret}"}]`,
  'style.csl': `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info><citation><layout><text value="${secret}"/></layout></citation></style>`,
  'picture.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>${secret}</title><text>${secret}</text></svg>`,
  'meta.yml': `title: ${secret}\n`,
  'myst.yml': `project:\n  title: ${secret}\n`,
  'vars.yml': `word: ${secret}\n`,
  'tags.tsv': `tag\tcitation\nt\t${secret}\n`,
  'journal/journal.yml': `extends: letters\ntitle: ${secret}\n`,
  'list.csv': `Record ID,Title\n1,${secret}\n`,
}

interface Way {
  /** The file outside that the manuscript would read. */
  readonly target: string
  /** The manuscript's files. `PATH` stands for the name of the file outside. */
  readonly files: Readonly<Record<string, string>>
  /** Where a symbolic link stands in the manuscript's folder, for readers with fixed names. */
  readonly link?: string
}

const front = (lines: string, body = 'Text [@k].') => ({
  'article.md': `---\ntitle: T\n${lines}\n---\n\n${body}\n`,
})
const ways: Readonly<Record<string, Way>> = {
  bibliography: { target: 'refs.bib', files: front('bibliography: PATH') },
  'bibliography, JSON': { target: 'refs.json', files: front('bibliography: PATH') },
  'CSL style': {
    target: 'style.csl',
    files: front(
      'csl: PATH\nreferences:\n  - {id: k, type: book, title: Own, author: [{family: Doe}], issued: 2001}',
    ),
  },
  'metadata file': { target: 'meta.yml', files: front('metadata-files: [PATH]') },
  'retraction list': {
    target: 'list.csv',
    files: front('retractions: PATH\nreferences: [{id: k, type: book}]'),
  },
  'list of abbreviations': {
    target: 'list.csv',
    files: front('journal-abbreviations: PATH\nreferences: [{id: k, type: book}]'),
  },
  'Quarto include': { target: 'text.md', files: front('', '{{< include PATH >}}') },
  'MyST include': { target: 'text.md', files: front('', '```{include} PATH\n```') },
  'literal include': { target: 'text.md', files: front('', '```{literalinclude} PATH\n```') },
  'child of knitr': { target: 'text.md', files: front('', '```{r, child="PATH"}\n```') },
  picture: { target: 'picture.svg', files: front('', '![A](PATH)') },
  'picture of LaTeX': { target: 'picture.svg', files: front('', '\\includegraphics{PATH}') },
  'part of a Quarto manuscript': {
    target: 'text.md',
    files: { '_quarto.yml': 'manuscript:\n  article: PATH\n', 'index.md': 'Text.\n' },
  },
  'chapter of a book': {
    target: 'text.md',
    files: { '_quarto.yml': 'book:\n  chapters: [index.md, PATH]\n', 'index.md': '# One\n\nText.\n' },
  },
  'only chapter of a book': { target: 'text.md', files: { '_quarto.yml': 'book:\n  chapters: [PATH]\n' } },
  'part of a bookdown book': {
    target: 'text.md',
    files: { '_bookdown.yml': 'rmd_files: [PATH]\n', 'index.Rmd': 'Text.\n' },
  },
  'MyST extends': {
    target: 'myst.yml',
    files: { 'myst.yml': 'version: 1\nextends: PATH\nproject: {}\n', ...front('') },
  },
  'MyST contents': {
    target: 'text.md',
    files: { 'myst.yml': 'version: 1\nproject:\n  toc:\n    - file: PATH\n', 'index.md': 'Text.\n' },
  },
  'variables of Quarto': {
    target: 'vars.yml',
    files: front('', 'A {{< var word >}} here.'),
    link: '_variables.yml',
  },
  'metadata of Manubot': { target: 'meta.yml', files: front(''), link: 'metadata.yaml' },
  'metadata of a folder': { target: 'meta.yml', files: front(''), link: '_metadata.yml' },
  'settings of Quarto': { target: 'meta.yml', files: front(''), link: '_quarto.yml' },
  'settings of MyST': { target: 'myst.yml', files: front(''), link: 'myst.yml' },
  'unnamed bibliography': { target: 'refs.bib', files: front(''), link: 'refs.bib' },
  'tags of Manubot': { target: 'tags.tsv', files: front('', 'Text [@tag:t].'), link: 'citation-tags.tsv' },
  manuscript: { target: 'text.md', files: { 'refs.bib': '' }, link: 'article.md' },
}

let top = ''
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'offprint-own-folder-'))
  for (const [name, text] of Object.entries(foreign)) put(join('outside', name), text)
})
afterAll(() => rmSync(top, { recursive: true }))

function put(name: string, text: string): void {
  mkdirSync(dirname(join(top, name)), { recursive: true })
  writeFileSync(join(top, name), text)
}

/** Everything that a build of the folder makes and says, as one text, and the rules of its messages. */
async function told(folder: string, over: Partial<Parameters<typeof build>[0]> = {}) {
  const written = memoryHost({})
  const host = { ...diskHost, write: written.write }
  const path = join(top, folder)
  const formats = ['html', 'article'] as const
  const { outputs, files } = await build({ path, library, formats, output: '/out', ...over }, host)
  const messages = files.flatMap(file => file.messages)
  const texts = Array.from(outputs.values(), bytes => new TextDecoder().decode(bytes))
  const said = messages.map(({ reason, note }) => `${reason} ${note ?? ''}`)
  const explained = JSON.stringify((await explain(path, diskHost)).explanation ?? {})
  return { text: [...texts, ...said, explained].join('\n'), rules: messages.map(({ ruleId }) => ruleId) }
}

describe.each(Object.entries(ways))('%s', (name, { target, files, link }) => {
  const suffix = name.replace(/\W/g, '-')
  const routes: readonly (readonly [string, string])[] = link
    ? [['a link of that name', '']]
    : [
        ['an absolute path', join('outside', target)],
        ['a path with ..', join('..', 'outside', target)],
        ['a symbolic link', `linked-${target}`],
      ]

  it.each(routes)('by %s', async (route, path) => {
    const folder = `${suffix} ${route.replace(/\W/g, '-')}`
    const written = route === 'an absolute path' ? join(top, path) : path
    for (const [file, text] of Object.entries(files))
      put(join(folder, file), text.replaceAll('PATH', written))
    const at = link ?? (route === 'a symbolic link' ? `linked-${target}` : undefined)
    if (at !== undefined) symlinkSync(join(top, 'outside', target), join(top, folder, at))
    const { text, rules } = await told(folder)
    expect(text).not.toContain(secret)
    expect(
      rules.filter(rule => rule && /-refused|-outside|-missing|unknown|figure-broken/.test(rule)),
    ).not.toEqual([])
  })
})

it('a journal outside is the caller’s to name', async () => {
  put('journal-asked/article.md', '---\ntitle: T\nstyle: ../outside/journal\n---\n\nText.\n')
  const refused = await told('journal-asked')
  expect(refused.text).not.toContain(secret)
  expect((await told('journal-asked', { style: join(top, 'outside/journal') })).text).toContain(secret)
})

it('reads outside what the caller trusts', async () => {
  put('trusting/article.md', '---\ntitle: T\n---\n\n```{include} linked.md\n```\n')
  symlinkSync(join(top, 'outside/text.md'), join(top, 'trusting/linked.md'))
  expect((await told('trusting')).text).not.toContain(secret)
  expect((await told('trusting', { readFrom: [join(top, 'outside')] })).text).toContain(secret)
  expect((await told('trusting', { isTrusted: true })).text).toContain(secret)
})

it('a project in a repository extends settings above it', async () => {
  put('conference/.git/HEAD', '')
  put('conference/shared.yml', foreign['myst.yml'] ?? '')
  put('conference/papers/one/myst.yml', 'version: 1\nextends: ../../shared.yml\nproject: {}\n')
  put('conference/papers/one/one.md', 'Text.\n')
  expect((await told('conference/papers/one')).text).toContain(secret)
})

it('settings above the manuscript are not read through links out of their folder', async () => {
  put('above/paper/article.md', '---\nauthor: A\n---\n\nText.\n')
  symlinkSync(join(top, 'outside/meta.yml'), join(top, 'above/_metadata.yml'))
  symlinkSync(join(top, 'outside/meta.yml'), join(top, 'above/_quarto.yml'))
  const { text, rules } = await told('above/paper')
  expect(text).not.toContain(secret)
  expect(rules).toContain('file-refused')
})

it('a repository reads what lies above the manuscript in it', async () => {
  put('repository/.git/HEAD', '')
  put('repository/shared/refs.bib', foreign['refs.bib'] ?? '')
  put('repository/paper/article.md', '---\ntitle: T\nbibliography: ../shared/refs.bib\n---\n\nText [@k].\n')
  expect((await told('repository/paper')).text).toContain(secret)
})

it('the fonts of the journal are read for formulas outside of its repository, too', async () => {
  const host = memoryHost(
    { '/paper/article.md': '---\ntitle: T\n---\n\nThe half, $\\frac{a}{b}$.\n' },
    diskHost,
  )
  const built = await build(
    { path: '/paper/article.md', slug: 'a', library, output: '/out', formats: ['html'] },
    host,
  )
  expect(built.files.flatMap(({ messages }) => messages.map(String))).toEqual([])
})
