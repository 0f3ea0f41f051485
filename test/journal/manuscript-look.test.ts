/** What a manuscript asks of its pages is done if the journal allows it, else reported. */
import { describe, expect, it } from 'vitest'
import { diskHost } from '../../pipeline/host/index.ts'
import { type Journal, loadJournal, withLook } from '../../pipeline/journal/index.ts'
import type { Look } from '../../pipeline/model/metadata.ts'
import { library } from '../build-article.ts'

async function read(name: string): Promise<Journal> {
  const { journal } = await loadJournal(`${library}/${name}`, library, diskHost)
  if (!journal) throw new Error('The journal cannot be read')
  return journal
}

const article = await read('article')
const transactions = await read('transactions')
const millimetres = (px: number) => Math.round((px * 25.4) / 96)

function pageOf(look: Look) {
  const { journal, refused } = withLook(article, look)
  expect(refused).toEqual([])
  return journal.manifest.page
}

describe('the neutral journal', () => {
  it('changes the size of the paper, and keeps the width of the text', () => {
    const { width, height, left, right } = pageOf({ paper: 'letter' })
    expect([width, height]).toEqual([816, 1056])
    const { page } = article.manifest
    expect(width - left - right).toBeCloseTo(page.width - page.left - page.right)
    expect(pageOf({ paper: 'A4paper' })).toEqual(page)
    expect(millimetres(pageOf({ width: '17cm' }).width)).toBe(170)
  })

  it('changes margins', () => {
    const margins = ({ top, bottom, left, right }: Record<string, unknown>) => [top, bottom, left, right]
    expect(margins(pageOf({ margin: '1in' }))).toEqual([96, 96, 96, 96])
    expect(margins(pageOf({ geometry: 'margin=1in, top=2in' }))).toEqual([192, 96, 96, 96])
    expect(margins(pageOf({ margin: '1in', left: '2in' }))).toEqual([96, 96, 192, 96])
    expect(pageOf({ geometry: 'letterpaper,margin=1in' }).width).toBe(816)
  })

  it('sets two columns between narrow margins', () => {
    for (const look of [{ columns: '2' }, { 'class-options': 'twocolumn, 11pt' }]) {
      const { columns, left, width } = pageOf(look)
      expect([columns, millimetres(left), millimetres(width)]).toEqual([2, 20, 210])
    }
  })

  it('sets three columns', () => {
    const { columns, left, right, gutter, width } = pageOf({ columns: '3' })
    expect([columns, millimetres(left)]).toEqual([3, 20])
    expect(millimetres((width - left - right - 2 * gutter) / 3)).toBeGreaterThan(45)
  })

  it('mirrors margins of facing pages', () => {
    const { inside = 0, outside = 0, top } = pageOf({ geometry: 'inner=3cm, outer=5cm, top=2cm' })
    expect([inside, outside, top].map(millimetres)).toEqual([30, 50, 20])
    const wide = pageOf({ geometry: 'inner=5cm' })
    expect([wide.inside ?? 0, wide.outside].map(px => millimetres(px ?? 0))).toEqual([
      50,
      millimetres(article.manifest.page.right),
    ])
  })

  it('changes mirrored margins of a journal, one of them alone, too', () => {
    const { page } = article.manifest
    const mirrored = {
      ...article,
      manifest: { ...article.manifest, page: { ...page, inside: 100, outside: 150 } },
    }
    const pageFor = (look: Look) => withLook(mirrored, look).journal.manifest.page
    expect(pageFor({ geometry: 'outer=3cm' })).toMatchObject({ inside: 100 })
    expect(millimetres(pageFor({ geometry: 'outer=3cm' }).outside ?? 0)).toBe(30)
    const plain = pageFor({ left: '3cm' })
    expect([plain.inside, plain.outside, millimetres(plain.left), plain.right]).toEqual([
      undefined,
      undefined,
      30,
      150,
    ])
    expect(pageFor({ top: '3cm' })).toMatchObject({ inside: 100, outside: 150 })
  })

  it('changes type and lines together', () => {
    const { journal } = withLook(article, { 'font-size': '12pt', 'line-spacing': '1.5' })
    expect(journal.manifest.page.baseline).toBe(33)
    expect(journal.css.print).toContain('--text-size: 12pt; --small-size: 10.571pt;')
  })

  it('takes fonts that are there, and colours', () => {
    const { journal } = withLook(article, {
      'main-font': 'eb garamond',
      'mono-font': 'Source Code Pro',
      'link-color': 'navy',
    })
    expect(journal.css.print).toContain('--serif: "EB Garamond"')
    expect(journal.manifest.fonts.map(({ family }) => family)).toContain('EB Garamond')
    expect(journal.css.print).toContain('.text a[href] { color: navy; }')
  })

  it('numbers lines and sections', () => {
    expect(pageOf({ 'line-numbers': 'true' })['line-numbers']).toBe(5)
    expect(pageOf({ 'line-numbers': '1' })['line-numbers']).toBe(1)
    const { journal } = withLook(article, { 'section-numbers': 'false' })
    expect(journal.manifest.headings.numbering.map(({ format }) => format)).toEqual(Array(6).fill('none'))
  })

  it.each<[Look, string]>([
    [{ paper: 'a44' }, 'a size of paper: a3, a4, a5, b4, b5, letter, legal, executive'],
    [{ left: 'wide' }, 'a length such as 25mm'],
    [{ geometry: 'margin=1in, heightrounded' }, 'options of geometry with a length each'],
    [{ margin: '10cm' }, 'margins that leave room for text of 1 column'],
    [{ columns: '7' }, '1, 2 or 3'],
    [{ 'font-size': 'large' }, 'a size from 6pt to 24pt'],
    [{ 'line-spacing': '40' }, 'a factor from 0.8 to 3'],
    [{ 'main-font': 'Comic Sans' }, 'a font that Offprint or the journal has: STIX Two Text'],
    [{ 'link-color': 'MidnightBlue' }, 'a colour such as `navy`'],
    [{ 'line-numbers': 'some' }, '`true`, `false` or how many lines have one number'],
    [{ 'section-numbers': 'roman' }, '`true` or `false`'],
  ])('refuses %j', (look, expected) => {
    const { journal, refused } = withLook(article, look)
    expect(refused).toHaveLength(1)
    expect(refused[0]?.expected).toContain(expected)
    expect(journal.manifest.page).toEqual(article.manifest.page)
  })
})

it('a journal that allows nothing stays as it is; a wish for what it does anyway is no wish', () => {
  const look = {
    paper: 'a4',
    'font-size': '12pt',
    'section-numbers': 'true',
    columns: '2',
    'main-font': 'EB Garamond',
  }
  const { journal, refused } = withLook(transactions, look)
  expect(refused).toEqual([{ key: 'font-size' }, { key: 'main-font' }])
  expect(journal.manifest).toEqual(transactions.manifest)
})
