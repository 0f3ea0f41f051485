/** Languages: tags as authors write them, the words of a journal, the patterns of hyphenation. */
import { readdirSync } from 'node:fs'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import { diskHost } from '../../pipeline/host/index.ts'
import { loadJournal } from '../../pipeline/journal/index.ts'
import { formatDate } from '../../pipeline/resolve/front/dates.ts'
import { hyphenate } from '../../pipeline/typeset/lines/hyphenate.ts'
import { directionOf, languageFallbacks, languageTag } from '../../pipeline/values/language.ts'
import { readYaml } from '../../pipeline/values/yaml-source.ts'
import { buildArticle, library } from '../build-article.ts'

describe('a language tag', () => {
  it.each([
    ['en', 'en'],
    ['en_US', 'en-US'],
    ['en_US.UTF-8', 'en-US'],
    ['de-de', 'de-DE'],
    ['pt-br', 'pt-BR'],
    ['zh-hans', 'zh-Hans'],
    ['english', 'en'],
    ['German', 'de'],
    ['brazilian', 'pt-BR'],
    ['no', 'nb'],
    ['deu', 'de'],
    ['gibberish', undefined],
    ['x y', undefined],
  ])('%s', (written, tag) => {
    expect(languageTag(written)).toBe(tag)
  })

  it('has a direction, and other tags that may replace it', () => {
    expect(languageFallbacks('zh-TW')).toEqual(['zh-TW', 'zh-Hant', 'zh'])
    expect(languageFallbacks('de-CH')).toEqual(['de-CH', 'de-Latn', 'de'])
    expect(['ar', 'he', 'fa', 'ur', 'ug'].map(directionOf)).toEqual(Array(5).fill('rtl'))
    expect(['en', 'zh', 'ru', 'xx'].map(directionOf)).toEqual(Array(4).fill('ltr'))
  })

  it('of the front matter is made canonical, or reported', async () => {
    const article = (lang: string) => buildArticle({ 'article.md': `---\nlang: ${lang}\n---\n\nText.\n` })
    expect((await article('en_GB')).article.language).toBe('en-GB')
    expect((await article('gibberish')).messages.join()).toMatch(
      /article\.md:2:\d+ .*language tag such as en-GB/,
    )
  })
})

const languages = readdirSync(`${library}/base/labels`).map(name => name.replace('.yml', ''))

describe('the words of a journal', () => {
  it.each(languages)(
    '%s has only known keys, and no words that were left in English by mistake',
    async language => {
      const base = await yaml('journal.yml')
      const words = await yaml(`labels/${language}.yml`)
      expect(unknownKeys(words, base)).toEqual([])
      expect(languageTag(language)).toBe(language)
      const { journal, files } = await loadJournal(`${library}/transactions`, library, diskHost, language)
      expect(files.flatMap(file => file.messages)).toEqual([])
      expect(journal?.manifest.labels.abstract).not.toBe('Abstract')
      expect(journal?.manifest.labels.figure.caption).toContain(journal?.manifest.labels.figure.reference)
    },
  )

  it('keep the forms of the journal', async () => {
    const german = await loadJournal(`${library}/ijmsrp`, library, diskHost, 'de-AT')
    expect(german.journal?.manifest.labels.figure.caption).toBe('Abbildung {number}:')
    const english = await loadJournal(`${library}/ijmsrp`, library, diskHost, 'en-GB')
    expect(english.journal?.manifest.labels.references).toBe('REFERENCES')
  })

  it('reach the article', async () => {
    const { html, article } = await buildArticle({
      'article.md':
        '---\nlang: de\ntitle: T\nabstract: A.\ndates: {received: 2015-02-15}\n---\n\nSiehe @fig:a.\n\n![B.](a.svg){#fig:a}\n',
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
    })
    expect(html).toContain('Zusammenfassung')
    expect(html.replace(/<[^>]+>/g, '')).toContain('Siehe Abbildung\u00A01.')
    expect(article.imprint.dates).toEqual([
      { kind: 'received', label: 'Eingegangen:', text: '15. Feb. 2015', iso: '2015-02-15' },
    ])
  })

  it('are English if they are missing, which is reported once', async () => {
    const { article, messages } = await buildArticle({
      'article.md': '---\nlang: eo\nabstract: A.\n---\n\nB.\n',
    })
    expect(article.language).toBe('eo')
    expect(messages.filter(line => line.includes('language-partial'))).toHaveLength(1)
  })
})

describe('a part in another language', () => {
  const bib = `@book{de, title = {Über Brunnen}, author = {Doe, Jane}, year = {2000}, langid = {german}}
@book{ar, title = {عن المضخات}, author = {Doe, Jane}, year = {2001}, language = {arabic}}
@book{gb, title = {Wells}, author = {Doe, Jane}, year = {2002}, langid = {english}}
@book{no, title = {Pumps}, author = {Doe, Jane}, year = {2003}}`
  const html = async (text: string) =>
    (
      await buildArticle({
        'article.md': `---\nlang: en-US\nbibliography: a.bib\n---\n\n${text}\n`,
        'a.bib': bib,
      })
    ).html

  it.each([
    ['[نص]{lang=ar}', '<span lang="ar" dir="rtl">نص</span>'],
    ['::: {lang=ar}\nنص\n:::', '<div lang="ar" dir="rtl"><p>نص</p></div>'],
    ['# Titel {#a lang=de}', '<h2 id="a" lang="de" dir="ltr">'],
    [
      '::: {.lemma #a lang=he}\nA.\n:::',
      '<div class="theorem theorem-lemma" id="lem-a" lang="he" dir="rtl">',
    ],
    [
      '::: {.callout-tip lang=de}\nA.\n:::',
      '<div class="admonition admonition-tip" lang="de" dir="ltr" role="note">',
    ],
    ['[A]{lang=nonsense dir=rtl}', '<span dir="rtl">A</span>'],
  ])('has its language as an attribute: %j', async (text, expected) => {
    expect((await html(text)).replace(/\n/g, '')).toContain(expected.replace(/\n/g, ''))
  })

  it('may be the title of a cited work, if the bibliography names its language', async () => {
    const list = await html('[@de; @ar; @gb; @no]')
    expect(list).toContain('data-variable="title" lang="de" dir="ltr">Über Brunnen<')
    expect(list).toContain('data-variable="title" lang="ar" dir="rtl">عن المضخات<')
    expect(list).toContain('data-variable="title">Wells<')
    expect(list).toContain('data-variable="title">Pumps<')
  })
})

it.each([
  ['en', '15 Feb 2015'],
  ['fr', '15 févr. 2015'],
  ['ja', '2015年2月15日'],
  ['fa', /2015|۲۰۱۵/],
])('dates in %s', (language, expected) => {
  const text = formatDate('2015-02-15', 'D MMM YYYY', language)
  if (typeof expected === 'string') expect(text).toBe(expected)
  else expect(text).toMatch(expected)
})

describe('hyphenation', () => {
  const soft = (language: string, word: string) =>
    hyphenate({ type: 'root', children: [h('p', word)] }, language)

  it.each([
    ['en', 'hyphenation', 'hy\u00ADphen\u00ADation'],
    ['de-DE', 'Wassertemperatur', 'Was\u00ADser\u00ADtem\u00ADpe\u00ADra\u00ADtur'],
    ['sv', 'avstavning', 'av\u00ADstav\u00ADning'],
    ['ru', 'переносить', 'пе\u00ADре\u00ADно\u00ADсить'],
  ])('%s', async (language, word, expected) => {
    const { root, isWithoutPatterns } = await soft(language, word)
    expect(root).toEqual({ type: 'root', children: [h('p', expected)] })
    expect(isWithoutPatterns).toBe(false)
  })

  it('follows the language of the passage', async () => {
    const tree = h('p', ['hyphenation ', h('span', { lang: 'sv' }, 'avstavning')])
    const { root } = await hyphenate({ type: 'root', children: [tree] }, 'en')
    expect(JSON.stringify(root)).toContain('av\u00ADstav\u00ADning')
  })

  it('is missing for a language without patterns, and not needed for a language without hyphens', async () => {
    expect((await soft('eo', 'hyphenation')).isWithoutPatterns).toBe(true)
    expect((await soft('zh', '世界')).isWithoutPatterns).toBe(false)
  })

  it('has patterns for further languages of Europe, and for Latin', async () => {
    for (const language of ['af', 'el', 'hu', 'is', 'uk', 'tr', 'la', 'ca', 'sr', 'bs', 'cy', 'eu', 'ga']) {
      expect((await soft(language, 'word')).isWithoutPatterns, language).toBe(false)
    }
  })
})

async function yaml(name: string): Promise<unknown> {
  const bytes = await diskHost.read(`${library}/base/${name}`)
  return readYaml(new TextDecoder().decode(bytes), { line: 1, column: 1, offset: 0 }).value
}

function unknownKeys(own: unknown, known: unknown, path = ''): readonly string[] {
  if (typeof own !== 'object' || own === null) return []
  return Object.entries(own).flatMap(([key, value]) => {
    const inner = typeof known === 'object' && known !== null && key in known ? Object.entries(known) : []
    const found = inner.find(([name]) => name === key)
    return found ? unknownKeys(value, found[1], `${path}${key}.`) : [`${path}${key}`]
  })
}
