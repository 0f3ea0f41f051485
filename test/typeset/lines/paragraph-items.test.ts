/** The places where lines of a paragraph may be broken, and the widths between them. */
import { describe, expect, it } from 'vitest'
import type { TextBlock } from '../../../pipeline/typeset/galley.ts'
import { paragraphItems } from '../../../pipeline/typeset/lines/paragraph-items.ts'
import { objectMark, softHyphen, textBlock, widthOf } from './random-text.ts'

/**
 * The text with `|` for a break that adds nothing, `=` for one that adds a hyphen, `_` for one at a space.
 */
function breaks(text: string, over: Partial<TextBlock> = {}): string {
  const { items } = paragraphItems(textBlock(text, over), widthOf)
  let shown = ''
  let from = 0
  items.forEach((item, index) => {
    if (item.type === 'box') return
    const isGlue = item.type === 'glue' && items[index - 1]?.type === 'box'
    const isPenalty =
      item.type === 'penalty' && item.cost !== Number.POSITIVE_INFINITY && index < items.length - 1
    if (!isGlue && !isPenalty) return
    shown += text.slice(from, item.at) + (isGlue ? '_' : item.type === 'penalty' && item.isHyphen ? '=' : '|')
    from = item.end
  })
  return shown + text.slice(from)
}

it('a line of code that continues has an indent', () => {
  const indents = (text: string, setting: TextBlock['setting']) =>
    paragraphItems(textBlock(text, { setting }), widthOf).items.flatMap(item =>
      item.type === 'penalty' ? [item.continued ?? 0] : [],
    )
  expect(indents('a b\nc', 'preserved')).toEqual([2 * widthOf(0, ' '), 0, 0])
  expect(indents('a-b', 'justified').every(indent => indent === 0)).toBe(true)
})

it('a line of code that continues is indented beyond the line that it continues', () => {
  const indents = (text: string, width = 1000) =>
    paragraphItems(textBlock(text, { setting: 'preserved', width }), widthOf).items.flatMap(item =>
      item.type === 'penalty' && item.continued !== undefined ? [item.continued] : [],
    )
  const space = widthOf(0, ' ')
  expect(indents('a\n    b c\nd e')).toEqual([6 * space, 2 * space])
  expect(indents(`${' '.repeat(60)}b c`, 10 * space)).toEqual([3.5 * space])
})

it('the spaces of code between words are fixed', () => {
  const text = 'run a b now'
  const runs = [
    { end: 4, style: 0, kind: 'text' },
    { end: 7, style: 0, kind: 'code' },
    { end: 11, style: 0, kind: 'text' },
  ] as const
  const glue = paragraphItems(textBlock(text, { runs }), widthOf).items.filter(({ type }) => type === 'glue')
  expect(glue.map(item => item.type === 'glue' && item.isFixed === true)).toEqual([false, true, false])
})

describe('breaks', () => {
  const cases: readonly (readonly [what: string, text: string, expected: string])[] = [
    ['words', 'to be or not', 'to_be_or_not'],
    ['soft hyphens', `hy${softHyphen}phen${softHyphen}ate it`, 'hy=phen=ate_it'],
    ['no-break space', 'see Fig.\u00A01 there', 'see_Fig.\u00A01_there'],
    ['two no-break spaces', 'a\u00A0b\u00A0c d', 'a\u00A0b\u00A0c_d'],
    ['em dash', 'one—two', 'one—|two'],
    ['em dash at the end', 'one— two', 'one—_two'],
    ['en dash between words', 'Rhine–Main', 'Rhine–|Main'],
    ['en dash between numbers', '1914–1918', '1914–1918'],
    ['hyphen', 'well-known', 'well-|known'],
    ['hyphen before a number', 'covid-19 and -x', 'covid-19_and_-x'],
    ['slash', 'and/or 1/2', 'and/|or_1/2'],
    ['ideographs', '漢字組版', '漢|字|組|版'],
    ['ideographic full stop', '漢字。組版', '漢|字。|組|版'],
    ['ideographic brackets', '漢「字」組', '漢|「字」|組'],
    ['ideograph before a comma', '漢字, x', '漢|字,_x'],
    ['zero width space', 'a\u200Bb', 'a|b'],
    ['forced line', 'a\nb', 'a|b'],
    ['atom', `a ${objectMark}, b`, `a_${objectMark},_b`],
  ]

  it.each(cases)('%s', (_, text, expected) => {
    const atoms = text.includes(objectMark)
      ? [{ at: text.indexOf(objectMark), width: 20, length: 1 as const }]
      : []
    expect(breaks(text, { atoms })).toBe(expected)
  })

  it('in an address, with rescues', () => {
    expect(breaks('https://doi.org/10.1000/ab-cd')).toBe('https://|doi|.org|/10.1000|/ab|-cd')
  })

  it('only at great cost at a held space and in a held label', () => {
    const costs = (text: string) =>
      paragraphItems(textBlock(text), widthOf).items.flatMap(item =>
        item.type === 'penalty' && Number.isFinite(item.cost) ? [item.cost] : [],
      )
    expect(costs(`a Ta${softHyphen}ble 2`)).toEqual([10_000])
    expect(costs('a table of')).toEqual([])
  })

  it('anywhere in a word that is wider than its column, but not before an accent', () => {
    expect(breaks('we\u0301w𝒜w', { width: 20 })).toBe('w|e\u0301|w|𝒜|w')
    expect(breaks(`ww${softHyphen}ww`, { width: 20 })).toBe('w|w=w|w')
  })

  it('after each space of code', () => {
    expect(breaks('a  b\nc', { setting: 'preserved' })).toBe('a | |b|c')
    expect(breaks('  a b', { setting: 'preserved' })).toBe('  a |b')
  })
})

describe('widths', () => {
  const total = (text: string, over: Partial<TextBlock> = {}) =>
    paragraphItems(textBlock(text, over), widthOf).items.reduce(
      (sum, item) => sum + (item.type === 'penalty' ? 0 : item.width),
      0,
    )

  it('of boxes and glue add up to the width of the text', () => {
    const text = `“AVA” To${softHyphen}To, wel${softHyphen}come—AV`
    expect(total(text)).toBeCloseTo(widthOf(0, text), 6)
  })

  it('include the space around inline elements, also at the end of the text', () => {
    const atoms = [0, 3, 7].map(at => ({ at, width: 5, length: 0 as const }))
    expect(total('abc def', { atoms })).toBeCloseTo(widthOf(0, 'abc def') + 15, 6)
  })

  it('of tracking are counted between ligatures, not between their letters', () => {
    const joining = (style: number, text: string) =>
      widthOf(style, text) - 4 * (text.match(/ffi|ff|fi/g)?.length ?? 0)
    const letters = (width: typeof widthOf) =>
      paragraphItems(textBlock('office fit'), width).items.flatMap(item =>
        item.type === 'box' ? [item.letters] : [],
      )
    expect(letters(widthOf)).toEqual([6, 3])
    expect(letters(joining)).toEqual([4, 2])
  })

  it('at a break include its hyphen, without the kerning across the break', () => {
    const { items } = paragraphItems(textBlock(`er${softHyphen}AV${softHyphen}AV`), widthOf)
    const [first, second] = items.filter(item => item.type === 'penalty')
    // r and the hyphen are kerned by a pixel; the second A loses its kerning with the V before it.
    expect(first).toMatchObject({
      width: expect.closeTo(widthOf(0, '-') - 1, 6),
      isHyphen: true,
      at: 2,
      end: 3,
    })
    expect(second).toMatchObject({ width: widthOf(0, '-'), widthAfter: 1, isHyphen: true, at: 5, end: 6 })
  })

  it('let punctuation hang at breaks', () => {
    const { items, startHang } = paragraphItems(textBlock('“a, “b'), widthOf)
    expect(startHang).toBeCloseTo(0.4 * widthOf(0, '“'), 6)
    const glue = items.find(item => item.type === 'glue')
    expect(glue).toMatchObject({ hangBefore: 0.55 * widthOf(0, ','), hangAfter: 0.4 * widthOf(0, '“') })
  })
})
