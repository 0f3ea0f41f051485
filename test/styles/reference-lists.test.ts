/**
 * The CSL styles of styles/ over one list with all types of CSL 1.0.2. What they print is kept beside this
 * file, `expected/<journal>.txt` (UPDATE=1 writes it anew), with _italics_ and *bold*; laws hold for all.
 */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CslItem } from '../../pipeline/model/csl.ts'
import { openCslEngine } from '../../pipeline/tools/citation-js/citation-js.ts'
import { library } from '../build-article.ts'
import { expectedText } from '../expected-text.ts'
import { journalNames } from './journal-names.ts'

// Written for this test: the shape of CSL-JSON is its own.
const items = JSON.parse(
  readFileSync(new URL('all-types.json', import.meta.url), 'utf8'),
) as readonly CslItem[]
const byId = new Map(items.map(item => [item.id, item]))

interface Printed {
  readonly citations: readonly string[]
  readonly list: readonly { readonly id: string; readonly text: string }[]
}

const printed = new Map<string, Printed>()

function printOnce(journal: string, language: string): Printed {
  const key = `${journal} ${language}`
  const made = printed.get(key) ?? print(journal, language)
  printed.set(key, made)
  return made
}

function print(journal: string, language: string): Printed {
  const engine = openCslEngine(cslOf(journal), items, language)
  const isNote = engine.styleClass === 'note'
  const citations = engine.cite(
    items.map(({ id }, index) => ({ items: [{ id }], noteIndex: isNote ? index + 1 : 0 })),
  )
  return {
    citations: citations.map(textOf),
    list: engine.bibliography().map(({ id, html }) => ({ id, text: textOf(html) })),
  }
}

function cslOf(journal: string): string {
  return readFileSync(`${library}/${journal}/${journal}.csl`, 'utf8')
}

function textOf(html: string): string {
  return html
    .replace(/<\/div>\s*<div class="csl-right-inline">/g, ' ')
    .replace(/<\/?i>/g, '_')
    .replace(/<\/?b>/g, '*')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&')
    .replace(/[ \n]+/g, ' ')
    .trim()
}

/** Two marks where one belongs, a space before a mark, brackets around nothing. */
const slip = /,[.,;:]|;[.,;:]|:[.,;:]|\.\.|[?!][.]|\.[”’]\.|\(\s*\)|\[\s*\]|\s[.,;:)\]]|[([]\s|“”|__|\*\*/

it('the list has every type of CSL 1.0.2', () => {
  expect(new Set(items.map(item => item.type)).size).toBe(45)
})

/** The others have the style of one of these. */
const withOwnStyle = journalNames.filter(journal => existsSync(`${library}/${journal}/${journal}.csl`))

describe.each(withOwnStyle)('%s', journal => {
  it('prints what is expected of it', () => {
    const { citations, list } = printOnce(journal, 'en-US')
    const text = [...citations, '', ...list.map(entry => entry.text), ''].join('\n')
    const file = new URL(`expected/${journal}.txt`, import.meta.url)
    expect(text).toBe(expectedText(file, text))
  })

  it.each(['en-US', 'de', 'fr'])('has no slip in %s', language => {
    const { citations, list } = printOnce(journal, language)
    expect(list).toHaveLength(items.length)
    for (const text of [...citations, ...list.map(entry => entry.text)]) {
      expect(text).toMatch(/[\p{L}\p{N}]/u)
      expect(text).not.toMatch(/undefined|NaN|\[object|NO_PRINTED_FORM/)
      // French quotation marks and colons keep their spaces.
      expect(text.replace(/«\s*|\s*»/g, '"').replace(/\s(?=[:;])/g, '')).not.toMatch(slip)
    }
  })

  it('prints the title of each work, its DOI or else its address', () => {
    for (const { id, text } of printOnce(journal, 'en-US').list) {
      const { type, title, DOI, URL: url, page } = byId.get(id) ?? { type: '' }
      const isShort = journal === 'letters' && /^article(-journal)?$/.test(type)
      if (title !== undefined && !isShort)
        expect(text.toLowerCase()).toContain(
          title
            .toLowerCase()
            .replace('-', text.includes(title) ? '-' : '–')
            .slice(0, 12),
        )
      if (DOI !== undefined) expect(text).toContain(DOI)
      else if (url !== undefined && page === undefined) expect(text).toContain(url)
    }
  })

  it('speaks the language of the article', () => {
    const isSame = (language: string) =>
      printOnce(journal, language)
        .list.map(one => one.text)
        .join('\n')
    expect(isSame('de')).not.toBe(isSame('en-US'))
  })
})

describe('notes of the humanities', () => {
  const notes = (clusters: Parameters<ReturnType<typeof openCslEngine>['cite']>[0]) =>
    openCslEngine(cslOf('humanities'), items, 'en-US').cite(clusters).map(textOf)
  const note = (noteIndex: number, ...ids: readonly (string | readonly [id: string, locator: string])[]) => ({
    noteIndex,
    items: ids.map(one =>
      typeof one === 'string' ? { id: one } : { id: one[0], locator: one[1], label: 'page' },
    ),
  })

  it('are full, then ibid., then short', () => {
    expect(
      notes([
        note(1, ['book', '33–35']),
        note(2, ['book', '33–35']),
        note(3, ['book', '40']),
        note(4, ['journal', '350']),
        note(5, ['book', '12']),
        note(6, ['journal', '351']),
      ]),
    ).toEqual([
      'Piers A. Quillen and Jan Esterhuys, _Rivers and Their Keepers_, 2nd ed. (Leith: The Fold Press, 2011), 33–35.',
      'Ibid.',
      'Ibid., 40.',
      'Greta Halloran and Piers A. Quillen, “Seasonal Soil Moisture under a Clay Lens,” _Journal of Invented Hydrology_ 12, no. 3 (2018): 350.',
      'Quillen and Esterhuys, _Rivers and Their Keepers_, 12.',
      'Halloran and Quillen, “Seasonal Soil Moisture under a Clay Lens,” 351.',
    ])
  })

  it('hold two works apart by a semicolon, and no ibid. after two', () => {
    expect(notes([note(1, ['particle', '4'], 'thesis-bare'), note(2, 'thesis-bare')])).toEqual([
      'Anna van den Broek and John Crane Jr., _Polders_ (Quay Books, 2000), 4; Adwoa Osei, “Mud” (thesis, University of the Narrows, 2015).',
      'Osei, “Mud.”',
    ])
  })

  it('name what is no page', () => {
    const [text] = notes([{ noteIndex: 1, items: [{ id: 'chapter', locator: '7', label: 'figure' }] }])
    expect(text).toMatch(/2005\), fig\. 7\.$/)
  })
})
