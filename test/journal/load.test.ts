/**
 * Journals are folders of data. A journal outside `styles/` can be used, and mistakes in its manifest are
 * reported at their place.
 */
import { describe, expect, it } from 'vitest'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { loadJournal } from '../../pipeline/journal/index.ts'
import { library } from '../build-article.ts'

async function load(files: Record<string, string>, language?: string) {
  const paths = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/mine/${name}`, text]))
  const { journal, files: read } = await loadJournal('/mine', library, memoryHost(paths, diskHost), language)
  return { journal, messages: read.flatMap(file => messageLines([file], '/mine')) }
}

const csl = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><citation/></style>'

describe('a journal outside styles/', () => {
  it('that extends base has only the settings that differ', async () => {
    const { journal, messages } = await load({
      'journal.yml':
        'extends: base\ntitle: Mine\ncsl: mine.csl\nlabels: {abstract: Summary}\npage: {columns: 1}\n',
      'mine.csl': csl,
      'print.css': '.title { color: navy }',
    })
    expect(messages).toEqual([])
    expect(journal?.manifest.labels.abstract).toBe('Summary')
    expect(journal?.manifest.labels.references).toBe('References')
    expect(journal?.manifest.page.columns).toBe(1)
    expect(journal?.csl).toBe(csl)
    expect(JSON.stringify(journal?.template)).toContain('"name":"title"')
    expect(journal?.css.print.indexOf('navy')).toBeGreaterThan(journal?.css.print.indexOf('.title') ?? 0)
  })

  it.each([
    [
      'extends: base\ntitle: Mine\ncsl: mine.csl\ncolour: red\n',
      /journal\.yml:4:1 {2}error .*colour.* journal-invalid/,
    ],
    [
      'extends: base\ntitle: Mine\ncsl: mine.csl\npage: {columns: 4}\n',
      /journal\.yml:4:17 {2}error .*page\.columns.*1, 2 or 3/,
    ],
    ['extends: base\ntitle: [Mine\n', /journal\.yml:\d+:\d+ {2}error .* journal-invalid/],
    ['extends: nothing\ntitle: Mine\n', /Missing journal `nothing`/],
  ])('with an invalid manifest is refused with a message: %j', async (manifest, expected) => {
    const { journal, messages } = await load({ 'journal.yml': manifest, 'mine.csl': csl })
    expect(journal).toBeUndefined()
    expect(messages.join('\n')).toMatch(expected)
  })

  it.each([
    ['{inside: 20mm}', '4:16', 'page.inside`, expected `outside`'],
    ['{outside: 20mm}', '4:17', 'page.outside`, expected `inside`'],
    ['{left: 93mm, right: 93mm}', '4:7', 'page`, expected measures that leave columns of 10.6mm'],
    ['{first: {columns: 3}}', '4:25', 'page.first.columns`, expected at most 2'],
    ['{first: {left: 30mm, right: 30mm}}', '4:35', 'page.first.right`, expected 4mm or nothing'],
    ['{first: {wombat: 3mm}}', '4:16', 'wombat'],
    ['{line-numbers: -1}', '4:22', 'page.line-numbers`'],
    [
      '{line-numbers: {interval: 5, restart: line}}',
      '4:45',
      'page.line-numbers.restart`, expected `column`, `page` or `never`',
    ],
    ['{margin-column: {side: up, width: 9mm, gap: 2mm}}', '4:30', 'page.margin-column.side'],
    ['{margin-column: {side: left, width: 9mm}}', '4:23', 'page.margin-column.gap'],
    ['{margin-column: {side: left, width: 19mm, gap: 2mm}}', '4:43', 'expected at most 15mm'],
    [
      '{inside: 9mm, outside: 30mm, margin-column: {side: inner, width: 19mm, gap: 2mm}}',
      '4:72',
      'at most 7mm',
    ],
  ])('with the page %s is refused at %s', async (page, place, words) => {
    await expectRefused(`page: ${page}`, place, words)
  })

  it.each([
    ['{placement: last}', '4:21', 'floats.placement'],
    ['{order: [tables]}', '4:17', 'floats.order`, expected tables and figures'],
    ['{order: [tables, tables]}', '4:17', 'floats.order`, expected tables and figures'],
    ['{page-each: perhaps}', '4:21', 'floats.page-each'],
    ['{callout: here}', '4:19', 'floats.callout`, expected {label}'],
  ])('with the floats %s is refused at %s', async (floats, place, words) => {
    await expectRefused(`floats: ${floats}`, place, words)
  })

  async function expectRefused(line: string, place: string, words: string) {
    const manifest = `extends: base\ntitle: Mine\ncsl: mine.csl\n${line}\n`
    const { journal, messages } = await load({ 'journal.yml': manifest, 'mine.csl': csl })
    expect(journal).toBeUndefined()
    expect(messages.join('\n')).toContain(`journal.yml:${place}`)
    expect(messages.join('\n')).toContain(words)
  }

  it('with translated labels in a list, not a mapping, is refused with a message', async () => {
    const files = {
      'journal.yml': 'extends: base\ntitle: Mine\ncsl: mine.csl\n',
      'mine.csl': csl,
      'labels/de.yml': 'labels: [Abbildung]\n',
    }
    const { journal, messages } = await load(files, 'de')
    expect(journal).toBeUndefined()
    expect(messages.join('\n')).toMatch(/labels\/de\.yml.* error .*`labels`.* journal-invalid/)
  })
})

describe('the journals of styles/', () => {
  it.each(['ijmsrp', 'transactions'])('%s is valid', async name => {
    const { journal, files } = await loadJournal(`${library}/${name}`, library, diskHost)
    expect(messageLines(files, library)).toEqual([])
    expect(journal?.name).toBe(name)
  })
})
