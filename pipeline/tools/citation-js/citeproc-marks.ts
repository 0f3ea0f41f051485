/**
 * Marks in citeproc's output: `<span data-cite="KEY">` around each work of a cluster,
 * `<span data-variable="title">` around the text of a variable in the list. citeproc's own hooks for this
 * (`sys.wrapCitationEntry`, `sys.variableWrapper`) add levels to its output queue, so that punctuation moves,
 * ranges no longer collapse and affixes are lost. Here the queue stays as it is. What a token appends is
 * remembered; when spaces and punctuation are at their places and only strings remain to be made, it becomes
 * a decoration inside quotes, fonts and affixes. The words are those of the unmarked engine;
 * `test/laws/csl-styles.test.ts` checks this.
 */

import { idFromCiteproc } from './citeproc-ids.ts'

type Decoration = [kind: string, value: string, parameter?: string]

/** A piece of the output queue: text, or further pieces. `num`: a number that may become part of a range. */
interface Blob {
  blobs: string | Blob[]
  num?: number
  strings: { prefix: string; suffix: string; delimiter?: string }
  decorations: Decoration[]
  alldecor: Decoration[][]
  /** The id of the work, in an entry. Set by citeproc. */
  system_id?: string
  /** The variable that the piece shows. Set in this file. */
  variable?: string
  /** The key of the work whose words are in this piece. Set in this file. */
  cite?: string
  /** True for the author's words before and after a work, `see` and `and passim`. Set in this file. */
  isAffix?: boolean
}

interface CiteAffixes {
  readonly prefix?: string
  readonly suffix?: string
}

/** An element of a style. */
export interface Token {
  readonly name: string
  /** 0: the token opens an element; 1: it closes one; 2: it does both. */
  readonly tokentype: number
  readonly variables_real?: readonly string[]
  readonly strings?: { prefix: string }
  readonly execs: ((
    state: MarkableEngine,
    item: { readonly id: string | number; readonly issued?: { readonly literal?: unknown } },
    cite?: CiteAffixes,
  ) => void)[]
}

interface Queue {
  readonly queue: Blob[]
  readonly current: { value(): Blob | Blob[] }
  string(state: MarkableEngine, blobs: Blob[], parent?: Blob | boolean): unknown
}

/** The parts of a citeproc engine that are changed here. */
export interface MarkableEngine {
  readonly output: Queue
  readonly tmp: {
    readonly area: string
    readonly just_looking?: boolean
    readonly suppress_decorations?: boolean
  }
  readonly fun: { readonly decorate: Record<string, unknown> }
  readonly macros: Readonly<Record<string, readonly Token[]>>
  readonly citation: { readonly tokens: readonly Token[] }
  readonly bibliography: { readonly tokens: readonly Token[] }
  readonly nameOutput?: {
    readonly labelVariable?: string
    readonly Item?: { readonly id: string | number }
  }
}

/**
 * An entry of the list, reported as soon as it is made. The engine later drops empty entries, but counts
 * them.
 */
interface MadeEntry {
  readonly id: string
  readonly html: string
}

const closes = 1
const both = 2
/** Variables without a mark: numbers and letters of the list itself, and those of the place in the text. */
const unmarked: ReadonlySet<string> = new Set([
  'citation-label',
  'citation-number',
  'first-reference-note-number',
  'locator',
  'year-suffix',
])
/**
 * Makes an engine mark its output. `onEntry` receives each entry of the list in order, also the empty ones.
 * If the engine is marked already, the new listener replaces the old one.
 */
export function markOutput(engine: MarkableEngine, onEntry: (entry: MadeEntry) => void): void {
  const isMarked = listeners.has(engine)
  listeners.set(engine, onEntry)
  if (isMarked) return
  for (const token of tokensOf(engine)) noteOrigin(token)
  noteCite(engine.citation.tokens)
  let part = 0
  const { output } = engine
  const makeString = output.string
  output.string = function (this: Queue, state, blobs, parent) {
    if (parent !== undefined || state.tmp.just_looking) return makeString.call(this, state, blobs, parent)
    // citeproc replaces this table whenever the format is set.
    Object.assign(state.fun.decorate, { '@mark': decorations })
    const { area } = state.tmp
    if (area === 'bibliography') blobs.forEach(markVariables)
    if (area === 'citation') for (const blob of blobs) markCite(blob, part++)
    const id = blobs[0]?.system_id
    const made = makeString.call(this, state, blobs, parent)
    if (area === 'bibliography' && id !== undefined) {
      const html = Array.isArray(made) ? made[0] : made
      listeners.get(engine)?.({ id: idFromCiteproc(String(id)), html: typeof html === 'string' ? html : '' })
    }
    return made
  }
}

/** The tokens of all elements of the style. */
export function tokensOf({ citation, bibliography, macros }: MarkableEngine): ReadonlySet<Token> {
  return new Set([citation.tokens, bibliography.tokens, ...Object.values(macros)].flat())
}

const decorations = {
  cite: (_: unknown, text: string, attributes: string) => `<span ${attributes}>${text}</span>`,
  variable: (_: unknown, text: string, name: string) => `<span data-variable="${name}">${text}</span>`,
}

const listeners = new WeakMap<MarkableEngine, (entry: MadeEntry) => void>()

/** Wraps the function of a token: the pieces that it appends to the queue come from its variable. */
function noteOrigin(token: Token): void {
  const { name, tokentype } = token
  const variable = token.variables_real?.[0]
  const isOfNames = name === 'names' && tokentype === closes
  const isOfDate = name === 'date' && tokentype !== closes
  const isOfText = (name === 'text' || name === 'number') && tokentype === both
  if (!isOfNames && !((isOfDate || isOfText) && variable !== undefined)) return
  let level: Blob | Blob[] | undefined
  let length = 0
  token.execs.unshift(({ output }) => {
    level = output.current.value()
    length = piecesOf(level).length
  })
  token.execs.push(({ output, nameOutput }) => {
    const shown = isOfNames ? nameOutput?.labelVariable : variable
    const now = output.current.value()
    // A date opens a level, and tokens of its parts fill it.
    const made = now === level ? piecesOf(now).slice(length) : [now]
    for (const blob of made) if (shown !== undefined && 'blobs' in blob) blob.variable ??= shown
  })
}

/** Remembers the level that the layout opens for a work, and the author's words before and after it. */
function noteCite(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.name !== 'layout') continue
    if (token.tokentype !== closes) {
      token.execs.push(({ output }, item) => {
        const level = output.current.value()
        if ('blobs' in level) level.cite = idFromCiteproc(String(item.id))
      })
    }
    const affix = tokens[token.tokentype === closes ? index - 1 : index + 1]
    const isAffix = affix?.name === 'text' && affix.variables_real === undefined && affix.execs.length === 1
    if (!isAffix) continue
    affix.execs.push(({ output }, _, cite) => {
      const written = token.tokentype === closes ? cite?.suffix : cite?.prefix
      const last = piecesOf(output.current.value()).at(-1)
      if (written !== undefined && written !== '' && last) last.isAffix = true
    })
  }
}

function markVariables(blob: Blob): void {
  for (const piece of piecesOf(blob)) markVariables(piece)
  const { variable } = blob
  if (variable !== undefined && !unmarked.has(variable)) markPieces(blob, ['@mark', 'variable', variable])
}

/** Marks the pieces of a work in a cluster. `part`: the same number for all of them. */
function markCite(blob: Blob, part: number): void {
  const { cite: key, blobs } = blob
  if (key === undefined) for (const piece of piecesOf(blob)) markCite(piece, part)
  else if (Array.isArray(blobs)) {
    const mark: Decoration = ['@mark', 'cite', `data-cite="${attribute(key)}" data-part="${part}"`]
    blob.blobs = markedWork(blob, blobs, mark)
  }
}

/**
 * The pieces of a work without its affixes: marked as one level, or piece by piece if a number is among them.
 */
function markedWork(parent: Blob, pieces: readonly Blob[], mark: Decoration): Blob[] {
  const first = pieces.findIndex(piece => !piece.isAffix)
  const last = pieces.findLastIndex(piece => !piece.isAffix)
  const own = pieces.slice(first, last + 1)
  if (first < 0) return [...pieces]
  if (own.some(hasNumber)) {
    for (const piece of own) markPieces(piece, mark)
    return [...pieces]
  }
  const { delimiter } = parent.strings
  const strings = { prefix: '', suffix: '', ...(delimiter !== undefined && { delimiter }) }
  const level: Blob = { blobs: own, strings, decorations: [mark], alldecor: parent.alldecor }
  return [...pieces.slice(0, first), level, ...pieces.slice(last + 1)]
}

/** Marks a piece, or the pieces inside it: a decorated level would turn numbers in it into text. */
function markPieces(blob: Blob, mark: Decoration): void {
  if (blob.num !== undefined || !hasNumber(blob)) blob.decorations = [mark, ...blob.decorations]
  else for (const piece of piecesOf(blob)) markPieces(piece, mark)
}

function hasNumber(blob: Blob): boolean {
  return blob.num !== undefined || piecesOf(blob).some(hasNumber)
}

function piecesOf(level: Blob | Blob[]): readonly Blob[] {
  const pieces = 'blobs' in level ? level.blobs : level
  return Array.isArray(pieces) ? pieces : []
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
