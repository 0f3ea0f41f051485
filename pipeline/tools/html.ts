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
  const pieces: string[] = []
  const add = (node: RootContent): void => {
    // Foreign elements are written by other rules than HTML, which the writer finds at their root.
    const isWhole = node.type !== 'element' || node.tagName === 'svg' || node.tagName === 'template'
    if (isWhole || nodesUpTo(largestPiece + 1, node) <= largestPiece) {
      pieces.push(write(node))
      return
    }
    const placeholder: ElementContent = { type: 'text', value: content }
    const [start = '', end = ''] = write({ ...node, children: [placeholder] }).split(content)
    pieces.push(start)
    node.children.forEach(add)
    pieces.push(end)
  }
  tree.children.forEach(add)
  return pieces.join('')
}

/** Counts the nodes of a tree, up to a limit. */
function nodesUpTo(limit: number, node: RootContent): number {
  let count = 1
  if (node.type !== 'element') return count
  for (const child of node.children) {
    if (count >= limit) break
    count += nodesUpTo(limit - count, child)
  }
  return count
}
