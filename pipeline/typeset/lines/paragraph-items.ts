/**
 * A paragraph of the galley → boxes, glue and penalties. `word-breaks.ts` says where words may be divided,
 * `held-places.ts` at which spaces no line ends.
 */
import type { Run, TextBlock } from '../galley.ts'
import type { Item } from '../items.ts'
import { heldPlaces } from './held-places.ts'
import { leftProtrusion, rightProtrusion } from './protrusion.ts'
import { scriptBreaks } from './script-breaks.ts'
import { type Break, breakCosts, breaksIn, softHyphen } from './word-breaks.ts'

/** The width of a string in a face, in CSS px. */
export type WidthOf = (style: number, text: string) => number

interface ParagraphItems {
  readonly items: readonly Item[]
  /** How far the first line may hang to the left. */
  readonly startHang: number
}

/** The indent of a line that continues a line of code, in spaces beyond the indent of that line. */
const continuationSpaces = 2
/** The greatest indent of such a line, as a share of the width of the code. */
const greatestContinuation = 0.35

const atom = '\uFFFC'
const spaces = new Set([' ', '\u00A0'])

export function paragraphItems(block: TextBlock, widthOf: WidthOf): ParagraphItems {
  const { text } = block
  const items: Item[] = []
  const styleAt = styleLookup(block.runs)
  const hangs = (end: number, next: number, isHyphen = false) => ({
    hangBefore: isHyphen
      ? rightProtrusion('-') * widthOf(styleAt(end - 1).style, '-')
      : hangOf(text[end - 1], styleAt(end - 1).style, rightProtrusion, widthOf),
    hangAfter: hangOf(text[next], styleAt(next).style, leftProtrusion, widthOf),
  })
  const held = block.setting === 'preserved' ? new Set<number>() : heldPlaces(text)
  const marked = new Set([...block.marks, ...block.links].map(anchor => anchor.at))
  const atoms = [...block.atoms]
  let at = 0
  while (at < text.length) {
    for (let kern = atoms[0]; kern && kern.at === at && kern.length === 0; kern = atoms[0]) {
      items.push({ type: 'box', width: kern.width, letters: 0 })
      atoms.shift()
    }
    const character = text[at] ?? ''
    if (character === atom && atoms[0]?.at === at) {
      items.push({ type: 'box', width: atoms.shift()?.width ?? 0, letters: 0 })
      at++
    } else if (isSpace(text, at)) {
      at = pushSpace(items, {
        text,
        at,
        block,
        styleAt,
        widthOf,
        hangs,
        held,
      })
    } else if (character === '\n' || character === '\u200B') {
      const cost = character === '\n' ? Number.NEGATIVE_INFINITY : 0
      items.push(penalty({ end: at, next: at + 1, cost, isHyphen: false }, hangs(at, at + 1)))
      at++
    } else {
      const end = tokenEnd(text, at, block.runs, atoms[0]?.at)
      for (const cut of scriptBreaks(text, at, end)) {
        // The raised number of a note or citation stays on the line of its word.
        if (/\d/.test(text[cut] ?? '') && marked.has(cut)) continue
        pushToken(items, { text, start: at, end: cut, block, styleAt, widthOf, hangs, held })
        items.push(penalty({ end: cut, next: cut, cost: 0, isHyphen: false }, hangs(cut, cut)))
        at = cut
      }
      if (at < end) pushToken(items, { text, start: at, end, block, styleAt, widthOf, hangs, held })
      at = end
    }
  }
  const last = items.at(-1)
  if (last?.type !== 'penalty' || last.cost !== Number.NEGATIVE_INFINITY) {
    for (const { width } of atoms) items.push({ type: 'box', width, letters: 0 })
    const cost = Number.NEGATIVE_INFINITY
    items.push(
      penalty(
        { end: text.length, next: text.length, cost, isHyphen: false },
        hangs(text.length, text.length),
      ),
    )
  }
  return { items, startHang: hangOf(text[0], styleAt(0).style, leftProtrusion, widthOf) }
}

interface Context {
  readonly text: string
  readonly styleAt: (at: number) => Run
  readonly widthOf: WidthOf
  readonly hangs: (
    end: number,
    next: number,
    isHyphen?: boolean,
  ) => { readonly hangBefore: number; readonly hangAfter: number }
  /** Offsets of spaces and soft hyphens at which no line ends. */
  readonly held: ReadonlySet<number>
}

function pushSpace(items: Item[], context: Context & { at: number; block: TextBlock }): number {
  const { text, at, block, styleAt, widthOf, hangs, held } = context
  const { style, kind } = styleAt(at)
  const width = widthOf(style, ' ')
  if (block.setting === 'preserved') {
    items.push({ type: 'box', width, letters: 1 })
    // No line ends inside the indent of its first word.
    if (text.slice(lineStart(text, at), at + 1).trim() === '') return at + 1
    const space = penalty({ end: at + 1, next: at + 1, cost: 0, isHyphen: false }, hangs(at, at + 1))
    items.push({ ...space, continued: continuation(block, at, width) })
    return at + 1
  }
  // No line ends at the glue after a penalty (`isLegal` in break-lines.ts).
  if (text[at] === '\u00A0') {
    const forbidden = { end: at, next: at, cost: Number.POSITIVE_INFINITY, isHyphen: false }
    items.push(penalty(forbidden, hangs(at, at + 1)))
  } else if (held.has(at)) {
    const unwanted = { end: at, next: at + 1, cost: breakCosts.held, isHyphen: false }
    items.push(penalty(unwanted, hangs(at, at + 1)))
  }
  const isFixed = kind === 'code' && { isFixed: true as const }
  items.push({ type: 'glue', width, ...isFixed, at, end: at + 1, ...hangs(at, at + 1) })
  return at + 1
}

/** The width that every line of a paragraph has at least. */
export function roomOf({ setting, width, indent }: TextBlock): number {
  return setting === 'preserved' ? (1 - greatestContinuation) * width : width - indent
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** The indent of a line that continues the line of code at this place. `space`: the width of a space. */
function continuation({ text, width }: TextBlock, at: number, space: number): number {
  const start = lineStart(text, at)
  const own = /^[ \u00A0]*/.exec(text.slice(start))?.[0].length ?? 0
  return Math.min((own + continuationSpaces) * space, greatestContinuation * width)
}

function pushToken(items: Item[], context: Context & { start: number; end: number; block: TextBlock }): void {
  const { text, start, end, block, styleAt, widthOf, hangs, held } = context
  const { style, kind } = styleAt(start)
  const prefix = (to: number) => widthOf(style, clean(text.slice(start, to)))
  const total = prefix(end)
  const room = roomOf(block)
  const { capitalizesNouns = false } = block
  let breaks = breaksIn({ text, start, end, kind, capitalizesNouns }).filter(({ end: at }) => !held.has(at))
  if (total > room && widestPiece(breaks, total, prefix) > room) {
    breaks = withEmergency(breaks, text, start, end)
  }
  let before = 0
  let from = start
  const letters = (to: number) => to - from - joinedLetters(text.slice(from, to), style, widthOf)
  for (const candidate of breaks) {
    const width = prefix(candidate.end)
    items.push({ type: 'box', width: width - before, letters: letters(candidate.end) })
    from = candidate.next
    before = prefix(candidate.next)
    const last = text[candidate.end - 1] ?? ''
    const first = text[candidate.next] ?? ''
    const pair = (a: string, b: string) => widthOf(style, a + b) - widthOf(style, a) - widthOf(style, b)
    items.push({
      ...(block.setting === 'preserved' && { continued: continuation(block, start, widthOf(style, ' ')) }),
      ...penalty(candidate, hangs(candidate.end, candidate.next, candidate.isHyphen)),
      ...(candidate.isCapitalized && { isCapitalized: true as const }),
      width: candidate.isHyphen ? widthOf(style, '-') + pair(last, '-') : 0,
      widthAfter: candidate.next < end ? -pair(last, first) : 0,
      endsInHyphen: candidate.isHyphen || /[-‐]/.test(last),
    })
  }
  items.push({ type: 'box', width: total - before, letters: letters(end) })
}

/** Kerning makes two letters narrower by less, a ligature by more: as a share of their width. */
const leastLigatureGain = 0.03

const ligatures = ['fft', 'ffi', 'ffl', 'ff', 'fi', 'fl', 'ft']

/** The number of letters that ligatures save, if the widths show that the face has these ligatures. */
function joinedLetters(text: string, style: number, widthOf: WidthOf): number {
  if (!text.includes('f')) return 0
  // Every width is asked for, whatever the text: it is also asked which widths will be needed.
  const joined = ligatures.filter(row => {
    const apart = Array.from(row).reduce((width, letter) => width + widthOf(style, letter), 0)
    return apart - widthOf(style, row) > leastLigatureGain * apart
  })
  if (joined.length === 0) return 0
  const rows = text.match(new RegExp(joined.join('|'), 'g')) ?? []
  return rows.reduce((saved, row) => saved + row.length - 1, 0)
}

function penalty(one: Break, hangs: { readonly hangBefore: number; readonly hangAfter: number }) {
  const { end, next, cost, isHyphen } = one
  return {
    type: 'penalty',
    cost,
    width: 0,
    widthAfter: 0,
    isHyphen,
    endsInHyphen: isHyphen,
    at: end,
    end: next,
    ...hangs,
  } as const
}

function widestPiece(breaks: readonly Break[], total: number, prefix: (to: number) => number): number {
  const ends = [...breaks.map(({ end }) => prefix(end)), total]
  return Math.max(...ends.map((width, index) => width - (ends[index - 1] ?? 0)))
}

/** Adds a break between any two characters, for a word with a piece that is wider than its column. */
function withEmergency(breaks: readonly Break[], text: string, start: number, end: number): Break[] {
  const byEnd = new Map(breaks.map(candidate => [candidate.end, candidate]))
  for (let at = start + 1; at < end; at++) {
    const isInside =
      /[\p{M}\u00AD\u200D]|[\uDC00-\uDFFF]/u.test(text[at] ?? '') || text[at - 1] === softHyphen
    if (!byEnd.has(at) && !isInside)
      byEnd.set(at, { end: at, next: at, cost: breakCosts.anywhere, isHyphen: false })
  }
  return [...byEnd.values()].sort((first, second) => first.end - second.end)
}

/**
 * True if a space stands at this place. A space with a combining mark belongs to its word and does not count.
 */
function isSpace(text: string, at: number): boolean {
  return spaces.has(text[at] ?? '') && !/\p{M}/u.test(text[at + 1] ?? '')
}

function tokenEnd(
  text: string,
  start: number,
  runs: readonly Run[],
  atomAt = Number.POSITIVE_INFINITY,
): number {
  const run = runs.find(({ end }) => end > start)?.end ?? text.length
  const limit = Math.min(run, atomAt > start ? atomAt : Number.POSITIVE_INFINITY, text.length)
  let end = start + 1
  while (end < limit && !isSpace(text, end) && text[end] !== '\n' && text[end] !== '\u200B') end++
  return end
}

function hangOf(
  character: string | undefined,
  style: number,
  share: (character: string) => number,
  widthOf: WidthOf,
): number {
  if (character === undefined) return 0
  const part = share(character)
  return part === 0 ? 0 : part * widthOf(style, character)
}

function styleLookup(runs: readonly Run[]): (at: number) => Run {
  const fallback: Run = { end: 0, style: 0, kind: 'text' }
  let near = 0
  // Offsets are asked for nearly in order, so the search begins at the last run.
  return at => {
    if ((runs[near - 1]?.end ?? 0) > at) near = 0
    while (near < runs.length - 1 && (runs[near]?.end ?? 0) <= at) near++
    return runs[near] ?? fallback
  }
}

function clean(text: string): string {
  return text.includes(softHyphen) ? text.replaceAll(softHyphen, '') : text
}
