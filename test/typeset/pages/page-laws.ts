/**
 * The laws of page make-up: a vertical list and its plan of pages → the laws that
 * the plan violates, in words.
 */

import { pageDemerits } from '../../../pipeline/typeset/pages/page-demerits.ts'
import { stackHeight } from '../../../pipeline/typeset/pages/page-floats.ts'
import {
  type PageShape,
  type PlannedColumn,
  type PlannedPage,
  shapeOf,
} from '../../../pipeline/typeset/pages/page-plan.ts'
import { type ColumnPlace, placeColumn } from '../../../pipeline/typeset/pages/place-column.ts'
import {
  isBefore,
  linesHeight,
  type Position,
  type VerticalList,
} from '../../../pipeline/typeset/vertical-list.ts'

export interface Made {
  readonly list: VerticalList
  readonly shape: PageShape
  readonly plan: readonly PlannedPage[]
}

/** A column of the plan, with the places of its items. */
export interface SetColumn extends PlannedColumn {
  readonly page: number
  /** The index of the column on its page. */
  readonly column: number
  readonly places: readonly ColumnPlace[]
  /** The height that floats leave for text and notes. */
  readonly room: number
  readonly noteHeight: number
  /** Height for notes below a float across the page. */
  readonly noteRoom: number
}

export function brokenLaws(made: Made): readonly string[] {
  const columns = setColumns(made)
  return [
    ...textInOrder(made, columns),
    ...floatsInOrder(made),
    ...notesInOrder(made, columns),
    ...insideRooms(made, columns),
    ...breaksObeyed(made, columns),
    ...columnsCounted(made),
  ]
}

/** A page has its number of columns, unless the author ended it. */
function columnsCounted({ shape, plan }: Made): string[] {
  return plan.flatMap(({ columns }, number) => {
    const count = shapeOf(shape, number).columns
    const isBroken = columns.at(-1)?.fill.forced === 'page'
    const isRight = columns.length === count || (isBroken && columns.length < count)
    return isRight ? [] : [`page ${number} has ${columns.length} columns, not ${count}`]
  })
}

/** The laws that hold also where content is higher than its pages: everything is placed once, in order. */
export function brokenOrder(made: Made): readonly string[] {
  const columns = setColumns(made)
  return [...textInOrder(made, columns), ...floatsInOrder(made), ...notesInOrder(made, columns)]
}

export function setColumns({ list, shape, plan }: Made): readonly SetColumn[] {
  const below = (height: number, floats: readonly number[]) =>
    height - stackHeight(list, floats, shape.baseline, height)
  return plan.flatMap((page, number) =>
    page.columns.map((column, at) => ({
      ...column,
      page: number,
      column: at,
      places: placeColumn(list, column.start, column.fill, shape.baseline),
      room: [page.top, page.bottom, column.top, column.bottom].reduce(below, page.height - page.noteRoom),
      noteRoom: page.noteRoom,
      noteHeight: column.fill.notes.reduce(
        (sum, part) => sum + total((list.notes[part.note]?.lines ?? []).slice(part.line, part.end)),
        column.fill.notes.length > 0 ? shape.noteRule : 0,
      ),
    })),
  )
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

/** The variant of a paragraph that a column contains, chosen as in `composePages`. */
function variantIn({ start, fill }: PlannedColumn, item: number): number {
  if (item === fill.end.item && fill.end.line > 0) return fill.end.variant
  if (item === start.item && start.line > 0) return start.variant
  return fill.variants.get(item) ?? 0
}

/** Each column begins at the end of the column before; every line of a paragraph is placed once, in order. */
function textInOrder({ list }: Made, columns: readonly SetColumn[]): string[] {
  const broken: string[] = []
  let at: Position = { item: 0, line: 0, variant: 0 }
  const done = new Map<number, { variant: number; to: number }>()
  for (const column of columns) {
    const name = nameOf(column)
    const { start, fill } = column
    const isNext =
      start.item === at.item && start.line === at.line && (at.line === 0 || start.variant === at.variant)
    if (!isNext) broken.push(`${name} begins at ${where(start)}, not at ${where(at)}`)
    at = fill.end
    let last = -1
    for (const place of column.places) {
      const item = list.items[place.item]
      if (place.item <= last) broken.push(`${name}: item ${place.item} is after item ${last}`)
      last = place.item
      const known = done.get(place.item)
      if (place.type === 'block') {
        if (known || item?.type !== 'block')
          broken.push(`${name}: block ${place.item} is placed twice or is not a block`)
        done.set(place.item, { variant: 0, to: 1 })
        continue
      }
      const variant = variantIn(column, place.item)
      if (place.from !== (known?.to ?? 0) || place.to <= place.from)
        broken.push(`${name}: lines ${place.from} to ${place.to} of ${place.item} after ${known?.to ?? 0}`)
      if (known && known.variant !== variant)
        broken.push(`${name}: paragraph ${place.item} goes on in variant ${variant}, not ${known.variant}`)
      done.set(place.item, { variant, to: place.to })
    }
  }
  if (at.item !== list.items.length) broken.push(`the text ends at ${where(at)}`)
  list.items.forEach((item, index) => {
    if (item.type === 'break') return
    const known = done.get(index)
    const lines = item.type === 'block' ? 1 : item.variants[known?.variant ?? 0]?.lines
    if (known?.to !== lines) broken.push(`${known?.to ?? 0} of ${lines} lines of item ${index} are placed`)
  })
  return broken
}

/** The floats of a page in reading order. */
function floatsOf(page: PlannedPage): number[] {
  return [...page.top, ...page.columns.flatMap(column => [...column.top, ...column.bottom]), ...page.bottom]
}

function floatsInOrder({ list, plan, shape }: Made): string[] {
  const broken: string[] = []
  const seen = new Set<number>()
  const last = new Map<string, number>()
  plan.forEach((page, number) => {
    const end = page.columns.at(-1)?.fill.end ?? { item: 0, line: 0, variant: 0 }
    const isEnd = end.item >= list.items.length
    for (const index of floatsOf(page)) {
      const float = list.floats[index]
      if (!float) throw new Error(`There is no float ${index}.`)
      if (seen.has(index)) broken.push(`float ${index} is placed twice`)
      seen.add(index)
      const before = last.get(float.queue)
      if (before !== undefined && before > index) broken.push(`float ${index} is after ${before}`)
      last.set(float.queue, index)
      if (!isEnd && !isBefore(float.mention, end))
        broken.push(`float ${index} on page ${number} is not yet mentioned`)
      if (float.isOpening && number > 0) broken.push(`the title block is on page ${number}`)
      const isAcross = page.top.includes(index) || page.bottom.includes(index)
      if (isAcross !== (float.span === 'page')) broken.push(`float ${index} has the wrong width`)
    }
    if (page.height > shapeOf(shape, number).height) broken.push(`page ${number} is ${page.height} high`)
  })
  list.floats.forEach((_, index) => {
    if (!seen.has(index)) broken.push(`float ${index} is not placed`)
  })
  return broken
}

/** Notes begin in the column of their mark, in the order of their marks, and continue in the next column. */
function notesInOrder({ list, plan }: Made, columns: readonly SetColumn[]): string[] {
  const broken: string[] = []
  let waiting: readonly string[] = []
  for (const column of columns) {
    const name = nameOf(column)
    const page = plan[column.page]
    const across = column.column === 0 ? [...(page?.top ?? []), ...(page?.bottom ?? [])] : []
    const floats = [...across, ...column.top, ...column.bottom]
    const marks = [...floats.flatMap(one => list.floats[one]?.notes ?? []), ...marksOf(list, column)]
    const expected = [...waiting, ...marks.map(note => `${note}.0`)]
    const { notes, carried, cost } = column.fill
    const found = notes.map(part => `${part.note}.${part.line}`)
    if (found.join(' ') !== expected.slice(0, found.length).join(' '))
      broken.push(`${name} has the notes ${found.join(' ')}, not ${expected.join(' ')}`)
    const isCut = notes.map(part => part.end < (list.notes[part.note]?.lines.length ?? 0))
    if (isCut.slice(0, -1).includes(true)) broken.push(`${name}: a note is cut before another note`)
    if (notes.some(part => part.end <= part.line)) broken.push(`${name} has a note without lines`)
    const last = notes.at(-1)
    const rest = last && isCut.at(-1) ? [`${last.note}.${last.end}`] : []
    const late = expected.slice(found.length)
    // A note may begin after the column of its mark only if nothing else is possible.
    if (late.length > 0 && waiting.length === 0 && cost < pageDemerits.overfull)
      broken.push(`${name} lacks the notes ${late.join(' ')}`)
    waiting = [...rest, ...late]
    const carriedNotes = carried
      ? [`${carried.note}.${carried.line}`, ...(carried.after ?? []).map(one => `${one}.0`)]
      : []
    if (carriedNotes.join(' ') !== waiting.join(' '))
      broken.push(`${name} carries the notes ${carriedNotes.join(' ')}, not ${waiting.join(' ')}`)
  }
  if (waiting.length > 0) broken.push(`the notes ${waiting.join(' ')} are lost`)
  return broken
}

function marksOf(list: VerticalList, column: SetColumn): number[] {
  return column.places.flatMap(place => {
    const item = list.items[place.item]
    if (item?.type === 'block') return [...item.notes]
    if (item?.type !== 'paragraph' || place.type !== 'lines') return []
    return (item.variants[variantIn(column, place.item)]?.notes ?? []).slice(place.from, place.to).flat()
  })
}

/** Nothing overlaps or is higher than its column, and text is on the grid. */
function insideRooms({ list, shape }: Made, columns: readonly SetColumn[]): string[] {
  const broken: string[] = []
  for (const column of columns) {
    const name = nameOf(column)
    if (column.room < -0.02) broken.push(`${name}: its floats are too high by ${-column.room}`)
    let bottom = 0
    for (const place of column.places) {
      const item = list.items[place.item]
      if (place.y < bottom - 0.02) broken.push(`${name}: item ${place.item} overlaps by ${bottom - place.y}`)
      if (
        item?.type === 'paragraph' &&
        item.lineHeight === shape.baseline &&
        !isOnGrid(place.y, shape.baseline)
      )
        broken.push(`${name}: item ${place.item} is off the grid at ${place.y}`)
      bottom = place.y + heightOf(list, place, variantIn(column, place.item))
    }
    // Below a float across the page, notes have a room of their own.
    const notes = column.noteRoom > 0 ? 0 : column.noteHeight
    if (column.noteRoom > 0 && column.noteHeight > column.noteRoom + 0.02)
      broken.push(`${name}: its notes are too high by ${column.noteHeight - column.noteRoom}`)
    const isTooHigh = column.places.length === 1 && heightOf(list, column.places[0]) > column.room - notes
    const over = bottom + notes - column.room
    const isAlone = isTooHigh && column.places[0]?.type === 'block'
    if (over > 0.02 && !isAlone) broken.push(`${name} is too full by ${over}`)
  }
  return broken
}

export function heightOf(list: VerticalList, place: ColumnPlace | undefined, variant = 0): number {
  const item = place && list.items[place.item]
  if (item?.type === 'block') return item.height
  if (item?.type !== 'paragraph' || place?.type !== 'lines') return 0
  return linesHeight(item, variant, place)
}

function isOnGrid(y: number, baseline: number): boolean {
  return Math.abs(y - Math.round(y / baseline) * baseline) < 0.01
}

/** The text after a forced break is in a later column, or on a later page. */
function breaksObeyed({ list }: Made, columns: readonly SetColumn[]): string[] {
  return list.items.flatMap((item, index) => {
    if (item.type !== 'break') return []
    const before = columns.findLast(column => column.places.some(place => place.item < index))
    const after = columns.find(column => column.places.some(place => place.item > index))
    if (!before || !after) return []
    const isApart = item.kind === 'page' ? after.page > before.page : after !== before
    return isApart ? [] : [`the ${item.kind} break ${index} is not obeyed`]
  })
}

/** Widows, last lines alone at the head of a column, and orphans, first lines alone at its foot. */
export function strayLines(made: Made): readonly string[] {
  return setColumns(made).flatMap(column => {
    const stray: string[] = []
    const { start, fill } = column
    const from = made.list.items[start.item]
    const to = made.list.items[fill.end.item]
    if (from?.type === 'paragraph' && from.isEnd && start.line > 0) {
      if (start.line === (from.variants[start.variant]?.lines ?? 0) - 1)
        stray.push(`${nameOf(column)}: widow`)
    }
    if (to?.type === 'paragraph' && to.isStart && fill.end.line === 1) stray.push(`${nameOf(column)}: orphan`)
    return stray
  })
}

/** The difference in height between the fullest and the emptiest column of the last page, in lines. */
export function imbalance(made: Made): number {
  const columns = setColumns(made).filter(column => column.page === made.plan.length - 1)
  const ends = columns.map(column => {
    const place = column.places.at(-1)
    return (
      (place ? place.y + heightOf(made.list, place, variantIn(column, place.item)) : 0) + column.noteHeight
    )
  })
  return columns.length < shapeOf(made.shape, made.plan.length - 1).columns
    ? 0
    : (Math.max(...ends) - Math.min(...ends)) / made.shape.baseline
}

function nameOf({ page, column }: SetColumn): string {
  return `page ${page} column ${column}`
}

function where({ item, line, variant }: Position): string {
  return `${item}.${line}.${variant}`
}
