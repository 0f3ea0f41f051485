/**
 * Brings the authors and the list of affiliations together. Marks and ids become references to the list,
 * an affiliation written inside an author joins the list, and notes given elsewhere go to their authors.
 */
import { linkAffiliations } from './affiliation-links.ts'
import type { ListedAffiliation } from './affiliations.ts'
import type { AuthorDraft } from './authors.ts'
import { type Draft, type DraftMap, leaf, list } from './draft.ts'
import { normalMark } from './normal-mark.ts'
import { plainPhrase } from './plain-phrase.ts'
import type { Reading } from './reading.ts'
import { textsOf } from './texts.ts'
import { booleanOf, itemsOf, type Origin, type ValueNode } from './value-node.ts'

interface PeopleInput {
  readonly authors: readonly AuthorDraft[]
  readonly affiliations: readonly ListedAffiliation[]
  /**
   * Values outside the authors' entries that name corresponding authors: names, numbers, e-mail addresses.
   */
  readonly corresponding: readonly ValueNode[]
  readonly equal: readonly ValueNode[]
  /** The note behind each mark that may follow a name. */
  readonly marks: ReadonlyMap<string, { readonly text: string; readonly origin: Origin }>
}

interface People {
  readonly authors: readonly DraftMap[]
  readonly affiliations: readonly DraftMap[]
  /** The authors' own wording of a note such as "contributed equally". */
  readonly equalNote?: Draft
  /** The text of a correspondence note that names none of the authors. */
  readonly correspondingNote?: Draft
}

export function readPeople(input: PeopleInput, reading: Reading): People {
  const { listed, marks } = takeMarks(input)
  const links = linkAffiliations(input.authors, listed, new Set(marks.keys()), reading)
  let equalNote: Draft | undefined = input.authors.find(author => author.equalNote)?.equalNote
  const authors = input.authors.map((author, index) => {
    const values = new Map(author.draft.entries)
    const link = links.byAuthor[index]
    if (link && link.ids.length > 0) values.set('affiliations', list(link.ids, author.draft.origin))
    if (link?.address && !values.has('address')) values.set('address', link.address)
    for (const { mark, origin } of [...author.marks, ...(link?.marks ?? [])]) {
      const note = marks.get(mark)
      if (note && isEqualNote(note.text)) {
        values.set('equal', leaf(true, origin))
        equalNote = leaf(plainPhrase(note.text), note.origin)
      } else if (note && /^deceased/i.test(note.text)) {
        values.set('deceased', leaf(true, origin))
        if (/\d/.test(note.text)) append('notes', values, leaf(note.text, note.origin))
      } else if (note) append('notes', values, leaf(note.text, note.origin))
      else if (mark === '*') values.set('corresponding', leaf(true, origin))
      else if (!links.known.has(mark)) {
        reportMark(mark, origin, reading)
        append('marks', values, leaf(mark, origin))
      }
    }
    return { ...author.draft, entries: values }
  })
  const correspondingNote = flag('corresponding', authors, input.corresponding)
  flag('equal', authors, input.equal)
  reportSharedOrcids(authors, reading)
  return {
    authors,
    affiliations: links.affiliations,
    ...(equalNote && { equalNote }),
    ...(correspondingNote && { correspondingNote }),
  }
}

/**
 * Moves notes from the affiliations to the marks. Copernicus and others list them there, under a mark that is
 * neither a number nor a letter.
 */
function takeMarks({ affiliations, marks }: PeopleInput) {
  const listed: ListedAffiliation[] = []
  const allMarks = new Map(marks)
  for (const affiliation of affiliations) {
    const mark = normalMark(affiliation.id ?? '')
    if (/^[^\p{L}\p{N}]+$/u.test(mark)) {
      allMarks.set(mark, { text: affiliation.text, origin: affiliation.draft.origin })
    } else listed.push(affiliation)
  }
  return { listed, marks: allMarks }
}

function isEqualNote(text: string): boolean {
  return /equal(ly)?\b.*contribut|contribut\w*\s+equal|co-?first|joint first/i.test(text)
}

function append(key: 'notes' | 'marks', values: Map<string, Draft>, item: Draft): void {
  const old = values.get(key)
  values.set(key, list([...(old?.type === 'list' ? old.items : []), item], item.origin))
}

function reportMark(mark: string, origin: Origin, reading: Reading): void {
  reading.report('affiliation-unknown', origin, {
    reason: `Unexpected mark \`${mark}\`, no note explains it`,
    note: 'It is printed as written.',
  })
}

/**
 * Sets the flag `key` on the authors that `nodes` name, as in `corresponding-author: [1]`,
 * `[{name: …, email: …}]`, `Jane Doe (jane@example.org)` or `equal-contrib: [1, 2]`. Returns the text of a
 * value that names no author.
 */
function flag(
  key: 'corresponding' | 'equal',
  authors: DraftMap[],
  nodes: readonly ValueNode[],
): Draft | undefined {
  let note: Draft | undefined
  for (const node of nodes.flatMap(itemsOf)) {
    const text = plainPhrase(textsOf(node).join(' '))
    const emails: readonly string[] = text.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g) ?? []
    // If there are several addresses, it is not known which author has which of them.
    const email = emails.length === 1 ? emails[0] : undefined
    const numbers = /^[\d,\s]+$/.test(text) ? text.split(/[,\s]+/).map(Number) : []
    const isNamed = (author: DraftMap, index: number) =>
      numbers.includes(index + 1) ||
      emails.includes(emailOf(author) ?? '') ||
      (plainName(author) !== '' && text.includes(plainName(author))) ||
      (authors.length === 1 && (email !== undefined || booleanOf(text) === true))
    const named = authors.flatMap((author, index) => (isNamed(author, index) ? [index] : []))
    // An address alone belongs to the only author whom a mark makes corresponding.
    const marked = authors.flatMap((author, index) => (author.entries.has(key) ? [index] : []))
    const meant = named.length > 0 ? named : email !== undefined && marked.length === 1 ? marked : []
    for (const index of meant) {
      const author = authors[index]
      if (!author) continue
      const entries = new Map(author.entries).set(key, leaf(true, node.origin))
      if (email !== undefined && !entries.has('email')) entries.set('email', leaf(email, node.origin))
      authors[index] = { ...author, entries }
    }
    if (meant.length === 0 && /\p{L}/u.test(text) && booleanOf(text) === undefined)
      note = leaf(text, node.origin)
  }
  return note
}

function emailOf(author: DraftMap): string | undefined {
  const email = author.entries.get('email')
  return email?.type === 'leaf' ? String(email.value) : undefined
}

function plainName(author: DraftMap): string {
  const name = author.entries.get('name')
  if (name?.type !== 'map') return ''
  const part = (key: string) => {
    const value = name.entries.get(key)
    return value?.type === 'leaf' ? String(value.value) : undefined
  }
  return (
    part('literal') ??
    ['given', 'dropping-particle', 'particle', 'family'].map(part).filter(Boolean).join(' ')
  )
}

function reportSharedOrcids(authors: readonly DraftMap[], reading: Reading): void {
  const owners = new Map<string, string>()
  for (const author of authors) {
    const orcid = author.entries.get('orcid')
    if (orcid?.type !== 'leaf') continue
    const id = String(orcid.value)
    const owner = owners.get(id)
    if (owner === undefined) owners.set(id, plainName(author))
    else {
      reading.report('orcid-shared', orcid.origin, {
        reason: `Unexpected ORCID iD ${id} of ${plainName(author)}, it already belongs to ${owner}`,
        note: 'An iD belongs to one person.',
      })
    }
  }
}
