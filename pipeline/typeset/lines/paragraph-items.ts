/**
 * A paragraph of the galley → boxes, glue and penalties. Where a word may be divided is marked by soft
 * hyphens in its text; addresses may break after / and - and before a full stop, names in code after their
 * punctuation and before a capital, without a hyphen.
 */
import type { Run, TextBlock } from '../galley.ts'
import type { Item } from '../items.ts'
import { leftProtrusion, rightProtrusion } from './protrusion.ts'
import { scriptBreaks } from './script-breaks.ts'

/** The width of a string in a face, in CSS px. */
export type WidthOf = (style: number, text: string) => number

export interface ParagraphItems {
  readonly items: readonly Item[]
  /** How far the first line may hang to the left. */
  readonly startHang: number
}

/** Costs in TeX's measure; a hyphen's own is the journal's. */
const COST = {
  hyphen: 0,
  explicitHyphen: 30,
  dash: 20,
  address: 60,
  addressDot: 400,
  code: 300,
  anywhere: 3000,
}

/** A shorter address goes to the next line whole, but for the DOIs of references. */
const LONG_ADDRESS = 24
/** Of a name in code, characters that stay together at its ends. */
const CODE_END = 4

const soft = '\u00AD'
const atom = '\uFFFC'
const spaces = new Set([' ', '\u00A0'])
const doiLike = /^\(?(doi:)?10\.\d{4,}\//i
const addressLike = /^\(?(https?:\/\/|www\.|doi:|10\.\d{4,}\/)/i

interface Break {
  /** Where the line ends, and where the next begins. */
  readonly end: number
  readonly next: number
  readonly cost: number
  readonly isHyphen: boolean
}

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
      at += 1
    } else if (isSpace(text, at)) {
      at = pushSpace(items, { text, at, isPreserved: block.setting === 'preserved', styleAt, widthOf, hangs })
    } else if (character === '\n' || character === '\u200B') {
      const cost = character === '\n' ? Number.NEGATIVE_INFINITY : 0
      items.push(penalty({ end: at, next: at + 1, cost, isHyphen: false }, hangs(at, at + 1)))
      at += 1
    } else {
      const end = tokenEnd(text, at, block.runs, atoms[0]?.at)
      for (const cut of scriptBreaks(text, at, end)) {
        // The raised number of a note or a citation stays with its word.
        if (/\d/.test(text[cut] ?? '') && marked.has(cut)) continue
        pushToken(items, { text, start: at, end: cut, block, styleAt, widthOf, hangs })
        items.push(penalty({ end: cut, next: cut, cost: 0, isHyphen: false }, hangs(cut, cut)))
        at = cut
      }
      if (at < end) pushToken(items, { text, start: at, end, block, styleAt, widthOf, hangs })
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
}

function pushSpace(items: Item[], context: Context & { at: number; isPreserved: boolean }): number {
  const { text, at, isPreserved, styleAt, widthOf, hangs } = context
  const width = widthOf(styleAt(at).style, ' ')
  if (isPreserved) {
    items.push({ type: 'box', width, letters: 1 })
    items.push(penalty({ end: at + 1, next: at + 1, cost: 0, isHyphen: false }, hangs(at, at + 1)))
    return at + 1
  }
  if (text[at] === '\u00A0') {
    const { hangBefore, hangAfter } = hangs(at, at + 1)
    const forbidden = { end: at, next: at, cost: Number.POSITIVE_INFINITY, isHyphen: false }
    items.push(penalty(forbidden, { hangBefore, hangAfter }))
  }
  items.push({ type: 'glue', width, at, end: at + 1, ...hangs(at, at + 1) })
  return at + 1
}

function pushToken(items: Item[], context: Context & { start: number; end: number; block: TextBlock }): void {
  const { text, start, end, block, styleAt, widthOf, hangs } = context
  const { style, kind } = styleAt(start)
  const prefix = (to: number) => widthOf(style, clean(text.slice(start, to)))
  const total = prefix(end)
  const room = block.width - block.indent
  let breaks = breaksIn(text, start, end, kind)
  if (total > room && widestPiece(breaks, total, prefix) > room) {
    breaks = withEmergency(breaks, text, start, end)
  }
  let before = 0
  let from = start
  for (const one of breaks) {
    const width = prefix(one.end)
    items.push({ type: 'box', width: width - before, letters: one.end - from })
    from = one.next
    before = prefix(one.next)
    const last = text[one.end - 1] ?? ''
    const first = text[one.next] ?? ''
    const pair = (a: string, b: string) => widthOf(style, a + b) - widthOf(style, a) - widthOf(style, b)
    items.push({
      ...penalty(one, hangs(one.end, one.next, one.isHyphen)),
      width: one.isHyphen ? widthOf(style, '-') + pair(last, '-') : 0,
      widthAfter: one.next < end ? -pair(last, first) : 0,
      endsInHyphen: one.isHyphen || /[-‐]/.test(last),
    })
  }
  items.push({ type: 'box', width: total - before, letters: end - from })
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
  const ends = [...breaks.map(one => prefix(one.end)), total]
  return Math.max(...ends.map((width, index) => width - (ends[index - 1] ?? 0)))
}

function breaksIn(text: string, start: number, end: number, kind: Run['kind']): Break[] {
  const word = text.slice(start, end)
  if (kind === 'address' && word.length < LONG_ADDRESS && !doiLike.test(word)) return []
  const isAddress = kind === 'address' || addressLike.test(word)
  if (kind === 'code' && !isAddress) return breaksInCode(text, start, end)
  const breaks: Break[] = []
  for (let at = start; at < end; at += 1) {
    const character = text[at] ?? ''
    const previous = text[at - 1] ?? ''
    const next = text[at + 1] ?? ''
    if (character === soft) {
      if (!isAddress) breaks.push({ end: at, next: at + 1, cost: COST.hyphen, isHyphen: true })
      continue
    }
    const cost = isAddress ? addressCost(character, next) : dashCost(character, previous, next)
    if (cost !== undefined && at > start && at + 1 < end) {
      breaks.push({ end: at + 1, next: at + 1, cost, isHyphen: false })
    }
  }
  return breaks
}

/** `UnfoldSim.|simulate_|data(`: readers know the parts of a name; a hyphen would be one of its characters. */
function breaksInCode(text: string, start: number, end: number): Break[] {
  const breaks: Break[] = []
  for (let at = start + CODE_END; at <= end - CODE_END; at += 1) {
    const [previous = '', next = ''] = [text[at - 1], text[at]]
    const isJoint = /[._:/\\,;=|&(-]/.test(previous) && /[\p{L}\p{N}]/u.test(next)
    const isHump = /\p{Ll}/u.test(previous) && /\p{Lu}/u.test(next)
    if (isJoint || isHump) breaks.push({ end: at, next: at, cost: COST.code, isHyphen: false })
  }
  return breaks
}

/** After the character at which an address may be broken (Chicago Manual of Style 17, 14.18). */
function addressCost(character: string, next: string): number | undefined {
  if (next === '.' || next === '%') return COST.addressDot
  if (next === '/' || next === character) return undefined
  return /[/\-_=&?#:]/.test(character) ? COST.address : undefined
}

function dashCost(character: string, previous: string, next: string): number | undefined {
  const isLetter = (one: string) => /\p{L}/u.test(one)
  if (character === '—') return COST.dash
  if (character === '–') return isLetter(previous) && isLetter(next) ? COST.dash : undefined
  if (character === '/') return isLetter(previous) && isLetter(next) ? COST.address : undefined
  if (character === '-' || character === '‐') {
    return /[\p{L}\p{N})\]]/u.test(previous) && isLetter(next) ? COST.explicitHyphen : undefined
  }
  return undefined
}

/** What is wider than its column, between its breaks, may be broken anywhere, rather than stand in the margin. */
function withEmergency(breaks: readonly Break[], text: string, start: number, end: number): Break[] {
  const known = new Map(breaks.map(one => [one.end, one]))
  for (let at = start + 1; at < end; at += 1) {
    const isInside = /[\p{M}\u00AD\u200D]|[\uDC00-\uDFFF]/u.test(text[at] ?? '') || text[at - 1] === soft
    if (!known.has(at) && !isInside)
      known.set(at, { end: at, next: at, cost: COST.anywhere, isHyphen: false })
  }
  return [...known.values()].sort((one, other) => one.end - other.end)
}

/** A space that bears a combining mark is a letter of its word. */
function isSpace(text: string, at: number): boolean {
  return spaces.has(text[at] ?? '') && !/\p{M}/u.test(text[at + 1] ?? '')
}

function tokenEnd(
  text: string,
  start: number,
  runs: readonly Run[],
  atomAt = Number.POSITIVE_INFINITY,
): number {
  const run = runs.find(one => one.end > start)?.end ?? text.length
  const limit = Math.min(run, atomAt > start ? atomAt : Number.POSITIVE_INFINITY, text.length)
  let end = start + 1
  while (end < limit && !isSpace(text, end) && text[end] !== '\n' && text[end] !== '\u200B') end += 1
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
  // Offsets are asked for in order, or nearly so.
  return at => {
    if ((runs[near - 1]?.end ?? 0) > at) near = 0
    while (near < runs.length - 1 && (runs[near]?.end ?? 0) <= at) near += 1
    return runs[near] ?? fallback
  }
}

function clean(text: string): string {
  return text.includes(soft) ? text.replaceAll(soft, '') : text
}
