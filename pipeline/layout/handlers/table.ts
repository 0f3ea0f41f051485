/**
 * A table; cells say how they are aligned by a class, as looks belong to CSS. Its width is an attribute of
 * the figure that it has a caption in.
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Table, TableRow } from 'mdast'
import type { Handler, State } from 'mdast-util-to-hast'

export const table: Handler = (state, node: Table, parent) => {
  const [head, ...rows] = node.children
  const width = parent?.type === 'captionedTable' ? parent.data?.nudges?.width : undefined
  const element = h('table', { ...(width !== undefined && { style: `width: ${width}` }) }, [
    ...(head ? [h('thead', [rowOf(state, head, node, 'th')])] : []),
    ...(rows.length > 0
      ? [
          h(
            'tbody',
            rows.map(row => rowOf(state, row, node, 'td')),
          ),
        ]
      : []),
  ])
  state.patch(node, element)
  return element
}

function rowOf(state: State, row: TableRow, node: Table, tagName: 'td' | 'th'): Element {
  const cells = row.children.map((cell, index) => {
    const align = node.align?.[index]
    const element = h(
      tagName,
      {
        ...(tagName === 'th' && { scope: 'col' }),
        ...(align && { className: [`align-${align}`] }),
      },
      state.all(cell),
    )
    state.patch(cell, element)
    return element
  })
  const element = h('tr', cells)
  state.patch(row, element)
  return element
}
