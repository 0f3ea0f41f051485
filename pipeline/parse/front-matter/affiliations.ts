/**
 * Affiliations in any shape → drafts in the schema's form, each with the id by which authors may refer to it.
 */
import { affiliationParts } from '../../model/metadata.ts'
import { type Draft, type DraftMap, leaf, map } from './draft.ts'
import { foreignTool } from './foreign-keys.ts'
import { affiliationKeys } from './people-keys.ts'
import { plainPhrase } from './plain-phrase.ts'
import type { Reading } from './reading.ts'
import { textsOf } from './texts.ts'
import { isEmpty, itemsOf, kebab, type MapNode, type Origin, type ValueNode } from './value-node.ts'

export interface ListedAffiliation {
  readonly id: string | undefined
  readonly draft: DraftMap
  /** The printed values as one text, from the name to the country. */
  readonly text: string
}

export function readAffiliations(node: ValueNode, reading: Reading): readonly ListedAffiliation[] {
  // `{u1: {name: …}, u2: …}`: the keys are ids.
  if (node.type === 'map' && !node.entries.some(entry => isKnown(entry.key))) {
    return node.entries.flatMap(entry => readKeyed(entry.key, entry.keyOrigin, entry.node, reading))
  }
  return withoutNumbers(itemsOf(node)).flatMap(item => readAffiliation(item, reading))
}

/** `1. University A` and `2. University B` in a list → the same with the marks `^1^` and `^2^`. */
function withoutNumbers(items: readonly ValueNode[]): readonly ValueNode[] {
  const numbered = items.map((item, index) => {
    const [, number, name] =
      (item.type === 'scalar' && /^\(?(\d{1,2})(?:[.):]\s*|\s+)(\p{L}.*)$/su.exec(item.text)) || []
    return item.type === 'scalar' && Number(number) === index + 1
      ? { ...item, text: `^${number}^${name}` }
      : undefined
  })
  const found = numbered.flatMap(item => item ?? [])
  return found.length > 1 && found.length === items.length ? found : items
}

export function readAffiliation(node: ValueNode, reading: Reading): readonly ListedAffiliation[] {
  if (node.type === 'list') return node.items.flatMap(item => readAffiliation(item, reading))
  if (node.type === 'scalar') return markedAffiliations(node.text, node.origin)
  const [only, second] = node.entries
  if (only && !second && !isKnown(only.key)) return readKeyed(only.key, only.keyOrigin, only.node, reading)
  return [readMap(node, undefined, reading)]
}

/** An affiliation under its id, as in pandoc-scholar: `fosg: {name: …}` or `fop: Federation of Planets`. */
function readKeyed(
  id: string,
  origin: Origin,
  node: ValueNode,
  reading: Reading,
): readonly ListedAffiliation[] {
  if (node.type === 'map') return [readMap(node, id, reading)]
  const name = textsOf(node).join(', ')
  const listed = literalAffiliation(name === '' ? id : name, node.origin)
  return [{ ...listed, id, draft: withId(listed.draft, id, origin) }]
}

const mark = /\s*(?:\^([^\s^]{1,4})\^|<sup>([^<]{1,4})<\/sup>|\$\^\{?([^{}$]{1,4})\}?\$|([⁰¹²³⁴⁵⁶⁷⁸⁹]+))\s*/u

/** `^1^ University A, ^2^ University B` → two affiliations with the ids 1 and 2. */
function markedAffiliations(text: string, origin: Origin): readonly ListedAffiliation[] {
  const starts = [...text.matchAll(new RegExp(mark, 'gu'))].map(({ index }) => index)
  if (starts[0] !== 0) return [literalAffiliation(text, origin)]
  const pieces = starts.map((start, at) => text.slice(start, starts[at + 1]))
  // "University B^a^" ends with a mark, which does not begin an affiliation.
  if (pieces.some(piece => !/\p{L}{2}/u.test(piece.replace(mark, ''))))
    return [literalAffiliation(text, origin)]
  return pieces.map(piece => {
    const id =
      mark
        .exec(piece)
        ?.slice(1)
        .find(group => group !== undefined) ?? ''
    const plainId = id.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, digit => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)))
    const listed = literalAffiliation(piece.replace(mark, '').replace(/[,;\s]+$/, ''), origin)
    return { ...listed, id: plainId, draft: withId(listed.draft, plainId, origin) }
  })
}

/** An affiliation from one text, which becomes its name. */
export function literalAffiliation(text: string, origin: Origin): ListedAffiliation {
  const plain = plainPhrase(text)
  return { id: undefined, draft: map({ name: leaf(plain, origin) }, origin), text: plain }
}

export function withId(draft: DraftMap, id: string, origin: Origin): DraftMap {
  return { ...draft, entries: new Map([['id', leaf(id, origin)], ...draft.entries]) }
}

function readMap(node: MapNode, key: string | undefined, reading: Reading): ListedAffiliation {
  const values = new Map<string, string[]>()
  const origins = new Map<string, Origin>()
  const add = (path: string, inner: ValueNode) => {
    if (isEmpty(inner)) return
    values.set(path, [...(values.get(path) ?? []), ...textsOf(inner).map(plainPhrase)])
    if (!origins.has(path)) origins.set(path, inner.origin)
  }
  const readEntries = (map: MapNode, parent: string) => {
    for (const entry of map.entries) {
      const name = kebab(entry.key)
      const path =
        affiliationKeys.get(parent === '' ? name : `${parent}.${name}`) ?? affiliationKeys.get(name)
      if (entry.node.type === 'map' && parent === '' && (path !== undefined || name === 'info')) {
        readEntries(entry.node, name)
      } else if (path !== undefined) add(path, entry.node)
      else {
        const tool = foreignTool('affiliation', name)
        if (tool === undefined) reading.unknownKey(entry.keyOrigin, name, [...affiliationKeys.keys()])
        else reading.ignore(entry.keyOrigin, `for ${tool}`)
      }
    }
  }
  readEntries(node, '')
  if (key !== undefined) values.set('id', [key])
  const id = values.get('id')?.[0]
  // An id of several words serves as the name if there is no other name.
  if (id !== undefined && /\s/.test(id) && !values.has('name') && !values.has('institution')) {
    values.set('name', [plainPhrase(id)])
    origins.set('name', origins.get('id') ?? node.origin)
  }
  const drafts = [...values].map(([path, texts]): [string, Draft] => [
    path,
    leaf(affiliationText(path, texts), origins.get(path) ?? node.origin),
  ])
  const text = affiliationParts.flatMap(path => values.get(path) ?? []).join(', ')
  return { id, draft: { type: 'map', entries: new Map(drafts), origin: node.origin }, text }
}

/** The value of one field as text, without the prefixes that authors put before identifiers and addresses. */
function affiliationText(path: string, texts: readonly string[]): string {
  const text = texts.join(', ').replace(/[,;]\s*$/, '')
  if (path === 'ror') return text.replace(/^(?:https?:\/\/)?(?:www\.)?ror\.org\/|^ror:\s*/i, '')
  if (path === 'email') return text.replace(/^mailto:/, '')
  return path === 'isni' ? text.replace(/^https?:\/\/(www\.)?isni\.org\/(isni\/)?/, '') : text
}

function isKnown(key: string): boolean {
  return (
    affiliationKeys.has(kebab(key)) ||
    foreignTool('affiliation', kebab(key)) !== undefined ||
    kebab(key) === 'ref' ||
    kebab(key) === 'info'
  )
}
