/**
 * CSL styles are found by name, file and address, dependent styles by their parents, locales by language. A
 * file that cannot be read is reported at the place of the mistake.
 */
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { chooseCsl } from '../../pipeline/journal/choose-csl.ts'
import { findCslLocale } from '../../pipeline/journal/find-csl.ts'
import { loadJournal } from '../../pipeline/journal/index.ts'
import { library } from '../build-article.ts'

function style(body: string, attributes = 'version="1.0" class="in-text"'): string {
  return `<?xml version="1.0"?>
<style xmlns="http://purl.org/net/xbiblio/csl" ${attributes}><info><title/><id/><updated/></info>
${body}
</style>`
}
const styleWith = (text: string) => style(`<citation><layout><text value="${text}"/></layout></citation>`)
const dependent = (href: string) =>
  style('', 'version="1.0"').replace('<id/>', `<id/><link href="${href}" rel="independent-parent"/>`)
const locale = (tag: string) =>
  `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${tag}"><terms><term name="and">${tag}</term></terms></locale>`

async function choose(csl: string, files: Readonly<Record<string, string>>, language?: string) {
  const host = memoryHost({ '/paper/article.md': '', ...files }, diskHost)
  const { journal } = await loadJournal(`${library}/transactions`, library, host)
  if (!journal) throw new Error('The journal cannot be read')
  const file = new VFile({ path: '/paper/article.md' })
  const place = { start: { line: 2, column: 1 }, end: { line: 2, column: 9 } }
  const environment = { OFFPRINT_CSL: '/styles/' }
  const chosen = await chooseCsl(journal, {
    csl,
    folder: '/paper',
    file,
    place,
    language,
    library,
    host,
    environment,
  })
  return {
    text: /<text value="(\w+)"/.exec(chosen.journal.csl)?.[1],
    isOwn: chosen.journal.csl === journal.csl,
    canBeWritten: !chosen.journal.hasOtherCsl,
    locale: chosen.journal.cslLocale?.tag,
    messages: messageLines([file, ...chosen.files], '/paper'),
  }
}

describe('a CSL style', () => {
  it.each([
    ['a file beside the manuscript', 'own.csl'],
    ['a path', './csl/deep.csl'],
    ['an absolute path', '/elsewhere/far.csl'],
    ['a name', 'named'],
    ['a name in a folder of dependent styles', 'dependent'],
    ['an address', 'https://www.zotero.org/styles/named'],
  ])('is found by %s', async (_, name) => {
    const { text, messages } = await choose(name, {
      '/paper/own.csl': styleWith('found'),
      '/paper/csl/deep.csl': styleWith('found'),
      '/elsewhere/far.csl': styleWith('found'),
      '/styles/named.csl': styleWith('found'),
      '/styles/dependent/dependent.csl': dependent('http://www.zotero.org/styles/named'),
    })
    expect(messages).toEqual([])
    expect(text).toBe('found')
  })

  it('in the folder of the article comes before one of the same name elsewhere', async () => {
    expect(
      (await choose('a', { '/paper/a.csl': styleWith('near'), '/styles/a.csl': styleWith('far') })).text,
    ).toBe('near')
  })

  it.each(['nobody', 'https://www.zotero.org/styles/nobody?a#b', './nobody.csl', '/far/nobody.csl'])(
    'that is missing is an error where it is named: %s',
    async name => {
      const { canBeWritten, messages } = await choose(name, {})
      expect(canBeWritten).toBe(false)
      expect(messages[0]).toMatch(/^article\.md:2:1 {2}error {2}Missing CSL style `\S+nobody\S*`|`nobody`/)
      expect(messages[1]).toContain('OFFPRINT_CSL')
      expect(messages[1]).toContain(
        'https://www.zotero.org/styles/nobody as nobody.csl beside the manuscript',
      )
    },
  )

  it.each([
    ['aapa', 'Did you mean `apa`?'],
    ['harvard', 'Did you mean `harvard1`?'],
    ['https://www.zotero.org/styles/vancuver', 'Did you mean `vancouver`?'],
    ['chicago', 'Did you mean `chicago-author-date` or `chicago-notes`?'],
  ])('that is missing has names that are near: %s', async (name, question) => {
    const files = { '/styles/chicago-author-date.csl': '', '/styles/chicago-notes.csl': '' }
    expect((await choose(name, files)).messages[1]).toContain(question)
  })

  it.each(['apa', 'vancouver', 'harvard1', 'apa.csl', 'http://www.zotero.org/styles/apa'])(
    'comes with Offprint: %s',
    async name => {
      const { isOwn, canBeWritten, messages } = await choose(name, {})
      expect(messages).toEqual([])
      expect([isOwn, canBeWritten]).toEqual([false, true])
    },
  )

  it("that comes with Offprint gives way to a file of the user, and comes before Debian's", async () => {
    const debian = { '/usr/share/citation-style-language/styles/apa.csl': styleWith('debian') }
    expect((await choose('apa', debian)).text).not.toBe('debian')
    expect((await choose('apa', { ...debian, '/styles/apa.csl': styleWith('mine') })).text).toBe('mine')
    expect(
      (await choose('asa', { '/usr/share/citation-style-language/styles/asa.csl': styleWith('debian') }))
        .text,
    ).toBe('debian')
  })

  it.each([
    ['broken XML', '<style><info></style>', /bad\.csl:1:\d+.*expected XML/],
    ['plain text', 'apa', /bad\.csl.*expected XML/],
    ['other XML', '\n<html/>', /bad\.csl:2:1.*Unexpected `html`/],
    ['an old version', style('<citation/>', 'version="0.8"'), /bad\.csl:2:1.*version `0\.8`/],
    ['no `citation`', style(''), /bad\.csl:2:1.*Missing `citation`/],
    [
      'a missing macro',
      style('<citation><layout><text macro="m"/></layout></citation>'),
      /bad\.csl:3:19.*Missing macro `m`/,
    ],
    [
      'a macro that calls itself',
      style('<macro name="m"><text macro="n"/></macro><macro name="n"><text macro="m"/></macro><citation/>'),
      /bad\.csl:3:1.*the macro `m` calls itself/,
    ],
    [
      'macros that multiply',
      style(
        `${Array.from({ length: 40 }, (_, at) => `<macro name="m${at}"><text macro="m${at + 1}"/><text macro="m${at + 1}"/></macro>`).join('\n')}<macro name="m40"/><citation/>`,
      ),
      /bad\.csl:\d+:1.*size of a CSL style/,
    ],
    [
      'elements in each other',
      style(`<citation><layout>${'<group>'.repeat(300)}${'</group>'.repeat(300)}</layout></citation>`),
      /bad\.csl:3:\d+.*at most 100 elements in each other/,
    ],
    [
      'too many elements',
      style(`<citation><layout>${'<text/>'.repeat(21_000)}</layout></citation>`),
      /bad\.csl.*at most 20000 elements/,
    ],
    ['itself as parent', dependent('http://www.zotero.org/styles/bad'), /bad\.csl.*circle of styles/],
    ['a missing parent', dependent('http://www.zotero.org/styles/gone'), /bad\.csl.*gone/],
  ])('file with %s is reported once, at its place', async (_, text, message) => {
    const { canBeWritten, messages } = await choose('bad', { '/paper/bad.csl': text })
    expect(canBeWritten).toBe(false)
    expect(messages.filter(line => line.startsWith('bad.csl'))).toHaveLength(1)
    expect(messages.join('\n')).toMatch(message)
  })
})

describe('a CSL locale', () => {
  const find = async (language: string, disk: Readonly<Record<string, string>>) => {
    const files: VFile[] = []
    const places = {
      folders: ['/journal'],
      library,
      host: memoryHost(disk),
      environment: { OFFPRINT_CSL: '/styles' },
    }
    const found = await findCslLocale(language, places, files)
    return { tag: found?.tag, messages: messageLines(files, '/') }
  }

  it('is that of the tag, else that of the main country of the language, else that of another country', async () => {
    const files = {
      '/journal/locales-pt-PT.xml': locale('pt-PT'),
      '/journal/locales-pt-BR.xml': locale('pt-BR'),
    }
    expect((await find('pt-PT', files)).tag).toBe('pt-PT')
    expect((await find('pt', files)).tag).toBe('pt-BR')
    expect((await find('de-AT', { '/styles/locales-de-DE.xml': locale('de-DE') })).tag).toBe('de-DE')
    expect((await find('zh-TW', { '/styles/locales-zh-CN.xml': locale('zh-CN') })).tag).toBeUndefined()
    expect((await find('en', files)).tag).toBeUndefined()
  })

  it("of Debian's package is used only for languages that Offprint does not have", async () => {
    const debian = { '/usr/share/citation-style-language/locales/locales-fr-CA.xml': locale('fr-CA') }
    expect((await find('fr-CA', debian)).tag).toBeUndefined()
    const czech = { '/usr/share/citation-style-language/locales/locales-cs-CZ.xml': locale('cs-CZ') }
    expect((await find('cs', czech)).tag).toBe('cs-CZ')
  })

  it('that cannot be read is reported, and the next one is used', async () => {
    const { tag, messages } = await find('pt', {
      '/journal/locales-pt-PT.xml': '<a>',
      '/styles/locales-pt-BR.xml': locale('pt-BR'),
    })
    expect(tag).toBe('pt-BR')
    expect(messages[0]).toMatch(/locales-pt-PT\.xml:1:\d+/)
  })
})

it('a style of a journal that is missing or cannot be read is reported, and nothing is written in it', async () => {
  const manifest = 'extends: base\ntitle: T\nlanguage: en\ncsl: own.csl\nhow-to-cite: gone\n'
  const host = memoryHost({ '/j/own/journal.yml': manifest, '/j/own/own.csl': '<style' }, diskHost)
  const { journal, files } = await loadJournal('/j/own', library, host)
  const messages = messageLines(files, '/j/own').join('\n')
  expect(journal?.hasOtherCsl).toBe(true)
  expect(messages).toMatch(/own\.csl:1:\d+/)
  expect(messages).toMatch(/journal\.yml:5:1.*Missing CSL style `gone`/)
})
