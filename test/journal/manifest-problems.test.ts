/** Each mistake in a manifest is reported with its key, what is expected, what was found, and its place. */
import { describe, expect, it } from 'vitest'
import { loadWritten } from './load-journal.ts'

describe('a manifest', () => {
  it.each([
    ['page: {columns: 9}', '17', 'Unexpected `9` at `page.columns`, expected 1, 2 or 3'],
    ['page: {widht: 3mm}', '8', 'Unexpected key `widht` in `page`'],
    ['page: {top: 5}', '13', 'Unexpected `5` at `page.top`, expected a length such as 84mm'],
    ['page: {top: wide}', '13', 'Unexpected `wide` at `page.top`, expected a length such as 84mm'],
    [
      'page: {line-numbers: -1}',
      '22',
      'Unexpected `-1` at `page.line-numbers`, expected a whole number from 0 or keys such as `interval` and `restart`',
    ],
    ['colour: red', '1', 'Unexpected key `colour`'],
    ['kind: blog', '7', 'Unexpected `blog` at `kind`, expected `journal`, `preprint-server` or `manuscript`'],
    ['fonts: [{family: X, faces: ["400"]}]', '9', 'Missing `fonts[1].package`, expected a text'],
    [
      'affiliations: {note-marks: []}',
      '28',
      'Unexpected empty list at `affiliations.note-marks`, expected a list that is not empty, each item a text',
    ],
    [
      'affiliations: {orcid: often}',
      '23',
      'Unexpected `often` at `affiliations.orcid`, expected `true` or `false`',
    ],
    ['labels: 3', '9', 'Unexpected `3` at `labels`, expected keys such as `figure`, `table` and `listing`'],
    ['hyphenation: word', '14', 'Unexpected `word` at `hyphenation`, expected a list, each item a text'],
    ['lines: {stretch: 9}', '18', 'Unexpected `9` at `lines.stretch`, expected a number from 0 to 2'],
    [
      'severity: {box-scaled: loud}',
      '24',
      'Unexpected `loud` at `severity.box-scaled`, expected `off`, `warning` or `error`',
    ],
    ['severity: {box-scald: off}', '12', 'Unexpected key `box-scald` in `severity`'],
    ['severity: {journal-invalid: off}', '12', 'Unexpected key `journal-invalid` in `severity`'],
    ['masthead: "{voume}"', '11', 'Unexpected `{voume}` at `masthead`'],
    ['copyright: "[© {year}"', '12', 'Unexpected `[` without its other half at `copyright`'],
    ['furniture: {right: {head-middle: x}}', '21', 'Unexpected key `head-middle` in `furniture.right`'],
    ['labels: {figure: {caption: "F {nr}"}}', '28', 'Unexpected `{nr}` at `labels.figure.caption`'],
    [
      'abbreviation: *short',
      '15',
      'Unexpected YAML: nothing is named `&short`, which `*short` refers to; put quotation marks around a text that begins with `*`',
    ],
  ])('with %s is refused', async (line, column, reason) => {
    const { journal, messages } = await loadWritten({
      'journal.yml': `extends: transactions\ntitle: T\n${line}\n`,
    })
    expect(journal).toBeUndefined()
    expect(messages).toEqual([`journal.yml:3:${column}  error  ${reason}  journal-invalid`])
  })

  it('may print brackets that are after a backslash', async () => {
    const load = (line: string) =>
      loadWritten({ 'journal.yml': `extends: transactions\ntitle: T\n${line}\n` })
    expect((await load(String.raw`copyright: '\[© {year}'`)).messages).toEqual([])
    expect((await load(String.raw`copyright: '\[© {yaer}\]'`)).messages).toEqual([
      'journal.yml:3:12  error  Unexpected `{yaer}` at `copyright`  journal-invalid',
    ])
  })

  it('has its mistake in the file of the journal that it extends', async () => {
    const { messages } = await loadWritten({
      'journal.yml': 'extends: house\ntitle: T\npage: {top: 20mm}\n',
      '/house/journal.yml': 'extends: base\ncsl: apa\npage:\n  left: far\n',
    })
    expect(messages).toEqual([
      '../house/journal.yml:4:9  error  Unexpected `far` at `page.left`, expected a length such as 84mm  journal-invalid',
    ])
  })

  it('with wrong words of a language has its mistake in the file of the words', async () => {
    const words = 'labels:\n  figur: x\n  table: 3\n'
    const files = { 'journal.yml': 'extends: transactions\ntitle: T\n', 'labels/de.yml': words }
    const { messages } = await loadWritten(files, 'de')
    expect(messages).toEqual([
      'labels/de.yml:2:3  error  Unexpected key `figur` in `labels`  journal-invalid',
      'labels/de.yml:3:10  error  Unexpected `3` at `labels.table`, expected keys such as `reference`, `plural` and `caption`  journal-invalid',
    ])
    expect((await loadWritten({ ...files, 'labels/de.yml': 'labels: {a' }, 'de')).messages[0]).toMatch(
      /^labels\/de\.yml:1:\d+ {2}error {2}Unexpected YAML/,
    )
  })

  it('that only extends base is told what is missing, and what to write', async () => {
    const { messages, notes } = await loadWritten({ 'journal.yml': 'extends: base\n' })
    expect(messages).toEqual([
      'journal.yml:1:1  error  Missing `title`, expected a text  journal-invalid',
      'journal.yml:1:1  error  Missing `csl`, expected a text  journal-invalid',
    ])
    expect(notes.join()).toContain('`title: My Journal`')
    expect(notes.join()).toContain('`csl: apa`')
  })

  it.each(['title: T\n', '# Nothing yet\n'])(
    'that extends nothing is told so in one message: %j',
    async manifest => {
      const { messages } = await loadWritten({ 'journal.yml': manifest })
      expect(messages).toHaveLength(1)
      expect(messages[0]).toContain('extends')
    },
  )
})
