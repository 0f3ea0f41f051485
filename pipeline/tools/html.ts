/** The only importer of rehype-stringify: a tree → HTML. */
import type { ElementContent, Root, RootContent } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

/**
 * The number of nodes up to which an element is written in one piece. The writer joins the text of an element
 * again in each element around it, so a whole article would be copied as often as it is deep.
 */
const largestPiece = 200

/** Stands for the content of an element while its tags are written; a character that no text may contain. */
const content = '\uFFFE'

export function toHtml(tree: Root): string {
  const writer = unified().use(rehypeStringify).freeze()
  const write = (node: RootContent) => writer.stringify({ type: 'root', children: [node] })
  const sizes = new Map<RootContent, number>()
  const pieces: string[] = []
  const add = (node: RootContent): void => {
    // Foreign elements are written by other rules than HTML, which the writer finds at their root.
    const isWhole = node.type !== 'element' || node.tagName === 'svg' || node.tagName === 'template'
    if (isWhole || (sizes.get(node) ?? 0) <= largestPiece) {
      pieces.push(write(node))
      return
    }
    const placeholder: ElementContent = { type: 'text', value: content }
    const [start = '', end = ''] = write({ ...node, children: [placeholder] }).split(content)
    pieces.push(start)
    node.children.forEach(add)
    pieces.push(end)
  }
  for (const node of tree.children) {
    countNodes(node, sizes)
    add(node)
  }
  return pieces.join('')
}

/** Returns the number of nodes of a tree, and notes it for each of its elements. */
function countNodes(node: RootContent, sizes: Map<RootContent, number>): number {
  if (node.type !== 'element') return 1
  const size = node.children.reduce((sum, child) => sum + countNodes(child, sizes), 1)
  sizes.set(node, size)
  return size
}
