/**
 * From what authors write (`"1, 2"`, `[u1]`, `{ref: u1}`, a name, a map) to ids of one list of affiliations.
 * What stands inside an author joins the list; what names nothing is reported and kept as a name.
 */
import { type ListedAffiliation, literalAffiliation, readAffiliation, withId } from './affiliations.ts'
import type { AuthorDraft } from './authors.ts'
import { type Draft, type DraftMap, leaf } from './draft.ts'
import { normalMark } from './normal-mark.ts'
import type { Reading } from './reading.ts'
import { textsOf } from './texts.ts'
import { entryOf, isEmpty, type MapEntry, type Origin, type ValueNode } from './value-node.ts'

export interface AuthorLinks {
  readonly ids: readonly Draft[]
  /** Marks among the affiliations that are none: `*`, `†`. */
  readonly marks: readonly { readonly mark: string; readonly origin: Origin }[]
  readonly address?: Draft
}

export interface AffiliationLinks {
  readonly byAuthor: readonly AuthorLinks[]
  readonly affiliations: readonly DraftMap[]
  /** Marks in names that turned out to be affiliations. */
  readonly known: ReadonlySet<string>
}

/** A piece of what an author names as affiliation. */
interface Token {
  readonly text: string
  readonly origin: Origin
  /** `{ref: …}`: nothing but an id. */
  readonly isReference: boolean
}

/** `noteMarks`: marks that have a meaning elsewhere. */
export function linkAffiliations(
  authors: readonly AuthorDraft[],
  listed: readonly ListedAffiliation[],
  noteMarks: ReadonlySet<string>,
  reading: Reading,
): AffiliationLinks {
  const linker = new Linker(listed, noteMarks, reading)
  // An id may be used before the author who explains it.
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
  /** Affiliations that are written out inside authors. */
  readonly #inside = new Map<ValueNode, readonly ListedAffiliation[]>()
  readonly #used = new Set<string>()

  constructor(listed: readonly ListedAffiliation[], noteMarks: ReadonlySet<string>, reading: Reading) {
    this.#listed = listed
    this.#noteMarks = noteMarks
    this.#reading = reading
    for (const [index, one] of listed.entries()) {
      const id = one.id ?? String(index + 1)
      this.#idOf.set(one, id)
      // A list without ids is counted; an id that is written goes before a number that is counted.
      if (one.id !== undefined) this.#byKey.set(one.id, one)
    }
    for (const [one, id] of this.#idOf) if (!this.#byKey.has(id)) this.#byKey.set(id, one)
    // pandoc-scholar counts a list with ids too; where the ids are numbers, they alone count.
    const isNumbered = listed.some(one => /^\d+$/.test(one.id ?? ''))
    for (const [index, one] of isNumbered ? [] : listed.entries()) {
      if (!this.#byKey.has(String(index + 1))) this.#byKey.set(String(index + 1), one)
    }
    for (const one of listed) {
      for (const name of [one.text, textAt(one.draft, 'name'), textAt(one.draft, 'institution')]) {
        if (name !== undefined && !this.#byKey.has(name)) this.#byKey.set(name, one)
      }
    }
  }

  readInside(author: AuthorDraft): void {
    for (const node of author.affiliations) {
      if (node.type !== 'map' || entryOf(node, 'ref')) continue
      const read = readAffiliation(node, this.#reading)
      this.#inside.set(
        node,
        read.map(one => this.#add(one)),
      )
    }
  }

  link(author: AuthorDraft): AuthorLinks {
    const ids: Draft[] = []
    const marks: { mark: string; origin: Origin }[] = []
    const literals: Token[] = []
    const put = (one: ListedAffiliation, origin: Origin) => {
      const id = this.#idOf.get(one) ?? ''
      this.#used.add(id)
      if (!ids.some(known => known.type === 'leaf' && known.value === id)) ids.push(leaf(id, origin))
    }
    for (const node of author.affiliations) {
      const reference = entryOf(node, 'ref')
      if (node.type === 'map' && !reference) {
        for (const one of this.#inside.get(node) ?? []) put(one, node.origin)
        continue
      }
      for (const token of this.#tokensOf(reference ?? node, reference !== undefined)) {
        const found = this.#byKey.get(token.text)
        if (found) put(found, token.origin)
        else if (isMark(token.text)) marks.push({ mark: normalMark(token.text), origin: token.origin })
        else literals.push(token)
      }
    }
    for (const { mark, origin } of author.marks) {
      const found = this.#byKey.get(mark)
      if (!found || this.#noteMarks.has(mark)) continue
      this.known.add(mark)
      put(found, origin)
    }
    const [only] = literals
    const isPlaced = author.place.length > 0
    if (isPlaced && ids.length === 0 && literals.length <= 1) {
      const one = this.#ownAffiliation(author.place, only, author.draft.origin)
      if (one) put(this.#add(one), only?.origin ?? author.draft.origin)
      return { ids, marks }
    }
    for (const token of literals) put(this.#addLiteral(token), token.origin)
    const address = isPlaced ? addressOf(author.place) : undefined
    return { ids, marks, ...(address && { address }) }
  }

  /** One listed affiliation that nobody names is everybody's. */
  shareOnly(byAuthor: readonly AuthorLinks[]): readonly AuthorLinks[] {
    const [only, second] = this.#listed
    if (!only || second || byAuthor.some(author => author.ids.length > 0)) return byAuthor
    const id = this.#idOf.get(only) ?? ''
    this.#used.add(id)
    return byAuthor.map(author => ({ ...author, ids: [leaf(id, only.draft.origin)] }))
  }

  finish(authors: readonly AuthorDraft[]): readonly DraftMap[] {
    const manuscript = authors[0]?.draft.origin.file
    for (const one of this.#listed) {
      // A list that a whole project shares may have more than one article needs.
      if (this.#used.has(this.#idOf.get(one) ?? '') || one.draft.origin.file !== manuscript) continue
      this.#reading.report('affiliation-unused', one.draft.origin, {
        reason: `Unexpected affiliation \`${one.id ?? one.text}\`, no author has it`,
        note: 'It is not printed.',
      })
    }
    return [...this.#listed, ...this.#added].map(one =>
      withId(one.draft, this.#idOf.get(one) ?? '', one.draft.origin),
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

  #add(one: ListedAffiliation): ListedAffiliation {
    const id = one.id ?? one.text
    const known = this.#byKey.get(id)
    // The same place inside two authors is one, and an id alone refers to the one that was given before.
    if (known && (one.id !== undefined || known.text === one.text)) return known
    this.#byKey.set(id, one)
    this.#idOf.set(one, id)
    this.#added.push(one)
    return one
  }

  #addLiteral(token: Token): ListedAffiliation {
    const isLost =
      token.isReference || /^\d+$/.test(token.text) || (this.#listed.length > 0 && !/\s/.test(token.text))
    if (isLost) {
      this.#reading.report('affiliation-unknown', token.origin, {
        reason: `Unexpected affiliation \`${token.text}\`, the list has no such id`,
        expected: this.#listed.flatMap(one => one.id ?? []),
        note: 'It is printed as it stands.',
      })
    }
    return this.#add(literalAffiliation(token.text, token.origin))
  }

  /** R Markdown: department, affiliation and town beside the name make one affiliation. */
  #ownAffiliation(
    place: readonly MapEntry[],
    institution: Token | undefined,
    origin: Origin,
  ): ListedAffiliation | undefined {
    const own: MapEntry[] = institution
      ? [
          {
            key: 'institution',
            keyOrigin: institution.origin,
            node: { type: 'scalar', text: institution.text, origin: institution.origin },
          },
        ]
      : []
    return readAffiliation({ type: 'map', entries: [...own, ...place], origin }, this.#reading)[0]
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
  const one = draft.entries.get(key)
  return one?.type === 'leaf' ? String(one.value) : undefined
}
