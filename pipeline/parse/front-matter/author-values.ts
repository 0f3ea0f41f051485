/** Reads the values of an author except the name: flags, identifiers, notes, roles. */
import type { AuthorEntry } from './author-entry.ts'
import { readRoles } from './credit.ts'
import { leaf, list } from './draft.ts'
import { readEmails } from './emails.ts'
import { readOrcid } from './orcid.ts'
import { plainPhrase } from './plain-phrase.ts'
import type { Reading } from './reading.ts'
import { plainItems, textsOf } from './texts.ts'
import { booleanOf, itemsOf, type Origin, type ValueNode } from './value-node.ts'

/** Sets flags from the wording of a note. The note is kept unless it says no more than the flag. */
export function readNote(note: string, origin: Origin, author: AuthorEntry): void {
  const isEqual = /equal(ly)?\b.*contribut|contribut\w*\s+equal|co-?first|joint first/i.test(note)
  const isCorresponding = /correspond(ing|ence)/i.test(note)
  if (isEqual) author.values.set('equal', leaf(true, origin))
  if (isCorresponding) author.values.set('corresponding', leaf(true, origin))
  if (/^deceased/i.test(note)) author.values.set('deceased', leaf(true, origin))
  const isPlain = /^\W*(corresponding author|co-?first authors?|equal contribution|deceased)\W*$/i.test(note)
  const email = /[\w.+-]+@[\w-]+(\.[\w-]+)+/.exec(note)?.[0]
  if (isCorresponding && email !== undefined && !author.values.has('email')) {
    author.values.set('email', leaf(email, origin))
  }
  // A note with the usual words is not printed: the sign for equal contribution says the same.
  if (!isPlain) author.notes.push(leaf(note, origin))
  else if (isEqual) author.equalNote = leaf(note, origin)
}

export function readValue(path: string, node: ValueNode, author: AuthorEntry, reading: Reading): void {
  const { origin } = node
  switch (path) {
    case 'corresponding':
    case 'equal':
    case 'deceased':
    case 'group':
      readFlag(path, node, author, reading)
      return
    case 'orcid': {
      const text = textsOf(node).join(' ')
      const orcid = readOrcid(text)
      if (orcid !== undefined) author.values.set('orcid', leaf(orcid, origin))
      else {
        reading.report('orcid-invalid', origin, {
          reason: `Unexpected ORCID iD \`${text}\`, expected an iD such as 0000-0002-1825-0097 with a valid check digit`,
          note: 'The author is printed without the iD.',
        })
        reading.ignore(origin, 'not an ORCID iD')
      }
      return
    }
    case 'email': {
      const [email, ...others] = readEmails(node)
      if (email !== undefined) author.values.set('email', leaf(email, origin))
      if (others.length > 0) reading.several(origin, others)
      return
    }
    case 'notes':
      for (const item of itemsOf(node)) {
        for (const note of textsOf(item)) {
          // A number or a sign refers to a note in a list elsewhere.
          if (/^(\d{1,2}|\W)$/.test(note)) author.marks.push({ mark: note, origin: item.origin })
          else readNote(note, item.origin, author)
        }
      }
      return
    case 'roles':
      author.values.set('roles', list(itemsOf(node).flatMap(readRoles), origin))
      return
    case 'biography':
      author.values.set(path, leaf(textsOf(node).join('\n\n'), origin))
      return
    case 'photo':
      author.values.set(path, leaf(textsOf(node).join(''), origin))
      return
    case 'degrees':
    case 'funders':
      author.values.set(path, list(plainItems(node), origin))
      return
    default: {
      const text = plainPhrase(textsOf(node).join(', '))
      if (text !== '') author.values.set(path, leaf(text, origin))
    }
  }
}

/** Reads yes and no. Other texts may count as yes: an e-mail address, or a sentence, which becomes a note. */
function readFlag(path: string, node: ValueNode, author: AuthorEntry, reading: Reading): void {
  const text = textsOf(node).join(', ').trim()
  const value = booleanOf(text)
  if (value !== undefined) author.values.set(path, leaf(value, node.origin))
  else if (path === 'corresponding' && /@/.test(text)) {
    author.values.set(path, leaf(true, node.origin))
    if (!author.values.has('email')) readValue('email', node, author, reading)
  } else if (path === 'corresponding' && (/^cor/i.test(text) || /\s/.test(text))) {
    author.values.set(path, leaf(true, node.origin))
    // An id such as pandoc's `cor-id: cor-0` only sets the flag; a sentence is a note as well.
    if (/\s/.test(text)) readNote(text, node.origin, author)
  } else if (path === 'equal' && /\s/.test(text)) {
    author.values.set(path, leaf(true, node.origin))
    author.equalNote = leaf(plainPhrase(text), node.origin)
  } else if (path === 'group') author.values.set(path, leaf(true, node.origin))
  else if (path === 'deceased' && /\d/.test(text)) {
    author.values.set(path, leaf(true, node.origin))
    author.notes.push(leaf(`Deceased ${text}`, node.origin))
  } else reading.invalid(node.origin, text, 'yes or no')
}
