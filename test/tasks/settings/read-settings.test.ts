/** `offprint.yml`: its values, its paths, and the places of its mistakes. */
import { expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { severityOf } from '../../../pipeline/model/diagnostics.ts'
import { build } from '../../../pipeline/tasks/build.ts'
import { check } from '../../../pipeline/tasks/check.ts'
import { readSettings, settingsOf, settingsOptions } from '../../../pipeline/tasks/settings/read-settings.ts'
import { library } from '../../build-article.ts'

async function read(text: string) {
  const { settings, file, placeOf } = await readSettings(
    '/papers/offprint.yml',
    memoryHost({ '/papers/offprint.yml': text }),
  )
  return { settings, placeOf, messages: messageLines([file], '/papers') }
}

it('reads every key, and paths from the folder of the file', async () => {
  const { settings, messages, placeOf } = await read(`
style: ./journals/mine
csl: ../house.csl
dialect: quarto
to: html, pdf
output: public
name: rivers
line-numbers: true
site: https://journal.example.org/1
images: beside
all: true
retractions: lists/r.csv
journal-abbreviations: lists/j.csv
strict: true
reporter: github
severity: {box-scaled: off, title-missing: error}
`)
  expect(messages).toEqual([])
  expect(settings).toEqual({
    style: '/papers/journals/mine',
    csl: '/house.csl',
    dialect: 'pandoc',
    to: ['html', 'pdf'],
    output: '/papers/public',
    name: 'rivers',
    'line-numbers': 5,
    site: 'https://journal.example.org/1',
    images: 'beside',
    all: true,
    retractions: '/papers/lists/r.csv',
    'journal-abbreviations': '/papers/lists/j.csv',
    strict: true,
    reporter: 'github',
    severity: { 'box-scaled': 'off', 'title-missing': 'error' },
  })
  expect(placeOf('csl')?.start).toMatchObject({ line: 3, column: 1 })
  expect(settingsOptions(settings)).toMatchObject({
    formats: ['html', 'pdf'],
    slug: 'rivers',
    lineNumbers: 5,
    references: { retractions: '/papers/lists/r.csv' },
  })
})

it.each([
  ['stlye: letters', '1:1', 'Unexpected key `stlye`', 'Did you mean `style`?'],
  ['line_numbers: 3', '1:1', 'Unexpected key `line_numbers`', 'Did you mean `line-numbers`?'],
  ['to: [pdf, docx]', '1:11', 'Unexpected `docx` at `to`, expected one or more of', ''],
  ['to: pdf, docx', '1:5', 'Unexpected `pdf, docx` at `to`, expected one or more of', ''],
  ['images: outside', '1:9', 'Unexpected `outside` at `images`, expected `inside` or `beside`', ''],
  ['strict: maybe', '1:9', 'Unexpected `maybe` at `strict`, expected `true` or `false`', ''],
  ['site: journal.org', '1:7', 'Unexpected `journal.org` at `site`, expected the address of a folder', ''],
  ['name: a/b', '1:7', 'Unexpected `a/b` at `name`, expected a name without "/"', ''],
  ['line-numbers: 200', '1:15', 'Unexpected `200` at `line-numbers`, expected', ''],
  ['style: {a: b}', '1:8', 'Unexpected group of keys at `style`, expected a journal', ''],
  ['dialect: latex', '1:10', 'Unexpected `latex` at `dialect`, expected one of pandoc', ''],
  ['severity: {box-scaled: loud}', '1:24', 'Unexpected `loud` at `severity.box-scaled`, expected `off`', ''],
  [
    'severity: {box-scald: off}',
    '1:12',
    'Unexpected key `box-scald` in `severity`',
    'Did you mean `box-scaled`?',
  ],
  ['severity: {manuscript-empty: off}', '1:12', 'Unexpected key `manuscript-empty`', 'cannot be changed'],
  ['severity: off', '1:11', 'Unexpected `off` at `severity`', ''],
  ['reporter: xml', '1:11', 'Unexpected `xml` at `reporter`, expected one of terminal', ''],
  ['- a', '1:1', 'Unexpected content of offprint.yml', ''],
  ['style: [', '2:1', 'Unexpected YAML', ''],
])('reports the mistake in %s, and keeps the rest', async (line, place, reason, note) => {
  const { settings, messages } = await read(`${line}\n${/^[-]|\[$/.test(line) ? '' : 'output: out\n'}`)
  expect(messages[0]).toContain(`offprint.yml:${place}`)
  expect(messages[0]).toContain(`  error  ${reason}`)
  expect(messages[0]).toMatch(/settings-invalid$/)
  expect(messages[1] ?? '').toContain(note)
  expect(settings).toEqual(/^[-]|\[$/.test(line) ? {} : expect.objectContaining({ output: '/papers/out' }))
  expect(settings.style).toBeUndefined()
})

it('keeps the good severities beside a wrong one', async () => {
  const { settings } = await read('severity: {box-scaled: off, box-overflow: loud, nothing: off}')
  expect(settings).toEqual({ severity: { 'box-scaled': 'off' } })
})

it('an empty file, or a key without a value, says nothing', async () => {
  expect((await read('')).messages).toEqual([])
  expect(await read('style:\n')).toMatchObject({ settings: {}, messages: [] })
})

it('the same options are for build and check; they go before the severities of the journal', async () => {
  const files = {
    '/paper/article.md': '---\nkyewords: [a]\nstyle: ./j\n---\n\nText with [@nobody].\n',
    '/paper/j/journal.yml':
      'extends: article\ntitle: J\nseverity: {title-missing: off, citation-unknown: off, front-matter-unknown-key: error}\n',
    '/paper/offprint.yml': 'to: html\nname: mine\nseverity: {citation-unknown: warning}\n',
  }
  const host = memoryHost(files, diskHost)
  const read = await settingsOf('/paper/article.md', host)
  const options = {
    formats: [],
    output: '/out',
    ...settingsOptions(read?.settings ?? {}),
    path: '/paper',
    library,
  }
  for (const result of [await build(options, host), await check(options, host)]) {
    const seen = result.files.flatMap(file => file.messages).map(m => [m.ruleId, severityOf(m)])
    expect(Object.fromEntries(seen)).toMatchObject({
      'citation-unknown': 'warning',
      'front-matter-unknown-key': 'error',
    })
    expect(seen.map(([rule]) => rule)).not.toContain('title-missing')
  }
  expect(host.files.has('/out/mine.html')).toBe(true)
})
