/**
 * Authors in any shape → drafts in the schema's form. Their affiliations stay as written (ids, texts or
 * maps); `people.ts` links them to the list of affiliations.
 */
import type { AuthorEntry } from './author-entry.ts'
import { isNameOfGroup, joinName, readName, readNamePart } from './author-name.ts'
import { readValue } from './author-values.ts'
import { type Draft, type DraftMap, leaf, list, map } from './draft.ts'
import { foreignTool } from './foreign-keys.ts'
import { peopleOf, splitPeople } from './name-marks.ts'
import { authorKeys } from './people-keys.ts'
import type { Reading } from './reading.ts'
import {
  isEmpty,
  itemsOf,
  kebab,
  type MapEntry,
  type MapNode,
  type Origin,
  type ValueNode,
} from './value-node.ts'

/** An author whose affiliations are not linked yet. */
export interface AuthorDraft {
  readonly draft: DraftMap
  readonly affiliations: readonly ValueNode[]
  /** Marks of notes: `†`, `1`. */
  readonly marks: readonly { readonly mark: string; readonly origin: Origin }[]
  /** Parts of an affiliation that are keys of the author itself, such as `institution` and `city`. */
  readonly place: readonly MapEntry[]
  /** The author's own wording of a note on equal contribution: "These authors contributed equally." */
  readonly equalNote?: Draft
}

export function readAuthors(node: ValueNode, reading: Reading): readonly AuthorDraft[] {
  if (node.type === 'scalar') {
    return splitPeople(node.text)
      .map(text => readAuthor({ ...node, text }, reading))
      .filter(isAuthor)
  }
  return itemsOf(node)
    .flatMap(separated)
    .map(item => readAuthor(item, reading))
    .filter(isAuthor)
}

/** The people of an item, each as an item. */
function separated(item: ValueNode): readonly ValueNode[] {
  return item.type === 'scalar' ? peopleOf(item.text).map(text => ({ ...item, text })) : [item]
}

function isAuthor(author: AuthorDraft | undefined): author is AuthorDraft {
  return author !== undefined
}

function readAuthor(node: ValueNode, reading: Reading): AuthorDraft | undefined {
  if (node.type === 'scalar') return readMap(nameOnly(node), reading)
  if (node.type === 'list') return reading.invalid(node.origin, '[…]', 'an author')
  const [only, second] = node.entries
  // In pandoc-scholar the name may be the key: `Jane Doe: {email: …}`.
  if (only && !second && !authorKeys.has(kebab(only.key))) {
    const name: MapEntry = {
      key: 'name',
      keyOrigin: only.keyOrigin,
      node: { type: 'scalar', text: only.key, origin: only.keyOrigin },
    }
    const rest = only.node.type === 'map' ? only.node.entries : []
    return readMap({ ...node, entries: [name, ...rest] }, reading)
  }
  return readMap(node, reading)
}

function nameOnly(node: ValueNode): MapNode {
  return { type: 'map', entries: [{ key: 'name', keyOrigin: node.origin, node }], origin: node.origin }
}

function readMap(node: MapNode, reading: Reading): AuthorDraft | undefined {
  const author: AuthorEntry = {
    values: new Map(),
    name: new Map(),
    notes: [],
    affiliations: [],
    marks: [],
    place: [],
  }
  for (const entry of node.entries) readEntry(entry, author, reading)
  if (![...author.name.keys()].some(key => ['given', 'family', 'literal'].includes(key))) {
    reading.report('front-matter-invalid', node.origin, {
      reason: `Missing name of \`${node.origin.key}\`, expected \`name\``,
      note: 'The author is left out.',
    })
    reading.ignore(node.origin, 'an author without a name')
    return undefined
  }
  const isGroup = author.values.get('group')
  if (isGroup?.type === 'leaf' && isGroup.value === true) joinName(author)
  // The parts of the name are more exact than the name in one string.
  else if (author.name.has('family')) author.name.delete('literal')
  const literal = author.name.get('literal')
  if (!isGroup && literal?.type === 'leaf' && isNameOfGroup(String(literal.value)))
    author.values.set('group', leaf(true, literal.origin))
  const draft = map(
    {
      name: map(Object.fromEntries(author.name), node.origin),
      ...Object.fromEntries(author.values),
      ...(author.notes.length > 0 && { notes: list(author.notes, node.origin) }),
    },
    node.origin,
  )
  const { affiliations, marks, place, equalNote } = author
  return { draft, affiliations, marks, place, ...(equalNote && { equalNote }) }
}

const placeKeys: ReadonlySet<string> = new Set([
  'institution',
  'department',
  'location',
  'street',
  'city',
  'region',
  'postal-code',
  'country',
  'ror',
])

function readEntry(entry: MapEntry, author: AuthorEntry, reading: Reading): void {
  const { node } = entry
  const path = authorKeys.get(kebab(entry.key))
  if (path === undefined) {
    // Older versions of Quarto have the flags one level deeper.
    if (kebab(entry.key) === 'attributes' && node.type === 'map') {
      for (const inner of node.entries) readEntry(inner, author, reading)
      return
    }
    const tool = foreignTool('author', kebab(entry.key))
    if (tool === undefined) reading.unknownKey(entry.keyOrigin, kebab(entry.key), [...authorKeys.keys()])
    else reading.ignore(entry.keyOrigin, `for ${tool}`)
    return
  }
  if (isEmpty(node)) return
  if (path === 'name') readName(node, author, reading)
  else if (path.startsWith('name.')) readNamePart(path.slice(5), node, author)
  else if (path === 'affiliations') author.affiliations.push(...itemsOf(node))
  else if (path === 'address' && node.type === 'map') author.affiliations.push(node)
  else if (placeKeys.has(path)) author.place.push(entry)
  else readValue(path, node, author, reading)
}
