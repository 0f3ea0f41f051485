/** Cuts words off the beginning of a caption or heading, with the marks that become empty. */
import type { Nodes, PhrasingContent } from 'mdast'

/** The text at the beginning, up to the first formula, citation or other node without text. */
export function leadingText(nodes: readonly Nodes[]): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.value
    else if (isMark(node)) {
      const inner = leadingText(node.children)
      text += inner
      if (inner.length < fullLength(node.children)) return text
    } else return text
  }
  return text
}

/** Removes `count` characters of text from the beginning, in place. */
export function cutText(nodes: PhrasingContent[], count: number): void {
  let left = count
  while (left > 0 && nodes[0]) {
    const [first] = nodes
    if (first.type === 'text') {
      const taken = Math.min(left, first.value.length)
      first.value = first.value.slice(taken)
      left -= taken
      if (first.value !== '') return
      nodes.shift()
    } else if (isMark(first)) {
      const length = fullLength(first.children)
      cutText(first.children, left)
      left -= Math.min(left, length)
      if (first.children.length > 0) return
      nodes.shift()
    } else return
  }
}

type Mark = Extract<Nodes, { type: 'strong' | 'emphasis' | 'smallCaps' | 'underline' | 'span' }>

function isMark(node: Nodes): node is Mark {
  return ['strong', 'emphasis', 'smallCaps', 'underline', 'span'].includes(node.type)
}

/** Number of characters of text in the nodes; a node without text counts as one. */
function fullLength(nodes: readonly Nodes[]): number {
  return nodes.reduce((sum, node) => {
    if (node.type === 'text') return sum + node.value.length
    return sum + (isMark(node) ? fullLength(node.children) : 1)
  }, 0)
}
