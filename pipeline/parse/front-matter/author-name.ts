/** Reads an author's name, in one string or in parts, with the notes, marks and addresses written into it. */
import type { AuthorEntry } from './author-entry.ts'
import { readNote, readValue } from './author-values.ts'
import { leaf, list } from './draft.ts'
import { isInstitution, splitName } from './name.ts'
import { readMarkedName } from './name-marks.ts'
import { authorKeys } from './people-keys.ts'
import type { Reading } from './reading.ts'
import { isEmpty, kebab, type ValueNode } from './value-node.ts'

export function readName(node: ValueNode, author: AuthorEntry, reading: Reading): void {
  if (node.type === 'map') {
    for (const part of node.entries) {
      const path = authorKeys.get(kebab(part.key))
      if (path?.startsWith('name'))
        readNamePart(path === 'name' ? 'literal' : path.slice(5), part.node, author)
      else
        reading.unknownKey(part.keyOrigin, kebab(part.key), [
          'given',
          'family',
          'particle',
          'suffix',
          'literal',
        ])
    }
    return
  }
  if (node.type === 'list') {
    reading.invalid(node.origin, '[…]', 'a name')
    return
  }
  const { origin } = node
  const prefix = /^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.\s+|Professor\s+)+/.exec(node.text)?.[0]
  if (prefix !== undefined) author.values.set('prefix', leaf(prefix.trim(), origin))
  const marked = readMarkedName(node.text.slice(prefix?.length ?? 0))
  if (marked.name === '') return
  const isGroup = isInstitution(marked.name)
  const { name, degrees } = isGroup
    ? { name: { literal: marked.name }, degrees: [] }
    : splitName(marked.name, reading.language)
  if (isGroup) author.values.set('group', leaf(true, origin))
  for (const [part, text] of Object.entries(name)) if (text) author.name.set(part, leaf(text, origin))
  if (degrees.length > 0)
    author.values.set(
      'degrees',
      list(
        degrees.map(degree => leaf(degree, origin)),
        origin,
      ),
    )
  for (const note of marked.notes) readNote(note, origin, author)
  author.marks.push(...marked.marks.map(mark => ({ mark, origin })))
  if (marked.email !== undefined) author.values.set('email', leaf(marked.email, origin))
  if (marked.orcid !== undefined)
    readValue('orcid', { type: 'scalar', text: marked.orcid, origin }, author, reading)
}

export function readNamePart(part: string, node: ValueNode, author: AuthorEntry): void {
  if (node.type !== 'scalar' || isEmpty(node)) return
  const marked = readMarkedName(node.text)
  const given = author.name.get('given')
  const text =
    part === 'middle' && given?.type === 'leaf' ? `${String(given.value)} ${marked.name}` : marked.name
  author.name.set(part === 'middle' ? 'given' : part, leaf(text, node.origin))
  for (const note of marked.notes) readNote(note, node.origin, author)
  author.marks.push(...marked.marks.map(mark => ({ mark, origin: node.origin })))
}

/**
 * Whether a name without parts is the name of a group. `World Health Organization` has several words and is;
 * `Sukarno` and `王小明` are people.
 */
export function isNameOfGroup(literal: string): boolean {
  return /\p{L}\S*\s.*\p{L}/u.test(literal)
}

/** Joins the parts of a group's name: a group has no family name. */
export function joinName({ name }: AuthorEntry): void {
  const parts = ['given', 'dropping-particle', 'particle', 'family', 'literal'].flatMap(
    part => name.get(part) ?? [],
  )
  const [first] = parts
  if (!first || name.has('literal')) return
  const text = parts.map(part => (part.type === 'leaf' ? String(part.value) : '')).join(' ')
  name.clear()
  name.set('literal', leaf(text, first.origin))
}
