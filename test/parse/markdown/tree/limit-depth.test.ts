/** A tree that is deeper than the stages after it can walk. */
import type { Nodes, Root } from 'mdast'
import { expect, it } from 'vitest'
import { limitDepth } from '../../../../pipeline/parse/markdown/tree/limit-depth.ts'

const depth = 1000
const source = '*'.repeat(depth)

function nested(): Root {
  let node: Nodes = { type: 'text', value: 'deep' }
  for (let index = depth; index-- > 0; ) {
    const point = (offset: number) => ({ line: 1, column: offset + 1, offset })
    node = { type: 'emphasis', children: [node], position: { start: point(index), end: point(depth) } }
  }
  return { type: 'root', children: [{ type: 'paragraph', children: [node] }] }
}

it('what is too deep becomes text, its source, with its place', () => {
  const tree = nested()
  limitDepth(tree, source)
  let node: Nodes = tree
  let levels = 0
  for (; 'children' in node && node.children[0]; levels++) node = node.children[0]
  expect(levels).toBeLessThan(200)
  expect(node).toMatchObject({ type: 'text', value: source.slice(levels - 2) })
  expect(tree.data?.excessMarkup).toHaveLength(1)
})
