/**
 * Numbered examples (pandoc, "example_lists"). Numbers run through the whole text: each list `(@)` continues
 * the one before it, as do examples with glosses, and `(@good)` in a sentence becomes the number of the
 * example with that name.
 */
import type { Nodes, Root } from 'mdast'
import { SKIP, visit } from '../model/visit.ts'

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
  if (hasNumberedGloss(tree)) readNeighbours(tree, next - 1)
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

function hasNumberedGloss(tree: Root): boolean {
  let isFound = false
  visit(tree, 'glossExample', ({ isNumbered }) => {
    isFound ||= isNumbered
  })
  return isFound
}

/** pandoc-ling's names for the examples around a reference, by their distance from the last one. */
const neighbours: ReadonlyMap<string, number> = new Map([
  ['llast', -1],
  ['last', 0],
  ['next', 1],
  ['nnext', 2],
])

/** `[@next]` and `[@last]` → "(3)". `count`: the number of all examples. A name without an example stays. */
function readNeighbours(tree: Root, count: number): void {
  let last = 0
  visit(tree, (node, index, parent) => {
    if (node.type === 'glossExample' && node.number !== undefined) last = node.number
    if (node.type === 'list' && node.data?.numbering?.style === 'example')
      last = (node.start ?? 1) + node.children.length - 1
    if (node.type !== 'citation' || !parent || index === undefined) return undefined
    const numbers = node.items.map(({ key }) => last + (neighbours.get(key) ?? Number.NaN))
    if (!numbers.every(number => number >= 1 && number <= count)) return undefined
    const value = numbers.map(number => `(${number})`).join(', ')
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
