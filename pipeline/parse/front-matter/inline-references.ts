/** `references:` in the front matter, in pandoc's CSL-YAML → plain items for the bibliography reader. */
import { withoutMarkdown } from '../../bibliography/read/csl-markdown.ts'
import { readCslDate } from '../../bibliography/read/read-csl-date.ts'
import { isRecord } from '../../values/record.ts'
import { type Draft, leaf, list } from './draft.ts'
import type { Reading } from './reading.ts'
import { itemsOf, type ValueNode } from './value-node.ts'

export function readReferences(node: ValueNode, reading: Reading): Draft | undefined {
  const items = itemsOf(node).flatMap(item => {
    const plain = plainItem(item)
    if (isRecord(plain) && typeof plain.id === 'string') return [leaf(withoutMarkdown(plain), item.origin)]
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
      /^(issued|accessed|submitted|event-date|original-date)$/.test(key)
        ? readCslDate(plainItem(inner))
        : plainItem(inner),
    ]),
  )
}
