/**
 * The affiliations that authors write (`"1, 2"`, `[u1]`, `{ref: u1}`, a name, a map) → ids in one list of
 * affiliations. An affiliation written inside an author joins the list. An unknown id is reported and kept
 * as a name.
 */
import { type ListedAffiliation, literalAffiliation, readAffiliation, withId } from './affiliations.ts'
import type { AuthorDraft } from './authors.ts'
import { type Draft, type DraftMap, leaf } from './draft.ts'
import { normalMark } from './normal-mark.ts'
import type { Reading } from './reading.ts'
import { textsOf } from './texts.ts'
import { entryOf, isEmpty, type MapEntry, type Origin, type ValueNode } from './value-node.ts'

interface AuthorLinks {
  readonly ids: readonly Draft[]
  /** Marks of notes that the author lists among the affiliations: `*`, `†`. */
  readonly marks: readonly { readonly mark: string; readonly origin: Origin }[]
  readonly address?: Draft
}

interface AffiliationLinks {
  readonly byAuthor: readonly AuthorLinks[]
  readonly affiliations: readonly DraftMap[]
  /** Marks after names that refer to affiliations. */
  readonly known: ReadonlySet<string>
}

/** One piece of the text that an author gives as affiliation. */
interface Token {
  readonly text: string
  readonly origin: Origin
  /** True if the text can only be an id: `{ref: …}`. */
  readonly isReference: boolean
}

/**
 * Replaces the affiliations of each author by ids. `noteMarks`: marks that refer to notes, not to
 * affiliations.
 */
export function linkAffiliations(
  authors: readonly AuthorDraft[],
  listed: readonly ListedAffiliation[],
  noteMarks: ReadonlySet<string>,
  reading: Reading,
): AffiliationLinks {
  const linker = new Linker(listed, noteMarks, reading)
  // An author may use an id that a later author defines.
  for (const author of authors) linker.readInside(author)
  const byAuthor = authors.map(author => linker.link(author))
  return { byAuthor: linker.shareOnly(byAuthor), affiliations: linker.finish(authors), known: linker.known }
}

class Linker {
  readonly known = new Set<string>()
  readonly #listed: readonly ListedAffiliation[]
  readonly #noteMarks: ReadonlySet<string>
  readonly #reading: Reading
  readonly #byKey = new Map<string, ListedAffiliation>()
  readonly #idOf = new Map<ListedAffiliation, string>()
  readonly #added: ListedAffiliation[] = []
  /** The affiliations that are written out inside authors. */
  readonly #inside = new Map<ValueNode, readonly ListedAffiliation[]>()
  readonly #used = new Set<string>()

  constructor(listed: readonly ListedAffiliation[], noteMarks: ReadonlySet<string>, reading: Reading) {
    this.#listed = listed
    this.#noteMarks = noteMarks
    this.#reading = reading
    for (const [index, affiliation] of listed.entries()) {
      const id = affiliation.id ?? String(index + 1)
      this.#idOf.set(affiliation, id)
      // An item without an id gets its number as id; a written id takes precedence over such a number.
      if (affiliation.id !== undefined) this.#byKey.set(affiliation.id, affiliation)
    }
    for (const [affiliation, id] of this.#idOf) if (!this.#byKey.has(id)) this.#byKey.set(id, affiliation)
    // In pandoc-scholar a number can also mean an item that has an id. If ids are numbers, a number means
    // only an id.
    const isNumbered = listed.some(({ id }) => /^\d+$/.test(id ?? ''))
    for (const [index, affiliation] of isNumbered ? [] : listed.entries()) {
      if (!this.#byKey.has(String(index + 1))) this.#byKey.set(String(index + 1), affiliation)
    }
    for (const affiliation of listed) {
      const { text, draft } = affiliation
      for (const name of [text, textAt(draft, 'name'), textAt(draft, 'institution')]) {
        if (name !== undefined && !this.#byKey.has(name)) this.#byKey.set(name, affiliation)
      }
    }
  }

  /** Adds the affiliations that are written out inside an author to the list. */
  readInside(author: AuthorDraft): void {
    for (const node of author.affiliations) {
      if (node.type !== 'map' || entryOf(node, 'ref')) continue
      const affiliations = readAffiliation(node, this.#reading).map(item => this.#add(item))
      this.#inside.set(node, affiliations)
    }
  }

  link(author: AuthorDraft): AuthorLinks {
    const ids: Draft[] = []
    const marks: { mark: string; origin: Origin }[] = []
    const literals: Token[] = []
    const addId = (affiliation: ListedAffiliation, origin: Origin) => {
      const id = this.#idOf.get(affiliation) ?? ''
      this.#used.add(id)
      if (!ids.some(known => known.type === 'leaf' && known.value === id)) ids.push(leaf(id, origin))
    }
    for (const node of author.affiliations) {
      const reference = entryOf(node, 'ref')
      if (node.type === 'map' && !reference) {
        for (const affiliation of this.#inside.get(node) ?? []) addId(affiliation, node.origin)
        continue
      }
      for (const token of this.#tokensOf(reference ?? node, reference !== undefined)) {
        const listed = this.#byKey.get(token.text)
        if (listed) addId(listed, token.origin)
        else if (isMark(token.text)) marks.push({ mark: normalMark(token.text), origin: token.origin })
        else literals.push(token)
      }
    }
    for (const { mark, origin } of author.marks) {
      const listed = this.#byKey.get(mark)
      if (!listed || this.#noteMarks.has(mark)) continue
      this.known.add(mark)
      addId(listed, origin)
    }
    const [only] = literals
    const isPlaced = author.place.length > 0
    if (isPlaced && ids.length === 0 && literals.length <= 1) {
      const affiliation = this.#placedAffiliation(author.place, only, author.draft.origin)
      if (affiliation) addId(this.#add(affiliation), only?.origin ?? author.draft.origin)
      return { ids, marks }
    }
    for (const token of literals) addId(this.#addLiteral(token), token.origin)
    const address = isPlaced ? addressOf(author.place) : undefined
    return { ids, marks, ...(address && { address }) }
  }

  /** Gives the only listed affiliation to all authors, if no author names an affiliation. */
  shareOnly(byAuthor: readonly AuthorLinks[]): readonly AuthorLinks[] {
    const [only, second] = this.#listed
    if (!only || second || byAuthor.some(author => author.ids.length > 0)) return byAuthor
    const id = this.#idOf.get(only) ?? ''
    this.#used.add(id)
    return byAuthor.map(author => ({ ...author, ids: [leaf(id, only.draft.origin)] }))
  }

  /** The whole list with ids; reports affiliations of the manuscript that no author refers to. */
  finish(authors: readonly AuthorDraft[]): readonly DraftMap[] {
    const manuscript = authors[0]?.draft.origin.file
    for (const affiliation of this.#listed) {
      const { id, text, draft } = affiliation
      // A list shared by a project may contain more affiliations than one article needs.
      if (this.#used.has(this.#idOf.get(affiliation) ?? '') || draft.origin.file !== manuscript) continue
      this.#reading.report('affiliation-unused', draft.origin, {
        reason: `Unexpected affiliation \`${id ?? text}\`, no author refers to it`,
        note: 'It is not printed.',
      })
    }
    return [...this.#listed, ...this.#added].map(affiliation =>
      withId(affiliation.draft, this.#idOf.get(affiliation) ?? '', affiliation.draft.origin),
    )
  }

  /** `"1, 2"` → `1`, `2`; `Univ. of X; Univ. of Y` → two names; a name with commas stays one. */
  #tokensOf(node: ValueNode, isReference: boolean): readonly Token[] {
    return textsOf(node).flatMap(text => {
      const token = (piece: string): Token => ({ text: piece.trim(), origin: node.origin, isReference })
      if (this.#byKey.has(text)) return [token(text)]
      const pieces = text.split(/\s*[,;]\s*|\s+and\s+/).filter(piece => piece !== '')
      if (pieces.every(piece => this.#byKey.has(piece) || isMark(piece) || /^\d+$/.test(piece)))
        return pieces.map(token)
      return text
        .split(/\s*;\s*/)
        .filter(piece => piece !== '')
        .map(token)
    })
  }

  #add(affiliation: ListedAffiliation): ListedAffiliation {
    const id = affiliation.id ?? affiliation.text
    const known = this.#byKey.get(id)
    // The same affiliation inside two authors is added once. A known id refers to its first affiliation.
    if (known && (affiliation.id !== undefined || known.text === affiliation.text)) return known
    this.#byKey.set(id, affiliation)
    this.#idOf.set(affiliation, id)
    this.#added.push(affiliation)
    return affiliation
  }

  #addLiteral(token: Token): ListedAffiliation {
    const isLost =
      token.isReference || /^\d+$/.test(token.text) || (this.#listed.length > 0 && !/\s/.test(token.text))
    if (isLost) {
      this.#reading.report('affiliation-unknown', token.origin, {
        reason: `Unexpected affiliation \`${token.text}\`, no listed affiliation has this id`,
        expected: this.#listed.flatMap(({ id }) => id ?? []),
        note: 'It is printed as written.',
      })
    }
    return this.#add(literalAffiliation(token.text, token.origin))
  }

  /**
   * Makes one affiliation of department, institution and city beside the name, as in R Markdown templates.
   */
  #placedAffiliation(
    place: readonly MapEntry[],
    institution: Token | undefined,
    origin: Origin,
  ): ListedAffiliation | undefined {
    const institutionEntry: MapEntry[] = institution
      ? [
          {
            key: 'institution',
            keyOrigin: institution.origin,
            node: { type: 'scalar', text: institution.text, origin: institution.origin },
          },
        ]
      : []
    return readAffiliation(
      { type: 'map', entries: [...institutionEntry, ...place], origin },
      this.#reading,
    )[0]
  }
}

function addressOf(place: readonly MapEntry[]): Draft | undefined {
  const texts = place.filter(entry => !isEmpty(entry.node)).flatMap(entry => textsOf(entry.node))
  const [first] = place
  return first && texts.length > 0 ? leaf(texts.join(', '), first.node.origin) : undefined
}

function isMark(text: string): boolean {
  return /^[^\p{L}\p{N}]{1,2}$/u.test(normalMark(text))
}

function textAt(draft: DraftMap, key: string): string | undefined {
  const value = draft.entries.get(key)
  return value?.type === 'leaf' ? String(value.value) : undefined
}
