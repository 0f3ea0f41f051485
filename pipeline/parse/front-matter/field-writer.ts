/**
 * Writes the values of one file into a draft. If several keys mean the same field, the first one is used, or
 * their values add up. Values about people are only collected, for `people.ts`.
 */
import { type Draft, type DraftMap, list, map, withValue } from './draft.ts'
import type { Reading } from './reading.ts'
import { fileLists, isPlaceholder, type PlainShape, shapeReaders } from './shapes.ts'
import { textsOf } from './texts.ts'
import type { KeyMeaning, Shape } from './top-keys.ts'
import { entryOf, itemsOf, type MapEntry, type Origin, type ValueNode } from './value-node.ts'

export interface Fields {
  readonly draft: DraftMap
  readonly authors: readonly ValueNode[]
  readonly affiliations: readonly ValueNode[]
  readonly corresponding: readonly ValueNode[]
  readonly equal: readonly ValueNode[]
  /** Notes about all authors. */
  readonly authorNotes: readonly ValueNode[]
  readonly marks: ReadonlyMap<string, { readonly text: string; readonly origin: Origin }>
}

/**
 * An entry of the front matter, with what its key means. If several entries mean the same field, the one
 * whose key takes precedence is used.
 */
export interface Candidate {
  readonly meaning: KeyMeaning
  readonly entry: MapEntry
  /** The key in kebab case. */
  readonly key: string
}

/** Shapes of which several keys add up. For other shapes the first key in `top-keys.ts` is used. */
const adding: ReadonlySet<Shape> = new Set([
  'paragraphs',
  'abstract',
  'abstract-section',
  'corresponding',
  'equal',
  'author-note',
  'note-list',
  'mark-note',
  'funding',
])
const noteMarks = ['†', '‡', '§', '‖', '¶', '#', '**', '††']

export class FieldWriter implements Fields {
  draft: DraftMap
  readonly authors: ValueNode[] = []
  readonly affiliations: ValueNode[] = []
  readonly corresponding: ValueNode[] = []
  readonly equal: ValueNode[] = []
  readonly authorNotes: ValueNode[] = []
  readonly marks = new Map<string, { text: string; origin: Origin }>()
  readonly #reading: Reading
  readonly #winners = new Map<string, string>()

  constructor(origin: Origin, reading: Reading) {
    this.draft = map({}, origin)
    this.#reading = reading
  }

  put(candidate: Candidate): void {
    const { meaning, entry } = candidate
    const { shape } = meaning
    const path = meaning.path.join('.')
    const winner = this.#winners.get(path)
    if (winner !== undefined && !adding.has(shape)) {
      this.#reading.ignore(entry.keyOrigin, `\`${winner}\` is used instead`)
      return
    }
    if (this.#write(candidate)) this.#winners.set(path, entry.keyOrigin.key)
  }

  /** Adds the entries of `draft` to the map at `key`; entries that exist already stay. */
  merge(key: string, draft: Draft): void {
    const old = this.draft.entries.get(key)
    this.#set(
      [key],
      old?.type === 'map' && draft.type === 'map'
        ? { ...draft, entries: new Map([...draft.entries, ...old.entries]) }
        : draft,
    )
  }

  #write({ meaning, entry, key }: Candidate): boolean {
    const { shape, path } = meaning
    const { node, keyOrigin } = entry
    switch (shape) {
      case 'people':
        this.authors.push(node)
        return true
      case 'affiliations':
        this.affiliations.push(node)
        return true
      case 'corresponding':
        this.corresponding.push(node)
        return true
      case 'equal':
        this.equal.push(node)
        return true
      case 'author-note':
        this.authorNotes.push(node)
        return true
      case 'note-list':
        for (const item of itemsOf(node)) this.#putNote(item)
        return true
      case 'mark-note': {
        const order = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']
        const mark = noteMarks[order.indexOf(path[1] ?? '')] ?? ''
        this.marks.set(mark, { text: textsOf(node).join(' '), origin: node.origin })
        return true
      }
      default:
        return this.#writePlain({ shape, path, node, key, keyOrigin })
    }
  }

  #writePlain(input: {
    readonly shape: PlainShape
    readonly path: readonly string[]
    readonly node: ValueNode
    readonly key: string
    readonly keyOrigin: Origin
  }): boolean {
    const { shape, path, node, key } = input
    const text = node.type === 'scalar' ? node.text.trim() : ''
    // Another tool would run this R code; its result is not known here.
    if (/^`r .*`$/s.test(text) && isPlaceholder(text) && shape !== 'date' && shape !== 'year') {
      this.#reading.placeholder(node.origin, text, 'text')
      return false
    }
    const draft = shapeReaders[shape]({ node, key, reading: this.#reading })
    if (!draft) return false
    const lists = shape === 'files' ? fileLists(node) : undefined
    if (lists) this.#set([`${path.join('.')}-lists`], lists)
    if (shape === 'funding' && draft.type === 'map') {
      const statements = draft.entries.get('statements')
      const awards = draft.entries.get('awards')
      if (statements) this.#add(['declarations', 'funding'], statements)
      if (awards) this.#add(['funding'], awards)
    } else if (shape === 'abstract-section') this.#add(['abstract'], draft)
    else if (adding.has(shape)) this.#add(path, draft)
    else this.draft = withValue(this.draft, path, draft)
    return true
  }

  /** Appends the items of `draft` to the list at `path`, if there is one; else sets `draft` there. */
  #add(path: readonly string[], draft: Draft): void {
    const old = path.reduce<Draft | undefined>(
      (inner, step) => (inner?.type === 'map' ? inner.entries.get(step) : undefined),
      this.draft,
    )
    const isBoth = old?.type === 'list' && draft.type === 'list'
    this.#set(path, isBoth ? list([...old.items, ...draft.items], old.origin) : draft)
  }

  #set(path: readonly string[], draft: Draft): void {
    const [first = '', second] = path
    if (second === undefined) {
      this.draft = { ...this.draft, entries: new Map(this.draft.entries).set(first, draft) }
      return
    }
    const oldMap = this.draft.entries.get(first)
    const entries = new Map(oldMap?.type === 'map' ? oldMap.entries : []).set(second, draft)
    const outer: DraftMap = { type: 'map', entries, origin: oldMap?.origin ?? draft.origin }
    this.draft = { ...this.draft, entries: new Map(this.draft.entries).set(first, outer) }
  }

  #putNote(item: ValueNode): void {
    const id = entryOf(item, 'code', 'id', 'mark', 'num', 'number', 'index')
    const text = entryOf(item, 'text', 'note', 'name', 'content')
    if (id && text) {
      this.marks.set(textsOf(id).join(''), { text: textsOf(text).join(' '), origin: text.origin })
    } else this.#reading.invalid(item.origin, textsOf(item).join(' '), 'a note with its `code` and `text`')
  }
}
