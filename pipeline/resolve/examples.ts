/**
 * Numbered examples (pandoc, "example_lists"). Numbers run through the whole text: each list `(@)` continues
 * the one before it, as do examples with glosses, and `(@good)` in a sentence becomes the number of the
 * example with that name.
 */
import type { Nodes, Root } from 'mdast'
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
  visit(tree, (node, index, parent) => {
    const reference = referenceOf(node)
    const number = numbers.get(reference?.label ?? '')
    if (number === undefined || !parent || index === undefined) return undefined
    const words = reference?.suffix ?? ''
    const value = `${number}${words === '' ? '' : ` [${words}]`}`
    parent.children.splice(index, 1, {
      type: 'text',
      value,
      ...(node.position && { position: node.position }),
    })
    return [SKIP, index + 1]
  })
}

/** The label of a narrative citation, or of a cross-reference: an example may be called `eq-model`. */
function referenceOf(node: Nodes): { readonly label: string; readonly suffix?: string } | undefined {
  if (node.type === 'crossReference') {
    const [item, ...others] = node.items
    const isPlain = others.length === 0 && item?.panels.length === 0 && node.source.startsWith('@')
    return isPlain && item ? { label: item.id } : undefined
  }
  if (node.type !== 'citation' || node.mode !== 'narrative') return undefined
  const [item, ...others] = node.items
  return item && others.length === 0 ? { label: item.key, suffix: item.suffix ?? '' } : undefined
}
