/** `references:` in the front matter, in pandoc's CSL-YAML → plain items for the bibliography reader. */
import { readEdtf } from '../../bibliography/read/read-date.ts'
import { type Draft, leaf, list } from './draft.ts'
import type { Reading } from './reading.ts'
import { itemsOf, type ValueNode } from './value-node.ts'

export function readReferences(node: ValueNode, reading: Reading): Draft | undefined {
  const items = itemsOf(node).flatMap(item => {
    const plain = plainItem(item)
    if (typeof plain === 'object' && plain !== null && 'id' in plain && typeof plain.id === 'string') {
      return [leaf(plain, item.origin)]
    }
    reading.invalid(item.origin, item.type === 'scalar' ? item.text : '…', 'a work with an `id`')
    return []
  })
  return items.length > 0 ? list(items, node.origin) : undefined
}

function plainItem(node: ValueNode): unknown {
  if (node.type === 'scalar') return node.text
  if (node.type === 'list') return node.items.map(plainItem)
  return Object.fromEntries(
    node.entries.map(({ key, node: inner }) => [
      key,
      /^(issued|accessed|submitted|event-date|original-date)$/.test(key) ? dateOf(inner) : plainItem(inner),
    ]),
  )
}

/**
 * A date in the form of CSL-JSON, `date-parts`. pandoc's YAML also allows a text, or maps of year, month and
 * day.
 */
function dateOf(node: ValueNode): unknown {
  if (node.type === 'scalar') {
    return readEdtf(node.text) ?? { literal: node.text }
  }
  if (node.type === 'list') {
    const dates = node.items.map(item => datePartsOf(item))
    return { 'date-parts': dates }
  }
  const parts = node.entries.find(entry => entry.key === 'date-parts')
  return {
    'date-parts': parts?.node.type === 'list' ? parts.node.items.map(datePartsOf) : [datePartsOf(node)],
  }
}

function datePartsOf(node: ValueNode): readonly number[] {
  const texts =
    node.type === 'map'
      ? ['year', 'month', 'day'].map(key => node.entries.find(entry => entry.key === key)?.node)
      : node.type === 'list'
        ? node.items
        : [node]
  return texts.flatMap(item =>
    item?.type === 'scalar' && /^\d+$/.test(item.text) ? [Number(item.text)] : [],
  )
}
