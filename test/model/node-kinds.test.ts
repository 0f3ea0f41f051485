/** Which nodes are blocks, and which have children. */
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { isBlock, isParent } from '../../pipeline/model/node-kinds.ts'

describe('a block', () => {
  it.each<[string, Nodes, boolean]>([
    ['a paragraph', { type: 'paragraph', children: [] }, true],
    ['a div', { type: 'div', attributes: { classes: [], values: {} }, children: [] }, true],
    ['text', { type: 'text', value: 'x' }, false],
    ['an item of a list', { type: 'listItem', children: [] }, false],
    ['a display formula, which can be inside a paragraph', { type: 'equation', value: 'x' }, false],
    ['unread source between paragraphs', { type: 'unread', value: '', what: '', isBlock: true }, true],
    ['unread source in a line', { type: 'unread', value: '', what: '', isBlock: false }, false],
  ])('%s', (_, node, expected) => {
    expect(isBlock(node)).toBe(expected)
  })
})

it('a citation is a parent only if its words have markup', () => {
  const citation: Nodes = { type: 'citation', mode: 'narrative', items: [], source: '@a' }
  expect(isParent(citation)).toBe(false)
  expect(isParent({ ...citation, children: [] })).toBe(true)
  expect(isParent({ type: 'text', value: 'x' })).toBe(false)
})
