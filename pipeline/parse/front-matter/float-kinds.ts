/**
 * Quarto's `crossref.custom` → kinds of floats, each with the words before its numbers. Keys that only LaTeX
 * needs are ignored.
 */
import { type Draft, leaf, list, map } from './draft.ts'
import type { Reading } from './reading.ts'
import { textsOf } from './texts.ts'
import { entryOf, itemsOf, kebab, type MapNode, type ValueNode } from './value-node.ts'

const known: ReadonlySet<string> = new Set([
  'kind',
  'key',
  'reference-prefix',
  'caption-prefix',
  'space-before-numbering',
])

export function readFloatKinds(node: ValueNode, reading: Reading): Draft | undefined {
  const kinds = itemsOf(node).flatMap(item =>
    item.type === 'map' ? (readFloatKind(item, reading) ?? []) : [],
  )
  return kinds.length > 0 ? list(kinds, node.origin) : undefined
}

function readFloatKind(item: MapNode, reading: Reading): Draft | undefined {
  const key = entryOf(item, 'key')
  const reference = entryOf(item, 'reference-prefix')
  if (!key || !reference) {
    return reading.invalid(item.origin, '…', 'a `key` and a `reference-prefix`')
  }
  for (const { key: name, keyOrigin } of item.entries) {
    if (!known.has(kebab(name))) reading.ignore(keyOrigin, 'for Quarto')
  }
  const words = (value: ValueNode) => leaf(textsOf(value).join(' '), value.origin)
  const spacing = entryOf(item, 'space-before-numbering')
  return map(
    {
      key: words(key),
      reference: words(reference),
      caption: words(entryOf(item, 'caption-prefix') ?? reference),
      isSpaced: leaf(!/^(?:false|no|off)$/i.test(spacing ? textsOf(spacing).join('') : ''), item.origin),
    },
    item.origin,
  )
}
