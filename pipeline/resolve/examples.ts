/**
 * Numbered examples (pandoc, "example_lists"). Numbers run through the whole text: each list `(@)` continues
 * the one before it, as do examples with glosses, and `(@good)` in a sentence becomes the number of the
 * example with that name.
 */
import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'

/**
 * Numbers the examples. Must run before citations are resolved: a reference to an example looks like a
 * citation.
 */
export function numberExamples(tree: Root): void {
  const numbers = new Map<string, number>()
  let next = 1
  visit(tree, list => {
    if (list.type === 'glossExample' && list.isNumbered) list.number = next++
    if (list.type !== 'list' || list.data?.numbering?.style !== 'example') return
    list.start = next
    for (const [index, { data }] of list.children.entries()) {
      if (data?.label !== undefined && !numbers.has(data.label)) numbers.set(data.label, next + index)
    }
    next += list.children.length
  })
  if (numbers.size === 0) return
  visit(tree, 'citation', (node, index, parent) => {
    const [item, ...others] = node.items
    const number = item && others.length === 0 ? numbers.get(item.key) : undefined
    if (number === undefined || !parent || index === undefined || node.mode !== 'narrative') return undefined
    const words = item?.suffix ?? ''
    const value = `${number}${words === '' ? '' : ` [${words}]`}`
    parent.children.splice(index, 1, {
      type: 'text',
      value,
      ...(node.position && { position: node.position }),
    })
    return [SKIP, index + 1]
  })
}
