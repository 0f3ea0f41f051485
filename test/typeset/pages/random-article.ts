/** A seed → the vertical list of an article: paragraphs, equations, headings, notes, floats and breaks. */
import type { PageShape } from '../../../pipeline/typeset/pages/page-plan.ts'
import type {
  Block,
  Float,
  Footnote,
  Paragraph,
  Position,
  VerticalItem,
  VerticalList,
} from '../../../pipeline/typeset/vertical-list.ts'
import { type Random, seeded } from '../../random.ts'

/** How often each kind of content is in the article; 0 leaves it out. */
export interface ArticleKind {
  readonly paragraphs: number
  readonly notes?: number
  /** The share of the notes that are longer than a column. */
  readonly longNotes?: number
  readonly floats?: number
  readonly breaks?: number
  readonly equations?: number
  readonly smallType?: number
  /** The share of the lines that are higher than the others. */
  readonly tallLines?: number
  readonly hasOpening?: boolean
  /** True if figures and tables are after the text, some on pages of their own. */
  readonly hasFloatsAtEnd?: boolean
  /** True if the first page has another height, and often fewer columns. */
  readonly hasOtherFirst?: boolean
}

export interface RandomArticle {
  readonly list: VerticalList
  readonly shape: PageShape
}

/**
 * An article that hardly fits its pages, or not at all: floats, blocks and lines of notes that are higher
 * than a page, floats with many notes, pages of four lines.
 */
export function crammedArticle(seed: number): RandomArticle {
  const random = seeded(seed * 7919)
  const { list, shape } = randomArticle(seed, {
    paragraphs: random.int(0, 15),
    notes: 0.4,
    longNotes: 0.2,
    floats: 0.3,
    breaks: 0.15,
    equations: 0.2,
    smallType: 0.1,
    hasOpening: random.chance(0.7),
  })
  const high = () => shape.height * (0.7 + 0.7 * random.next())
  const isUncut = (item: VerticalItem) => item.type === 'paragraph' || item.type === 'block'
  return {
    list: {
      floats: list.floats.map(one => (random.chance(0.4) ? { ...one, height: high() } : one)),
      items: list.items.map(item =>
        isUncut(item) && notesIn(item) === 0 && random.chance(0.05)
          ? block({ gap: 5, height: high() })
          : item,
      ),
      notes: list.notes.map(note => (random.chance(0.1) ? { lines: [15, shape.height * 1.2, 13] } : note)),
    },
    shape: random.chance(0.2) ? { ...shape, height: 4 * shape.baseline } : shape,
  }
}

function notesIn(item: VerticalItem): number {
  if (item.type === 'paragraph') return item.variants[0]?.notes.flat().length ?? 0
  return item.type === 'block' ? item.notes.length : 0
}

/** The height of a line of text, in pixels. */
export const lineGrid = 16

export function pageShape(columns = 2, lines = 40): PageShape {
  return { columns, height: lines * lineGrid, baseline: lineGrid, noteRule: 10 }
}

export function randomShape(random: Random): PageShape {
  return pageShape(random.pick([1, 2, 2, 2, 3]), random.int(22, 56))
}

function withOtherFirst(shape: PageShape, random: Random): PageShape {
  const lines = Math.round(shape.height / lineGrid) + random.int(-14, 6)
  return { ...shape, first: { columns: random.int(1, shape.columns), height: lines * lineGrid } }
}

export function randomArticle(seed: number, kind: ArticleKind): RandomArticle {
  const random = seeded(seed)
  const usual = randomShape(random)
  const shape = kind.hasOtherFirst ? withOtherFirst(usual, seeded(seed * 7907)) : usual
  const writer = new Writer(random, kind, shape)
  while (writer.paragraphs < kind.paragraphs) writer.passage()
  return { list: writer.list(), shape }
}

/** Writes the items of an article. Notes are numbered in the order of their marks. */
class Writer {
  readonly items: VerticalItem[] = []
  readonly notes: Footnote[] = []
  readonly random: Random
  readonly kind: ArticleKind
  readonly shape: PageShape
  paragraphs = 0

  constructor(random: Random, kind: ArticleKind, shape: PageShape) {
    this.random = random
    this.kind = kind
    this.shape = shape
  }

  list(): VerticalList {
    const { items, notes } = this
    return { items, floats: this.floats(), notes }
  }

  passage(): void {
    const { random, kind } = this
    const count = random.int(1, 5)
    if (random.chance(0.2)) this.items.push(heading(random))
    for (let index = 0; index < count; index++) {
      if (random.chance(kind.equations ?? 0)) this.withEquations()
      else this.text({})
    }
    if (random.chance(0.15)) this.bullets()
    if (random.chance(kind.smallType ?? 0)) this.references()
    if (random.chance(kind.breaks ?? 0))
      this.items.push({ type: 'break', kind: random.pick(['page', 'column']) })
  }

  text(over: Partial<Paragraph>, longest = 14): void {
    const { random } = this
    this.paragraphs++
    const lines = random.int(1, longest)
    const marks = this.marks(lines)
    this.items.push(this.tall(paragraph(random, lines, marks, over)))
  }

  tall(plain: Paragraph): Paragraph {
    const { random, kind } = this
    const { tallLines } = kind
    if (!tallLines) return plain
    const step = plain.lineHeight === lineGrid ? lineGrid : 5
    const extra = (lines: number) =>
      Array.from({ length: lines }, () => (random.chance(tallLines) ? step * random.int(1, 2) : 0))
    return { ...plain, variants: plain.variants.map(way => ({ ...way, extra: extra(way.lines) })) }
  }

  withEquations(): void {
    const { random } = this
    const parts = random.int(2, 3)
    for (let part = 0; part < parts; part++) {
      if (part > 0) this.items.push(equation(random))
      this.text({ isStart: part === 0, isEnd: part === parts - 1, gap: part > 0 ? 8 : 0 }, 6)
    }
  }

  bullets(): void {
    const count = this.random.int(2, 6)
    for (let index = 0; index < count; index++) this.text({ gap: index === 0 ? 6 : 0 }, 4)
  }

  references(): void {
    const count = this.random.int(4, 20)
    this.items.push(heading(this.random))
    for (let index = 0; index < count; index++) this.text({ lineHeight: 14, gap: index === 0 ? 0 : 2 }, 4)
  }

  /** The notes of each line: those whose marks are in it. */
  marks(lines: number): number[][] {
    const { random, kind } = this
    return Array.from({ length: lines }, () => {
      const marks: number[] = []
      while (marks.length < 2 && random.chance((kind.notes ?? 0) / (4 * (1 + marks.length))))
        marks.push(this.note())
      return marks
    })
  }

  note(): number {
    const { random, kind, shape } = this
    const isLong = random.chance(kind.longNotes ?? 0)
    const height = shape.height / 13
    const lines = isLong ? random.int(Math.floor(height * 0.8), Math.floor(height * 2.5)) : random.int(1, 12)
    this.notes.push({ lines: Array.from({ length: lines }, (_, line) => (line === 0 ? 15 : 13)) })
    return this.notes.length - 1
  }

  floats(): Float[] {
    const { random, kind, items, shape } = this
    const floats: Float[] = kind.hasOpening
      ? [
          {
            ...randomFloat(random, shape, articleStart),
            queue: 'figure',
            placement: undefined,
            span: 'page',
            isOpening: true,
            mention: beforeArticle,
          },
        ]
      : []
    const mentions = items.flatMap((item, index): Position[] =>
      random.chance(kind.floats ?? 0) ? [positionIn(random, item, index)] : [],
    )
    // Sometimes the mentions of two neighbouring floats are swapped.
    for (let index = 1; index < mentions.length; index++) {
      const [first, second] = [mentions[index - 1], mentions[index]]
      if (first && second && random.chance(0.15)) mentions.splice(index - 1, 2, second, first)
    }
    if (kind.hasFloatsAtEnd) return [...floats, ...this.floatsAtEnd(mentions.length)]
    for (const mention of mentions) {
      const notes = random.chance((kind.notes ?? 0) / 4) ? [this.note()] : []
      floats.push({ ...randomFloat(random, shape, mention), notes })
    }
    return floats
  }

  floatsAtEnd(count: number): Float[] {
    const { random, items, shape } = this
    const item = items.findLastIndex(({ type }) => type !== 'break')
    const last = items[item]
    const line = last?.type === 'paragraph' ? (last.variants[0]?.lines ?? 1) - 1 : 0
    return Array.from({ length: count }, () => {
      const usual = randomFloat(random, shape, { item, line, variant: 0 })
      const isAlone = random.chance(0.5)
      return {
        ...usual,
        queue: 'figure',
        placement: 'page',
        span: 'page',
        ...(isAlone && { height: shape.height, gap: 0, bareHeight: usual.height }),
      }
    })
  }
}

const articleStart: Position = { item: 0, line: 0, variant: 0 }
/** The place of the mention of a title block. */
const beforeArticle: Position = { item: 0, line: -1, variant: 0 }

/** A float with default values. */
export function float(over: Partial<Float>): Float {
  return {
    height: 160,
    gap: 16,
    span: 'column',
    placement: undefined,
    mention: articleStart,
    notes: [],
    isOpening: false,
    queue: 'figure',
    origin: 0,
    rows: undefined,
    turned: undefined,
    ...over,
  }
}

function randomFloat(random: Random, shape: PageShape, mention: Position): Float {
  const share = random.chance(0.1) ? 0.6 + random.next() * 0.38 : 0.1 + random.next() * 0.4
  const gap = random.int(10, 20)
  return float({
    height: Math.min(Math.round(share * shape.height * 10) / 10, shape.height - gap),
    gap,
    queue: random.chance(0.3) ? 'table' : 'figure',
    span: random.chance(0.3) ? 'page' : 'column',
    placement: random.pick([undefined, undefined, undefined, 'top', 'bottom', 'page']),
    mention,
  })
}

function positionIn(random: Random, item: VerticalItem, index: number): Position {
  const lines = item.type === 'paragraph' ? (item.variants[0]?.lines ?? 1) : 1
  return { item: index, line: random.int(0, lines - 1), variant: 0 }
}

export function heading(random: Random): Block {
  return block({ gap: random.int(12, 26), height: random.pick([16, 19, 22.4, 38]), keepsWithNext: true })
}

function equation(random: Random): Block {
  return block({ gap: random.int(6, 10), height: 14 + random.next() * 60, keepsWithPrevious: true })
}

export function block(over: Partial<Block>): Block {
  return {
    type: 'block',
    gap: 0,
    height: lineGrid,
    keepsWithNext: false,
    keepsWithPrevious: false,
    notes: [],
    ...over,
  }
}

function paragraph(random: Random, lines: number, marks: number[][], over: Partial<Paragraph>): Paragraph {
  const wishes = random.pick([[], [1], [-1], [1, -1], [-1, 1]])
  const changes = lines < 4 ? [] : wishes
  const hyphens = (count: number) =>
    Array.from({ length: count }, (_, at) => at + 1 < count && random.chance(0.2))
  return {
    type: 'paragraph',
    gap: 0,
    lineHeight: lineGrid,
    isStart: true,
    isEnd: true,
    keepsWithNext: false,
    variants: [0, ...changes].map(change => ({
      lines: lines + change,
      cost: change === 0 ? 0 : random.int(0, 3000),
      hyphens: hyphens(lines + change),
      notes: moved(marks, lines + change),
    })),
    ...over,
  }
}

/** The marks of a paragraph, spread over another number of lines. */
function moved(marks: number[][], lines: number): number[][] {
  const result: number[][] = Array.from({ length: lines }, () => [])
  marks.forEach((notes, line) => {
    result[Math.min(lines - 1, Math.floor((line * lines) / marks.length))]?.push(...notes)
  })
  return result
}

/** A paragraph with one variant, for tests with examples. */
export function plainParagraph(lines: number, notes: readonly (readonly number[])[] = []): Paragraph {
  const variant = {
    lines,
    cost: 0,
    hyphens: Array.from({ length: lines }, () => false),
    notes: Array.from({ length: lines }, (_, line) => notes[line] ?? []),
  }
  return {
    type: 'paragraph',
    gap: 0,
    lineHeight: lineGrid,
    variants: [variant],
    isStart: true,
    isEnd: true,
    keepsWithNext: false,
  }
}
