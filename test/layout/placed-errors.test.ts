import type { Paragraph, Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { expect, it } from 'vitest'
import { placedErrors } from '../../pipeline/layout/placed-errors.ts'

const at = (line: number) => ({
  start: { line, column: 1, offset: 0 },
  end: { line, column: 5, offset: 4 },
})

it('gives an error the place of the innermost node', () => {
  const inner: Paragraph = { type: 'paragraph', children: [], position: at(7) }
  const tree: Root = { type: 'root', children: [{ type: 'blockquote', children: [inner], position: at(3) }] }
  const handlers = placedErrors({
    blockquote: (state, node) => ({
      type: 'element',
      tagName: 'div',
      properties: {},
      children: state.all(node),
    }),
    paragraph: () => {
      throw new TypeError('no such thing')
    },
  })
  expect(() => toHast(tree, { handlers })).toThrow(
    expect.objectContaining({ message: 'no such thing', place: at(7) }),
  )
})
