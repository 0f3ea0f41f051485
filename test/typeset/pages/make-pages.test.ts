/** Laws of page make-up, checked on random articles and on content that hardly fits a page. */
import { describe, expect, it } from 'vitest'
import { makePages } from '../../../pipeline/typeset/pages/make-pages.ts'
import { pageDemerits } from '../../../pipeline/typeset/pages/page-demerits.ts'
import type { PageShape } from '../../../pipeline/typeset/pages/page-plan.ts'
import type { Paragraph, VerticalItem, VerticalList } from '../../../pipeline/typeset/vertical-list.ts'
import { seeded, seeds } from '../../random.ts'
import { brokenLaws, brokenOrder, imbalance, type Made, setColumns, strayLines } from './page-laws.ts'
import {
  type ArticleKind,
  block,
  crammedArticle,
  float,
  heading,
  lineGrid,
  pageShape,
  plainParagraph,
  randomArticle,
} from './random-article.ts'

const kinds: readonly (readonly [name: string, articles: number, kind: ArticleKind])[] = [
  ['text', 50, { paragraphs: 25 }],
  ['equations and small type', 50, { paragraphs: 25, equations: 0.4, smallType: 0.1 }],
  [
    'lines that are higher than others',
    40,
    { paragraphs: 25, tallLines: 0.15, equations: 0.2, smallType: 0.1 },
  ],
  ['notes', 25, { paragraphs: 25, notes: 0.3 }],
  ['notes longer than a column', 25, { paragraphs: 20, notes: 0.15, longNotes: 0.2 }],
  ['floats', 20, { paragraphs: 20, floats: 0.15, hasOpening: true }],
  [
    'another first page',
    30,
    { paragraphs: 20, floats: 0.1, notes: 0.1, equations: 0.2, hasOpening: true, hasOtherFirst: true },
  ],
  ['floats at the end', 25, { paragraphs: 20, floats: 0.15, hasOpening: true, hasFloatsAtEnd: true }],
  ['forced breaks', 40, { paragraphs: 30, breaks: 0.2 }],
  [
    'everything',
    20,
    {
      paragraphs: 20,
      notes: 0.15,
      longNotes: 0.05,
      floats: 0.1,
      breaks: 0.1,
      equations: 0.3,
      smallType: 0.1,
      hasOpening: true,
    },
  ],
]

function made(list: VerticalList, shape: PageShape): Made {
  return { list, shape, plan: makePages(list, shape) }
}

function madeFrom(seed: number, kind: ArticleKind): Made {
  const { list, shape } = randomArticle(seed, kind)
  return made(list, shape)
}

function article(items: readonly VerticalItem[], over: Partial<VerticalList> = {}): VerticalList {
  return { items, notes: [], floats: [], ...over }
}

function note(lines: number) {
  return { lines: Array.from({ length: lines }, () => 13) }
}

function paragraphs(count: number, lines = 6): VerticalItem[] {
  return Array.from({ length: count }, () => plainParagraph(lines))
}

describe('random articles', () => {
  it.each(kinds)('%s: nothing is lost, repeated, out of order or outside its column', (_, articles, kind) => {
    const broken = seeds(articles).flatMap(seed => {
      try {
        return brokenLaws(madeFrom(seed, kind)).map(law => `seed ${seed}: ${law}`)
      } catch (error) {
        return [`seed ${seed}: ${error}`]
      }
    })
    expect(broken).toEqual([])
  })

  it('plain text has neither widows nor orphans, and its last page is balanced', () => {
    const kind: ArticleKind = { paragraphs: 25, equations: 0.1 }
    for (const seed of seeds(40)) {
      const article = madeFrom(seed, kind)
      expect([seed, ...strayLines(article)]).toEqual([seed])
      expect([seed, imbalance(article) < 3.01]).toEqual([seed, true])
    }
  })

  it('floats at the end are in order, on pages after the text', () => {
    for (const seed of seeds(15)) {
      const { list, plan } = madeFrom(seed, {
        paragraphs: 20,
        floats: 0.15,
        notes: 0.1,
        hasFloatsAtEnd: true,
      })
      const floats = plan.flatMap(({ top, columns, bottom }, page) =>
        [...top, ...columns.flatMap(column => [...column.top, ...column.bottom]), ...bottom].map(
          float => [page, float] as const,
        ),
      )
      const lastText = plan.findLastIndex(({ columns }) =>
        columns.some(({ start, fill }) => fill.end.item > start.item || fill.end.line > start.line),
      )
      expect([seed, ...floats.map(([, float]) => float)]).toEqual([seed, ...list.floats.keys()])
      expect([seed, floats.every(([page]) => page > lastText)]).toEqual([seed, true])
      const alone = floats.filter(([, float]) => list.floats[float]?.bareHeight !== undefined)
      for (const [page] of alone) expect(floats.filter(([other]) => other === page)).toHaveLength(1)
    }
  })

  it('the same article gives the same pages', () => {
    const everything: ArticleKind = {
      paragraphs: 25,
      notes: 0.2,
      floats: 0.1,
      equations: 0.3,
      hasOpening: true,
    }
    for (const seed of seeds(4)) {
      expect(madeFrom(seed, everything).plan).toEqual(madeFrom(seed, everything).plan)
    }
  })
})

describe('content that hardly fits', () => {
  it('is placed once and in order, whatever is higher than its page', () => {
    const broken = seeds(150).flatMap(seed => {
      const { list, shape } = crammedArticle(seed)
      return brokenOrder(made(list, shape)).map(law => `seed ${seed}: ${law}`)
    })
    expect(broken).toEqual([])
  })

  const shape = pageShape(2, 30)
  const { height } = shape
  const mention = { item: 3, line: 0, variant: 0 }
  const text = paragraphs(30)
  const longNote = [plainParagraph(6), plainParagraph(3, [[], [], [0]]), ...paragraphs(20)]
  const cases: readonly (readonly [string, VerticalList])[] = [
    ['nothing at all', article([])],
    ['a single line', article([plainParagraph(1)])],
    ['one endless paragraph', article([plainParagraph(1000)])],
    ['a break alone', article([{ type: 'break', kind: 'page' }])],
    [
      'breaks at the beginning, at the end and in a row',
      article([
        { type: 'break', kind: 'page' },
        ...paragraphs(2),
        { type: 'break', kind: 'column' },
        { type: 'break', kind: 'column' },
        { type: 'break', kind: 'page' },
        ...paragraphs(2),
        { type: 'break', kind: 'page' },
      ]),
    ],
    [
      'a float across the page, as high as the page',
      article(text, { floats: [float({ height, span: 'page', mention })] }),
    ],
    ['a float as high as the column', article(text, { floats: [float({ height, mention })] })],
    [
      'floats higher than the page',
      article(text, {
        floats: [
          float({ height: height + 40, mention }),
          float({ height: height * 2, span: 'page', mention }),
        ],
      }),
    ],
    [
      'a title block as high as the page',
      article(text, {
        floats: [
          float({ height, span: 'page', isOpening: true, mention: { item: 0, line: -1, variant: 0 } }),
        ],
      }),
    ],
    [
      'a title block that leaves two lines',
      article(text, {
        floats: [
          float({
            height: height - 48,
            span: 'page',
            isOpening: true,
            mention: { item: 0, line: -1, variant: 0 },
          }),
        ],
      }),
    ],
    ['floats alone', article([], { floats: [float({}), float({ span: 'page' }), float({ height: 400 })] })],
    [
      'more floats than text',
      article(paragraphs(3), { floats: Array.from({ length: 12 }, () => float({ height: 300 })) }),
    ],
    [
      'a float with a note longer than a column',
      article(text, { floats: [float({ height: 300, mention, notes: [0] })], notes: [note(60)] }),
    ],
    ['a note longer than a page, in the last line of a paragraph', article(longNote, { notes: [note(90)] })],
    [
      'a note longer than a page, in a paragraph of one line',
      article([plainParagraph(1, [[0]]), ...text], { notes: [note(90)] }),
    ],
    [
      'a note longer than a page, at the end',
      article([...text, plainParagraph(1, [[0]])], { notes: [note(90)] }),
    ],
    [
      'a note longer than a page, then another in the next line',
      article([plainParagraph(4, [[], [0], [1], [2]]), ...text], { notes: [note(90), note(3), note(70)] }),
    ],
    [
      'two notes longer than a column in one line',
      article([plainParagraph(4, [[], [0, 1, 2]]), ...text], { notes: [note(90), note(60), note(1)] }),
    ],
    [
      'a heading before a block as high as a column',
      article([...text, heading(seeded(1)), block({ height: height - 4 }), ...text]),
    ],
    [
      'a block that must follow a whole column of headings',
      article([
        ...text,
        ...Array.from({ length: 60 }, () => heading(seeded(1))),
        block({ height: 200 }),
        ...text,
      ]),
    ],
    [
      'a block as high as a column with a note',
      article([...text, block({ height, notes: [0, 1] }), ...text], { notes: [note(5), note(8)] }),
    ],
    ['a long paragraph of small type', article([{ ...plainParagraph(200), lineHeight: 14 }])],
    ...[1, 8, lineGrid, lineGrid + 1, 500].map((more): readonly [string, VerticalList] => [
      `a block ${more} px higher than a column`,
      article([...text, block({ gap: 10, height: height + more }), ...text]),
    ]),
  ]

  it.each(cases)('%s', (name, list) => {
    const result = made(list, shape)
    const isTooHigh = /^floats higher/.test(name)
    expect(brokenLaws(result).filter(law => !isTooHigh || !/too (high|full)/.test(law))).toEqual([])
    const isOverfull = result.plan
      .flatMap(page => page.columns)
      .some(one => one.fill.cost >= pageDemerits.overfull)
    expect(isOverfull).toBe(
      /px higher|heading before|two notes longer|block as high as a column with|whole column of/.test(name),
    )
  })

  it('a float is not above the first line if it can be below it or in another column', () => {
    const items = Array.from({ length: 12 }, () => plainParagraph(10))
    const places = (columns: number) => {
      const [page] = makePages(article(items, { floats: [float({})] }), pageShape(columns))
      return page?.columns.map(({ top, bottom }) => [top.length, bottom.length])
    }
    expect(places(1)).toEqual([[0, 1]])
    expect(places(2)).toEqual([
      [0, 0],
      [1, 0],
    ])
  })

  it('several floats that are mentioned at once are not above the first line either', () => {
    const items = Array.from({ length: 12 }, () => plainParagraph(10))
    const floats = Array.from({ length: 5 }, () => float({}))
    const [page] = makePages(article(items, { floats }), pageShape(2))
    expect(page?.top).toEqual([])
    expect(page?.columns[0]?.top).toEqual([])
  })

  it('a float as high as the page is on the next page, and the text continues around it', () => {
    const list = article(paragraphs(60), { floats: [float({ height, span: 'page', mention })] })
    const { plan } = made(list, shape)
    expect(plan.findIndex(page => page.top.includes(0))).toBe(1)
  })

  it('notes are below a float at the foot of the page if they have room there', () => {
    const opening = float({
      height: 100,
      span: 'page',
      isOpening: true,
      mention: { item: 0, line: -1, variant: 0 },
    })
    const table = float({ span: 'page', queue: 'table', placement: 'bottom', mention })
    const paged = (lines: number) => {
      const items = [plainParagraph(4, [[0]]), ...paragraphs(lines / 4, 4)]
      const result = made(article(items, { floats: [opening, table], notes: [note(2)] }), shape)
      expect(brokenLaws(result)).toEqual([])
      return result.plan.map(({ bottom, noteRoom }) => [bottom, noteRoom])
    }
    expect(paged(12)).toEqual([[[1], 3 * lineGrid]])
    // If it takes another page to have the notes below the float, they are above it.
    expect(paged(16)).toEqual([[[1], 0]])
  })

  it('a first page that is too low for the first block stays empty', () => {
    const list = article([block({ height: height - 4 }), ...text])
    const plan = makePages(list, { ...shape, first: { columns: 1, height: height / 2 } })
    expect(
      brokenLaws({ list, shape: { ...shape, first: { columns: 1, height: height / 2 } }, plan }),
    ).toEqual([])
    expect(plan.slice(0, 2).map(page => page.columns[0]?.fill.end.item)).toEqual([0, 1])
  })

  it('a break at the end of a full column leaves no empty column', () => {
    const list = article([plainParagraph(30), { type: 'break', kind: 'column' }, plainParagraph(30)])
    const { plan } = made(list, shape)
    expect(plan.map(page => page.columns.map(one => one.fill.end.item))).toEqual([[2, 3]])
  })
})

describe('what belongs together', () => {
  const shape = pageShape(1, 30)
  const text = (lines: number, over: Partial<Paragraph> = {}): Paragraph => ({
    ...plainParagraph(lines),
    ...over,
  })
  /** The first item of each page but the first. */
  const heads = (list: VerticalList, of = shape) =>
    makePages(list, of)
      .slice(1)
      .flatMap(page => page.columns.slice(0, 1).map(({ start }) => `${start.item}.${start.line}`))

  it('a paragraph with a colon at its end is not parted from what it introduces', () => {
    const items = (over: Partial<Paragraph>) => [text(24), text(5), text(1, over), ...paragraphs(3)]
    expect(heads(article(items({})))).toEqual(['3.0'])
    expect(heads(article(items({ isLeadIn: true })))).toEqual(['2.0'])
  })

  it('a line that introduces an equation is not alone at the foot of a column', () => {
    const equation = block({ height: lineGrid, keepsWithPrevious: true })
    const items = (lines: number) => [
      text(28 - lines),
      block({ height: 2 * lineGrid, keepsWithNext: true }),
      text(lines, { isEnd: false }),
      equation,
      ...paragraphs(3),
    ]
    expect(heads(article(items(2)))).toEqual(['3.0'])
    expect(heads(article(items(1)))).toEqual(['1.0'])
  })

  it('no item of a list is alone at the head or foot of a column', () => {
    const items = (places: readonly Paragraph['item'][]) =>
      places.map(item => text(1, item === undefined ? {} : { item }))
    const plain = [undefined, undefined, undefined]
    const after = [text(24), text(5), ...items(plain), text(9)]
    expect(heads(article(after))).toEqual(['3.0'])
    expect(heads(article([text(24), text(5), ...items(['first', 'second', 'last']), text(9)]))).toEqual([
      '2.0',
    ])
    expect(heads(article([text(24), text(4), ...items(plain), text(9)]))).toEqual(['4.0'])
    expect(heads(article([text(24), text(4), ...items(['first', 'second', 'last']), text(9)]))).not.toEqual([
      '4.0',
    ])
  })

  it('a paragraph that is kept together is not cut', () => {
    const items = (over: Partial<Paragraph>) => [text(24), text(3), text(6, over), ...paragraphs(2)]
    expect(heads(article(items({})))).toEqual(['2.3'])
    expect(heads(article(items({ keepsTogether: true })))).toEqual(['2.0'])
  })

  it('one line of text is not alone under a float', () => {
    const mention = { item: 5, line: 0, variant: 0 }
    const floats = [float({ height: 28 * lineGrid, gap: lineGrid, span: 'page', mention })]
    const items = Array.from({ length: 60 }, () => text(1))
    const besideFloat = makePages(article(items, { floats }), shape)
      .filter(({ top, bottom }) => top.length + bottom.length > 0)
      .flatMap(({ columns }) => columns.map(({ start, fill }) => fill.end.item - start.item))
    expect(besideFloat).toEqual([0])
  })

  it('the imprint is not alone on the last page', () => {
    const list = article([...paragraphs(5), text(4), text(4)])
    expect(heads(list)).toEqual(['5.0'])
    expect(heads({ ...list, imprint: 5 })).toEqual(['4.2'])
  })

  it('on a last page, paragraphs of small type are spread in all columns or in none', () => {
    const entry = () => ({ ...plainParagraph(2), lineHeight: 14 })
    for (const count of [8, 9, 10, 11, 12, 13]) {
      const list = article(Array.from({ length: count }, entry))
      const result = { list, shape: pageShape(2), plan: makePages(list, pageShape(2)) }
      const gaps = setColumns(result).map(({ places }) =>
        places.slice(1).map(({ y }, index) => y - (places[index]?.y ?? 0) - 28),
      )
      expect(gaps.flat().filter(gap => gap > 0.01)).toEqual([])
    }
  })
})

it('the time is about proportional to the length of the article', () => {
  const time = (count: number) => {
    const { list, shape } = randomArticle(7, { paragraphs: count })
    const start = process.threadCpuUsage().user
    makePages(list, shape)
    return process.threadCpuUsage().user - start
  }
  time(100)
  // The least of several times is disturbed least by collected garbage and compiled code.
  const times = [1, 2, 3].map(() => [time(600), time(1200)] as const)
  const [short, long] = [0, 1].map(which => Math.min(...times.map(pair => pair[which] ?? 0)))
  expect((long ?? 0) / (short ?? 1)).toBeLessThan(3)
})
