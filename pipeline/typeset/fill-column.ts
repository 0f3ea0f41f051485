/**
 * The ways to fill a column from a place in the vertical list: where it may end, at what cost, and what
 * gives so that it ends on its last line. Text stands on the baseline grid; what is off the grid (headings,
 * equations, small type) is padded to the next line of it. A pure function over heights.
 */
import { DEMERITS } from './page-demerits.ts'
import type { Paragraph, Position, Variant, VerticalItem, VerticalList } from './vertical-list.ts'

/** Heights in CSS px. */
export interface Room {
  /** For text and notes; a whole number of lines. */
  readonly height: number
  /** The step of the baseline grid. */
  readonly baseline: number
  /** Over the notes of a column: the rule and its space. */
  readonly noteRule: number
  /** A note begun in the column before, and its first line that is still to come. */
  readonly carried: NoteRest | undefined
  /** Notes that floats of this column call. */
  readonly floatNotes: readonly number[]
  /** Floats stand in it, so that it may do without text; or must. */
  readonly isFloated: boolean
  readonly isTextless: boolean
  readonly isPageEnd: boolean
  /** On a balanced page a column that ends a little early does less harm. */
  readonly isBalanced: boolean
  /** Where nothing fits otherwise, the first item is taken, however large. */
  readonly isLastResort: boolean
}

export interface NoteRest {
  readonly note: number
  readonly line: number
  /** Notes that come after it, of which no line stands yet. */
  readonly after?: readonly number[]
}

export interface NotePart extends NoteRest {
  /** The line after its last one here. */
  readonly end: number
}

export interface ColumnEnd {
  readonly end: Position
  readonly cost: number
  /** Paragraphs not set in their best variant, by item. */
  readonly variants: ReadonlyMap<number, number>
  /** Items over which the white space takes this much more. */
  readonly extra: ReadonlyMap<number, number>
  readonly notes: readonly NotePart[]
  readonly carried: NoteRest | undefined
  /** White left at the foot. */
  readonly blank: number
  /** The break at which it ends, where the author forced it. */
  readonly forced: 'page' | 'column' | undefined
}

/** Something that may take or give a line, so that the column comes out even. */
interface Slack {
  readonly item: number
  readonly variant?: number
  readonly lines: 1 | -1
  readonly cost: number
}

interface Run {
  /** Bottom of the last line on the grid. */
  grid: number
  /** Extent of what came after it off the grid, and how much of it is white space. */
  off: number
  white: number
  /** Items in it that are small type, between which space may spread. */
  joints: number
  slack: Slack[]
  notes: NotePart[]
  noteHeight: number
  carried: NoteRest | undefined
  cost: number
}

/** How much of white space may be taken away to reach the grid, and how much a joint may take at a column's foot. */
const SHRINK = 0.3
const JOINT = 3
/** Columns that end earlier are not looked at while there is another way. */
const SHORTEST = 4
/** Lines of text that notes of an earlier column, or of floats, leave free. */
const KEPT = 2

export function fillColumn(list: VerticalList, start: Position, room: Room): readonly ColumnEnd[] {
  const ends: ColumnEnd[] = []
  const run = opened(list, start, room)
  if (!run) return []
  const limit = () => textLimit(run, room)
  let last: ColumnEnd | undefined
  let least = Number.POSITIVE_INFINITY
  const record = (
    end: Position,
    cost: number,
    variants: ReadonlyMap<number, number>,
    forced?: 'page' | 'column',
  ) => {
    const blank = textLimit(run, room) - bottom(run)
    const isEnd = end.item >= list.items.length
    const isShort = blank > SHORTEST * room.baseline && !forced && !isEnd
    // Of the short ways only the best is remembered, for where there is no other.
    const estimate = cost + shortCost(room) * (blank / room.baseline) ** 2
    if (isShort && !room.isLastResort && estimate > least) return
    const candidate = closed({ list, run, room, end, cost, variants, forced })
    if (!candidate) return
    if (isShort && !room.isLastResort) {
      last = candidate
      least = estimate
    } else ends.push(candidate)
  }
  if (run.noteHeight > room.height) return []
  if (room.isFloated || room.isTextless) ends.push(empty(list, run, room, start))
  if (room.isTextless) return ends
  const mayBeEmpty = run.carried || room.isLastResort
  if (mayBeEmpty && start.item < list.items.length) record(start, 0, new Map())
  for (let item = start.item; item <= list.items.length; item += 1) {
    const line = item === start.item ? start.line : 0
    if (item > start.item || start.line === 0) {
      const own = breakCost(list.items, item)
      const cost = room.isLastResort && own === Number.POSITIVE_INFINITY ? DEMERITS.overfull : own
      const at = { item, line: 0, variant: 0 }
      if (item > start.item && Number.isFinite(cost)) record(at, cost, new Map())
      if (item === list.items.length && item === start.item) record(at, 0, new Map())
    }
    const current = list.items[item]
    if (!current) break
    if (current.type === 'break') {
      record({ item: item + 1, line: 0, variant: 0 }, 0, new Map(), current.kind)
      return ends
    }
    if (current.type === 'block') {
      advanceBlock(run, current, item === start.item)
      // What comes first has nothing over it that could give a line.
      const over = item === start.item ? 0.01 : room.baseline
      const fits = takeNotes(list, run, room, current.notes) && bottom(run) <= limit() + over
      if (fits) continue
      if (room.isLastResort && item === start.item) ends.push(overfull(run, item + 1))
      break
    }
    const variant = line > 0 ? start.variant : 0
    if (
      !advanceParagraph({
        list,
        run,
        room,
        paragraph: current,
        item,
        line,
        variant,
        isFirst: item === start.item,
        isUnderHead: item === start.item + 1 && list.items[start.item]?.type === 'block',
        record,
      })
    )
      break
  }
  const isAnyFull = ends.some(end => end.end !== start)
  return isAnyFull || !last ? ends : [...ends, last]
}

/** A column with the notes that it owes to the one before and to its floats; undefined where they do not fit. */
function opened(list: VerticalList, start: Position, room: Room): Run | undefined {
  const run: Run = {
    grid: 0,
    off: 0,
    white: 0,
    joints: 0,
    slack: [],
    notes: [],
    noteHeight: 0,
    carried: undefined,
    cost: 0,
  }
  const kept = start.item < list.items.length ? KEPT * room.baseline : 0
  const isAdded = (rest: NoteRest) => addNote(list, run, room, rest, room.height - kept - run.noteHeight)
  if (room.carried) {
    if (!isAdded(room.carried)) return undefined
    const { after = [] } = room.carried
    for (let index = 0; index < after.length && !run.carried; index += 1) {
      const rest = { note: after[index] ?? 0, line: 0, after: after.slice(index + 1) }
      if (!isAdded(rest)) run.carried = rest
    }
  }
  for (const note of room.floatNotes) if (run.carried || !isAdded({ note, line: 0 })) return undefined
  return run
}

function bottom(run: Run): number {
  return run.grid + run.off
}

/** The foot of the text: over the notes, on the grid. */
function textLimit(run: Run, room: Room): number {
  if (run.noteHeight === 0) return room.height
  return Math.floor((room.height - run.noteHeight) / room.baseline + 1e-6) * room.baseline
}

function advanceBlock(run: Run, { gap, height }: { gap: number; height: number }, isFirst: boolean): void {
  run.off += (isFirst ? 0 : gap) + height
  run.white += isFirst ? 0 : gap
}

/** Brings the run back to the grid; the surplus is white space. */
function returnToGrid(run: Run, baseline: number): number {
  const lines = gridLines(run.off, run.white, baseline)
  run.grid += lines * baseline
  const added = lines * baseline - run.off
  run.off = 0
  run.white = 0
  run.joints = 0
  return added
}

/** Whole lines for what is off the grid: as near as its white space allows. */
export function gridLines(off: number, white: number, baseline: number): number {
  if (off < 1e-6) return 0
  const down = Math.floor(off / baseline + 1e-6)
  return down > 0 && down * baseline >= off - SHRINK * white - 1e-6 ? down : Math.ceil(off / baseline - 1e-6)
}

interface ParagraphStep {
  readonly list: VerticalList
  readonly run: Run
  readonly room: Room
  readonly paragraph: Paragraph
  readonly item: number
  readonly line: number
  readonly variant: number
  readonly isFirst: boolean
  /** Under a heading at the head of the column, where more white would part them. */
  readonly isUnderHead: boolean
  readonly record: (end: Position, cost: number, variants: ReadonlyMap<number, number>) => void
}

/** Goes through the lines of a paragraph; false where the column is full. */
function advanceParagraph(step: ParagraphStep): boolean {
  const { run, room, paragraph, item, line, variant } = step
  const before = { ...run, slack: [...run.slack], notes: [...run.notes] }
  if (line === 0) {
    // The ways to break it at the foot of this column in another variant than the best.
    for (let other = 1; other < paragraph.variants.length; other += 1) {
      throughLines({ ...step, variant: other })
      Object.assign(run, before, { slack: [...before.slack], notes: [...before.notes] })
    }
  }
  const isThrough = throughLines({ ...step, variant })
  if (!isThrough) return false
  const isOnGrid = Math.abs(paragraph.lineHeight - room.baseline) < 0.01
  if (line === 0) {
    paragraph.variants.forEach((one, index) => {
      const lines = one.lines - (paragraph.variants[0]?.lines ?? 0)
      if (index > 0 && isOnGrid && (lines === 1 || lines === -1)) {
        run.slack.push({ item, variant: index, lines, cost: DEMERITS.loosenedParagraph + one.cost })
      }
    })
  }
  return true
}

function throughLines(step: ParagraphStep): boolean {
  const { list, run, room, paragraph, item, line, variant, isFirst, record } = step
  const set = paragraph.variants[variant]
  if (!set) throw new Error(`Paragraph ${item} has no variant ${variant}.`)
  const isOnGrid = Math.abs(paragraph.lineHeight - room.baseline) < 0.01
  const variants: ReadonlyMap<number, number> = variant === 0 ? new Map() : new Map([[item, variant]])
  const own = line === 0 ? set.cost + (variant === 0 ? 0 : DEMERITS.loosenedParagraph) : 0
  for (let at = line; at < set.lines; at += 1) {
    const gap = at === 0 && !isFirst ? paragraph.gap : 0
    if (isOnGrid) {
      run.off += gap
      run.white += gap
      const hadWhite = run.white > 0
      returnToGrid(run, room.baseline)
      if (hadWhite && at === 0 && !step.isUnderHead)
        run.slack.push({ item, lines: 1, cost: DEMERITS.widerGap })
      run.grid += room.baseline
    } else {
      run.off += gap + paragraph.lineHeight
      run.white += gap
      if (at === 0 && paragraph.isStart && !isFirst) run.joints += 1
    }
    if (!takeNotes(list, run, room, set.notes[at] ?? [])) return false
    if (bottom(run) > textLimit(run, room) + room.baseline + 0.01) return false
    const isInside = at + 1 < set.lines
    if (isInside) {
      const cost = own + lineBreakCost(paragraph, set, at + 1, list.items[item - 1], room)
      record({ item, line: at + 1, variant }, cost, variants)
    }
    // The rest of a note goes to the next column, so this one ends with its mark.
    if (run.carried && isInside) return false
  }
  return true
}

function lineBreakCost(
  paragraph: Paragraph,
  set: Variant,
  line: number,
  before: VerticalItem | undefined,
  room: Room,
): number {
  const left = set.lines - line
  let cost = 0
  if (line === 1 && paragraph.isStart) cost += DEMERITS.orphan
  if (line === 1 && !paragraph.isStart) cost += DEMERITS.lineAfterEquation
  if (line === 1 && before?.type === 'block' && before.keepsWithNext) cost += DEMERITS.headingWithOneLine
  if (left === 1) cost += paragraph.isEnd ? DEMERITS.widow : DEMERITS.lineBeforeEquation
  if (set.hyphens[line - 1]) cost += room.isPageEnd ? DEMERITS.hyphenAtPage : DEMERITS.hyphenAtColumn
  return cost
}

/** Of a break before the item; `Infinity` where it may not be. */
function breakCost(items: readonly VerticalItem[], item: number): number {
  const before = items[item - 1]
  const after = items[item]
  if (after?.type === 'break') return Number.POSITIVE_INFINITY
  if (!before || !after || before.type === 'break') return 0
  if (before.keepsWithNext) return Number.POSITIVE_INFINITY
  if (after.type === 'block' && after.keepsWithPrevious) return DEMERITS.beforeEquation
  let cost = 0
  if (after.type === 'paragraph' && !after.isStart) cost += DEMERITS.afterEquation
  const heading = items[item - 2]
  const isShort = before.type === 'paragraph' && before.variants[0]?.lines === 1
  if (isShort && heading?.type === 'block' && heading.keepsWithNext) cost += DEMERITS.headingWithOneLine
  return cost
}

/** Makes room for notes; where one does not fit, its rest is carried. False where not even its beginning fits. */
function takeNotes(list: VerticalList, run: Run, room: Room, notes: readonly number[]): boolean {
  for (const note of notes) {
    const free = room.height - Math.ceil(bottom(run) / room.baseline - 1e-6) * room.baseline - run.noteHeight
    if (!run.carried && addNote(list, run, room, { note, line: 0 }, free)) continue
    if (!room.isLastResort) return false
    // Rather all of it in the next column than no way on.
    const { carried } = run
    run.carried = carried ? { ...carried, after: [...(carried.after ?? []), note] } : { note, line: 0 }
    run.cost += DEMERITS.overfull
  }
  return true
}

function addNote(list: VerticalList, run: Run, room: Room, rest: NoteRest, free: number): boolean {
  const lines = list.notes[rest.note]?.lines ?? []
  const rule = run.notes.length === 0 ? room.noteRule : 0
  let height = rule
  let end = rest.line
  while (end < lines.length && height + (lines[end] ?? 0) <= free + 0.01) {
    height += lines[end] ?? 0
    end += 1
  }
  // Two lines at least on either side of the break.
  const isWhole = end === lines.length
  if (!isWhole) {
    const spare = Math.min(end, lines.length - 2)
    if (spare - rest.line < 2) return false
    height = rule + sum(lines.slice(rest.line, spare))
    end = spare
    run.carried = { ...rest, line: end }
    run.cost += DEMERITS.noteContinued
  }
  run.notes.push({ note: rest.note, line: rest.line, end })
  run.noteHeight += height
  return true
}

/** A column of floats. */
function empty(list: VerticalList, run: Run, room: Room, start: Position): ColumnEnd {
  const blank = Math.max(0, textLimit(run, room))
  const isFree = room.isTextless || start.item >= list.items.length
  const lines = isFree ? 0 : blank / room.baseline
  return { ...asIs(run, start), cost: run.cost + shortCost(room) * lines * lines, blank }
}

/** A single block that is higher than the column. */
function overfull(run: Run, item: number): ColumnEnd {
  return { ...asIs(run, { item, line: 0, variant: 0 }), cost: DEMERITS.overfull, blank: 0 }
}

function asIs(run: Run, end: Position) {
  return {
    end,
    variants: new Map(),
    extra: new Map(),
    notes: [...run.notes],
    carried: run.carried,
    forced: undefined,
  }
}

interface Closing {
  readonly list: VerticalList
  readonly run: Run
  readonly room: Room
  readonly end: Position
  readonly cost: number
  readonly variants: ReadonlyMap<number, number>
  readonly forced?: 'page' | 'column' | undefined
}

/** The column ended here, evened out by what gives at least cost; undefined where it is too full. */
function closed({ run, room, end, cost, variants, forced, list }: Closing): ColumnEnd | undefined {
  const limit = textLimit(run, room)
  const blank = limit - bottom(run)
  const common = { end, notes: [...run.notes], carried: run.carried, forced }
  // The article's last column may be short, and so may one that the author ends.
  const isFree = forced !== undefined || end.item >= list.items.length
  if (isFree && blank >= -0.01) {
    const uneven = room.isBalanced ? (DEMERITS.unbalanced * Math.max(0, blank)) / room.baseline : 0
    const evened = { variants, extra: new Map(), blank: Math.max(0, blank) }
    return { ...common, ...evened, cost: cost + run.cost + uneven }
  }
  const lines = Math.round((blank / room.baseline) * 1e4) / 1e4
  // Far from the foot no slack is enough.
  const usable = lines > SHORTEST + run.slack.length ? [] : run.slack
  const fromSlack = takeSlack(usable, lines < -1e-3 ? -1 : Math.floor(lines + 1e-3), shortCost(room))
  const left = lines - fromSlack.lines
  if (left < -1e-3) return undefined
  const isAbsorbed = run.off > 0 && run.joints > 0 && left * room.baseline <= run.joints * JOINT
  const short = isAbsorbed ? 0 : left
  return {
    ...common,
    cost: cost + run.cost + fromSlack.cost + shortCost(room) * short * short,
    variants: new Map([...variants, ...fromSlack.variants]),
    extra: fromSlack.extra,
    blank: left * room.baseline,
  }
}

function shortCost(room: Room): number {
  return room.isBalanced ? DEMERITS.shortBalancedColumn : DEMERITS.shortColumn
}

interface Taken {
  readonly lines: number
  readonly cost: number
  readonly variants: ReadonlyMap<number, number>
  readonly extra: ReadonlyMap<number, number>
}

/** The cheapest slack for this many lines, each worth less than what it saves; -1 for a line too much. */
function takeSlack(slack: readonly Slack[], lines: number, shortCost: number): Taken {
  const variants = new Map<number, number>()
  const extra = new Map<number, number>()
  const wanted = lines < 0 ? -1 : 1
  const usable = slack.filter(one => one.lines === wanted).sort((one, other) => one.cost - other.cost)
  let cost = 0
  let taken = 0
  for (const one of usable) {
    if (taken >= Math.abs(lines)) break
    const missing = Math.abs(lines) - taken
    const saved = lines < 0 ? Number.POSITIVE_INFINITY : shortCost * (missing ** 2 - (missing - 1) ** 2)
    if (one.cost > saved || variants.has(one.item) || extra.has(one.item)) continue
    if (one.variant === undefined) extra.set(one.item, 1)
    else variants.set(one.item, one.variant)
    cost += one.cost
    taken += 1
  }
  return { lines: taken * wanted, cost, variants, extra }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
