/**
 * Funding in the shapes of Quarto and MyST (a statement, a list, or awards with source, number and
 * recipients) → statements and awards.
 */
import { type Draft, leaf, list, map } from './draft.ts'
import { plainPhrase } from './plain-phrase.ts'
import type { Reading } from './reading.ts'
import { textsOf } from './texts.ts'
import { entryOf, isEmpty, itemsOf, kebab, type ValueNode } from './value-node.ts'

/** All keys of an award and of the map around it. */
const knownKeys = new Set(
  'statement statements id number award-id award-number grant grant-number name award-name description title source sources funder funders agency institution award-sources recipient recipients investigator investigators awards award url open-access doi ror country'.split(
    ' ',
  ),
)

/**
 * A map of `statements` (Markdown) and `awards`; `field-writer.ts` moves both to their places in the schema.
 */
export function readFunding(node: ValueNode, reading: Reading): Draft | undefined {
  const statements: Draft[] = []
  const awards: Draft[] = []
  for (const item of itemsOf(node)) read(item, statements, awards, reading)
  if (statements.length + awards.length === 0) return undefined
  return map(
    {
      ...(statements.length > 0 && { statements: list(statements, node.origin) }),
      ...(awards.length > 0 && { awards: list(awards, node.origin) }),
    },
    node.origin,
  )
}

function read(node: ValueNode, statements: Draft[], awards: Draft[], reading: Reading): void {
  if (node.type === 'scalar') {
    statements.push(leaf(node.text.trim(), node.origin))
    return
  }
  if (node.type === 'list') {
    for (const item of itemsOf(node)) read(item, statements, awards, reading)
    return
  }
  for (const key of ['statement', 'statements', 'open-access']) {
    const statement = entryOf(node, key)
    if (statement && !/^(true|false)$/i.test(textsOf(statement).join(''))) {
      statements.push(...textsOf(statement).map(text => leaf(text, statement.origin)))
    }
  }
  for (const inner of itemsOf(entryOf(node, 'awards', 'award') ?? { ...node, entries: [] })) {
    read(inner, statements, awards, reading)
  }
  const award = readAward(node)
  if (award) awards.push(award)
  for (const entry of node.entries) {
    if (!knownKeys.has(kebab(entry.key)))
      reading.unknownKey(entry.keyOrigin, kebab(entry.key), [...knownKeys])
  }
}

function readAward(node: ValueNode): Draft | undefined {
  const text = (...keys: string[]) => {
    const inner = entryOf(node, ...keys)
    const words = inner ? namesOf(inner).join(', ') : ''
    return inner && words !== '' ? leaf(words, inner.origin) : undefined
  }
  const recipients = entryOf(node, 'recipients', 'recipient', 'investigators', 'investigator')
  const award = {
    id: text('id', 'number', 'award-id', 'award-number', 'grant-number', 'grant'),
    source: text('source', 'sources', 'funder', 'funders', 'agency', 'institution', 'award-sources'),
    name: text('name', 'award-name', 'title', 'description'),
    url: text('url'),
  }
  if (Object.values(award).every(value => value === undefined)) return undefined
  return map(
    {
      ...award,
      ...(recipients && {
        recipients: list(
          namesOf(recipients).map(name => leaf(name, recipients.origin)),
          recipients.origin,
        ),
      }),
    },
    node.origin,
  )
}

/** The names in `X`, `[X, Y]`, `{name: X, doi: …}` or `{ref: X}`. */
function namesOf(node: ValueNode): readonly string[] {
  return itemsOf(node).flatMap(item => {
    if (isEmpty(item)) return []
    const inner = entryOf(item, 'name', 'text', 'institution', 'ref', 'literal') ?? item
    return textsOf(inner).map(plainPhrase)
  })
}
