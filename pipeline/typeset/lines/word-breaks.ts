/**
 * Where a line may end inside a word, and what this costs. Words are divided at soft hyphens and after their
 * own hyphens and dashes. Addresses and names of code are divided between their parts, without a hyphen,
 * which could be taken for a part of them.
 */
import type { Run } from '../galley.ts'

export interface Break {
  /** Offset at which the line ends. */
  readonly end: number
  /** Offset at which the next line begins. */
  readonly next: number
  readonly cost: number
  readonly isHyphen: boolean
  /** True for a hyphen in a name or in another word with a capital. */
  readonly isCapitalized?: true
}

/**
 * Penalties in TeX's scale: a break adds the square of its penalty to the demerits of its line. Breaks that
 * cost more than `attempts` in `break-lines.ts` allow are only for paragraphs that have no better lines.
 */
export const breakCosts = {
  /** The journal adds its own `hyphen-penalty`. */
  hyphen: 0,
  /** A break after a hyphen of the word itself. Plain TeX's \exhyphenpenalty is 50. */
  explicitHyphen: 30,
  /** A break after an em dash, where readers pause anyway. */
  dash: 20,
  /** A break in an address: better than a loose line. */
  address: 60,
  /** A break in a name of code, or after a comma without a space: better than a very loose line. */
  code: 300,
  /** A break between any two characters of a word that is wider than its column. */
  anywhere: 3000,
  /** A break in a short address: better than spaces of double width. */
  rescue: 4000,
  /** A break before a full stop or bracket of an address: better than spaces of treble width. */
  lastRescue: 5000,
  /** A break inside a long row of digits or letters in an address. */
  rowRescue: 6000,
  /** A break inside a long part of a name of code: better than a line that ends early. */
  nameRescue: 8000,
  /** A break that a copy editor forbids, such as "Table / 2": better than a line that does not fit. */
  held: 10_000,
  /** A break inside the name of a host, `github.com`: better than a line that is nearly empty. */
  host: 100_000,
} as const

/** The least length of an address that is divided in ordinary lines. DOIs of any length are divided. */
const longAddress = 24
/** The least number of characters of a name that stay together at both ends: at a joint, and at a capital. */
const nameEnds = { joint: 2, capital: 3 } as const
/** Letters and digits in an address or name that may be divided, with three of them on both sides. */
const longRow = /[\p{L}\p{N}]{8,}/u
const rowEnd = 3

export const softHyphen = '\u00AD'

const doiLike = /^\(?(doi:)?10\.\d{4,}\//i
const addressLike = /^\(?(https?:\/\/|www\.|doi:|10\.\d{4,}\/)/i
/** The address of a mailbox. */
const mailLike = /^[^@\s]*[\p{L}\p{N}]@[\p{L}\p{N}][^@\s]*\.[^@\s]+$/u
/** An address without `https://`: a host and a path. */
const hostLike = /^\(?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+\//u
/** The beginning of an address up to the end of its host. */
const hostOnly = /^\(?(https?:\/\/)?[^/]*\p{L}[^/]*$/u
/** A name or path that is not marked as code: `MixedModels.jl`, `max_value`, `../src`. */
const nameLike = /[\p{L}\p{N}]_\p{L}|\p{L}[\p{L}\p{N}]\.\p{L}{2}|\\\p{L}{2}|^\.{1,2}\/\p{L}/u
const letter = /\p{L}/u
const letterOrDigit = /[\p{L}\p{N}]/u
const closing = /[”’"'»›.,;:!?)\]}]/

type WordKind = 'word' | 'address' | 'name'

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly kind: Run['kind']
  /** In German, a capital does not make a name. */
  readonly capitalizesNouns?: boolean
}

/** The breaks inside the word from `start` to `end`, in order. */
export function breaksIn(word: Word): Break[] {
  const characters = word.text.slice(word.start, word.end)
  const kind = kindOf(characters, word.kind)
  if (kind === 'word') return breaksInWord(word)
  if (kind === 'name') return breaksInName(word)
  const isShort = word.kind === 'address' && characters.length < longAddress && !doiLike.test(characters)
  return breaksInAddress(word, isShort)
}

/** Whether hyphens may be added to a word, by its characters: not to addresses and names of code. */
export function isDividedByHyphens(characters: string): boolean {
  return kindOf(characters, 'text') === 'word' && !hostLike.test(characters)
}

function kindOf(characters: string, kind: Run['kind']): WordKind {
  if (addressLike.test(characters) || (kind !== 'code' && mailLike.test(characters))) return 'address'
  if (kind === 'address' && hostLike.test(characters)) return 'address'
  return kind === 'code' || nameLike.test(characters.replaceAll(softHyphen, '')) ? 'name' : 'word'
}

function breaksInWord({ text, start, end, capitalizesNouns = false }: Word): Break[] {
  const breaks: Break[] = []
  const isCapitalized = !capitalizesNouns && isName(text, start, end)
  for (let at = start; at < end; at++) {
    const character = text[at] ?? ''
    if (character === softHyphen) {
      const hyphen = { end: at, next: at + 1, cost: breakCosts.hyphen, isHyphen: true }
      breaks.push(isCapitalized ? { ...hyphen, isCapitalized } : hyphen)
      continue
    }
    const cost = costAfter(character, text[at - 1] ?? '', text[at + 1] ?? '', text.slice(start, at))
    if (cost !== undefined && at > start && at + 1 < end) {
      breaks.push({ end: at + 1, next: at + 1, cost, isHyphen: false })
    }
  }
  return breaks
}

/** True for a word with a capital that does not begin a sentence. */
function isName(text: string, start: number, end: number): boolean {
  const first = /\p{L}/u.exec(text.slice(start, end))
  if (!first || !/\p{Lu}/u.test(first[0])) return false
  const before = text.slice(0, start + first.index).slice(-8)
  return !/(^|[.?!:][”’"')\]]*\s)[\p{Ps}\p{Pi}"']*$/u.test(before)
}

function costAfter(character: string, previous: string, next: string, before: string): number | undefined {
  if (character === '—') return closing.test(next) ? undefined : breakCosts.dash
  if (character === '-' || character === '‐') {
    // A single letter stays with its word: e-mail, t-test.
    const isAlone = /(^|[^\p{L}\p{N}\u00AD])\p{L}$/u.test(before)
    return /[\p{L}\p{N})\]]/u.test(previous) && letter.test(next) && !isAlone
      ? breakCosts.explicitHyphen
      : undefined
  }
  if (!letter.test(next)) return undefined
  if (character === ',' || character === ';')
    return letterOrDigit.test(previous) ? breakCosts.code : undefined
  if (!letter.test(previous)) return undefined
  if (character === '–') return breakCosts.dash
  return character === '/' || character === '+' ? breakCosts.address : undefined
}

/** The breaks in a name of code, between its parts: `UnfoldSim.|simulate_|data(`, `|\toprule`. */
function breaksInName({ text, start, end }: Word): Break[] {
  const breaks: Break[] = []
  let part = start
  for (let at = start + nameEnds.joint; at <= end - nameEnds.joint; at++) {
    const [previous = '', next = ''] = [text[at - 1], text[at]]
    const isJoint = /[._:/,;=|&({[<>+*@…-]/.test(previous) && letterOrDigit.test(next)
    const isCommand = next === '\\' && previous !== '\\'
    const isInside = at >= start + nameEnds.capital && at <= end - nameEnds.capital
    const isHump = isInside && /\p{Ll}/u.test(previous) && /\p{Lu}/u.test(next)
    if (!isJoint && !isCommand && !isHump) continue
    breaks.push(...breaksInPart(text, part, at, breakCosts.nameRescue))
    breaks.push({ end: at, next: at, cost: breakCosts.code, isHyphen: false })
    part = at
  }
  return [...breaks, ...breaksInPart(text, part, end, breakCosts.nameRescue)]
}

/** The breaks in an address that the Chicago Manual of Style allows (17th edition, 14.18), and rescues. */
function breaksInAddress({ text, start, end }: Word, isShort: boolean): Break[] {
  const breaks: Break[] = []
  const last = lastBreak(text, start, end)
  let part = start
  for (let at = start + 1; at <= last; at++) {
    const cost = addressCost(text, start, at)
    if (cost === undefined) continue
    breaks.push(...breaksInPart(text, part, at))
    breaks.push({
      end: at,
      next: at,
      cost: isShort ? Math.max(cost, breakCosts.rescue) : cost,
      isHyphen: false,
    })
    part = at
  }
  return [...breaks, ...breaksInPart(text, part, end)]
}

/** The last offset at which an address may be divided: two letters or digits stay behind it. */
function lastBreak(text: string, start: number, end: number): number {
  let letters = 0
  for (let at = end - 1; at > start; at--) {
    if (letterOrDigit.test(text[at] ?? '') && ++letters === 2) return at
  }
  return start
}

/**
 * Cost of a break at an offset of an address: after a double slash, before a single one, around = and &, and
 * before other marks, and after @. The beginning of a DOI, `10.1000`, stays together.
 */
function addressCost(text: string, start: number, at: number): number | undefined {
  const [previous = '', next = ''] = [text[at - 1], text[at]]
  if (next === '/' || next === previous)
    return next === '/' && letterOrDigit.test(previous) ? breakCosts.address : undefined
  if (previous === '/') return text[at - 2] === '/' ? breakCosts.address : undefined
  if (previous === '@') return breakCosts.rescue
  if (previous === '=' || previous === '&') return breakCosts.address
  if (/[-?#~_,=&]/.test(next)) return letterOrDigit.test(previous) ? breakCosts.address : undefined
  if (!/[.%([<{;]/.test(next)) return undefined
  const before = text.slice(start, at)
  if (!letterOrDigit.test(previous) || (next === '.' && /(^|\P{N})10$/u.test(before))) return undefined
  return next === '.' && hostOnly.test(before) ? breakCosts.host : breakCosts.lastRescue
}

/** Breaks inside a part of an address or name that has a long row of letters and digits. */
function breaksInPart(
  text: string,
  start: number,
  end: number,
  cost: number = breakCosts.rowRescue,
): Break[] {
  const [row] = longRow.exec(text.slice(start, end)) ?? []
  if (row === undefined) return []
  const from = text.indexOf(row, start)
  const count = row.length - 2 * rowEnd + 1
  return Array.from({ length: count }, (_, index) => {
    const at = from + rowEnd + index
    return { end: at, next: at, cost, isHyphen: false }
  })
}
