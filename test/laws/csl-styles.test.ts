/**
 * Styles in use, each with sixty works of every CSL type and clusters of every kind, and with the sample's:
 * the texts are those of `test/fixtures/csl/<style>.txt` (`UPDATE=1` writes them), nothing is empty, no
 * italics are lost, and without our marks they are those of the bare engine.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { diskHost } from '../../pipeline/host/index.ts'
import { findCsl } from '../../pipeline/journal/find-csl.ts'
import type { CslCluster, CslItem, CslListEntry } from '../../pipeline/model/csl.ts'
import { cslLocale, openCslEngine } from '../../pipeline/tools/citation-js/citation-js.ts'
import { cslInput } from '../../pipeline/tools/citation-js/csl-input.ts'
import { bareEngine } from '../../tooling/csl/bare-citeproc.ts'
import { corpora, withoutMarks } from '../../tooling/csl/suite.ts'
import { readFiles } from '../bibliography/read/read-fixture.ts'
import { expectedText } from '../expected-text.ts'
import { noteSkipped } from '../skipped-tests.ts'

const folder = join(corpora, 'tests/csl-styles')
const locales = join(corpora, 'tests/csl-locales')
const fixtures = fileURLToPath(new URL('../fixtures/csl', import.meta.url))
const namesIn = (path: string) =>
  existsSync(path)
    ? readdirSync(path).flatMap(name => (name.endsWith('.csl') ? [name.slice(0, -4)] : []))
    : []
const styles = namesIn(folder)
const items: CslItem[] = JSON.parse(readFileSync(new URL('items.json', import.meta.url), 'utf8'))

const clusters: readonly CslCluster[] = [
  { items: [{ id: 'journal' }] },
  {
    items: [
      { id: 'book', prefix: 'see ', locator: '12-15', label: 'page', suffix: ' and passim' },
      { id: 'journal' },
    ],
  },
  { items: [{ id: 'book', locator: '12-15', label: 'page' }] },
  { items: [{ id: 'book', locator: '16', label: 'page' }] },
  { items: [{ id: 'same-year-a' }, { id: 'same-year-b' }, { id: 'thesis' }] },
  { items: [{ id: 'journal-many', 'suppress-author': true, locator: '3', label: 'chapter' }] },
  { items: ['preprint', 'journal', 'journal-many', 'magazine', 'newspaper'].map(id => ({ id })) },
  { items: [{ id: 'particles' }, { id: 'group' }, { id: 'no-date' }, { id: 'circa' }] },
  ...Array.from({ length: items.length / 5 }, (_, index) => ({
    items: items.slice(index * 5, index * 5 + 5).map(({ id }) => ({ id })),
  })),
]

/** The sample's own works, and how it cites them. */
const sample = await readFiles({
  'references.bib': readFileSync(new URL('../../manuscript/references.bib', import.meta.url), 'utf8'),
})
const sampleText = readFileSync(new URL('../../manuscript/article.md', import.meta.url), 'utf8')
const sampleClusters: readonly CslCluster[] = [...sampleText.matchAll(/\[(@[^\]]+)\]/g)].map(
  ([, keys = '']) => ({
    items: [...keys.matchAll(/@([\w:-]+)/g)].map(([, id = '']) => ({ id })),
  }),
)

function format(text: string, items: readonly CslItem[], clusters: readonly CslCluster[]) {
  const isOfNotes = /<style[^>]*class="note"/.test(text)
  const numbered = clusters.map((cluster, index) =>
    isOfNotes ? { ...cluster, noteIndex: index + 1 } : cluster,
  )
  const engine = openCslEngine(text, items, 'en-US')
  return {
    numbered,
    texts: engine.cite(numbered),
    entries: engine.bibliography(),
  }
}

function linesOf(texts: readonly string[], entries: readonly CslListEntry[]): readonly string[] {
  const list = entries.map(({ html }) => html.replace(/\s*\n\s*/g, ' ').trim())
  return [...[...texts, '', ...list].map(withoutMarks), '']
}

function localeText(tag: string): string | undefined {
  const path = join(locales, `locales-${tag}.xml`)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

describe.runIf(styles.length > 0 || noteSkipped('the CSL styles are not in ../shared'))('the style', () => {
  it.each(styles)('%s', { timeout: 60_000 }, name => {
    const text = readFileSync(join(folder, `${name}.csl`), 'utf8')
    const { texts, entries } = format(text, items, clusters)
    const own = format(text, sample.references, sampleClusters)
    const made = `${[...linesOf(texts, entries), '', ...linesOf(own.texts, own.entries)].join('\n')}`
    expect(own.entries.map(({ id }) => id).toSorted()).toEqual(
      sample.references.map(({ id }) => id).toSorted(),
    )
    expect(made).toBe(expectedText(join(fixtures, `${name}.txt`), made))

    expect(made).not.toMatch(/undefined|NaN|\[object|STYLE ERROR/)
    expect(texts.filter(html => html === '')).toEqual([])
    expect(entries.filter(({ html }) => !/\p{L}/u.test(html.replace(/<[^>]*>/g, '')))).toEqual([])
    const journal = entries.find(({ id }) => id === 'journal')
    expect(journal === undefined || hasItalics(journal.html, 'Drosophila melanogaster')).toBe(true)
  })

  it.each(styles.filter((_, index) => index % 5 === 1))(
    '%s says what the bare engine says',
    { timeout: 60_000 },
    name => {
      const text = readFileSync(join(folder, `${name}.csl`), 'utf8')
      const { numbered, texts, entries } = format(text, items, clusters)
      // plugin-csl has other versions of the locales than the corpus; with the same texts the words are the
      // same.
      const inputs = items.map(item => cslInput(item))
      const bare = bareEngine(text, inputs, tag => pluginLocale(tag) ?? localeText('en-US'), 'en-US')
      const before: [string, number][] = []
      const said: string[] = []
      for (const [index, { items: works, mode, noteIndex = 0 }] of numbered.entries()) {
        const citation = {
          citationID: `c${index}`,
          citationItems: structuredClone(works),
          properties: { noteIndex, mode },
        }
        for (const [at, html] of bare.processCitationCluster(citation, before, [])[1]) said[at] = html
        before.push([`c${index}`, noteIndex])
      }
      expect(texts.map(withoutMarks)).toEqual(said)
      const list = bare.makeBibliography()
      // Left to itself, citeproc sets affixes twice around a range of years: "(2010–(2011))". With marks it
      // does not.
      const isRange = (html: string) => /Two winters/i.test(html)
      const ours = entries.map(({ html }) => withoutMarks(html))
      expect(ours.filter(html => !isRange(html))).toEqual(list ? list[1].filter(html => !isRange(html)) : [])
      expect(ours.filter(isRange)).toHaveLength(1)
    },
  )

  it.each(namesIn(join(folder, 'dependent')))('%s, which depends on another', async name => {
    const file = readFileSync(join(folder, 'dependent', `${name}.csl`), 'utf8')
    const parent = /href="[^"]*\/([^"/]+)" rel="independent-parent"/.exec(file)?.[1] ?? ''
    const places = {
      folders: [join(folder, 'dependent'), folder],
      library: folder,
      host: diskHost,
      environment: {},
    }
    const found = await findCsl(name, places)
    expect(found?.text).toBe(readFileSync(join(folder, `${parent}.csl`), 'utf8'))
  })
})

function pluginLocale(tag: string): string | undefined {
  return cslLocale(tag) === tag ? localesOfPlugin[tag] : undefined
}

const localesOfPlugin: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(
    new URL('../../node_modules/@citation-js/plugin-csl/lib/locales.json', import.meta.url),
    'utf8',
  ),
)

/** As italics, or upright within italics; in whatever case the style has it. */
function hasItalics(html: string, words: string): boolean {
  const text = withoutMarks(html).toLowerCase()
  const pieces = [`<i>${words}</i>`, `<em>${words}</em>`, `font-style:normal;">${words}</span>`]
  return !text.includes(words.toLowerCase()) || pieces.some(piece => text.includes(piece.toLowerCase()))
}
