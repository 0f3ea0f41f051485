/** A table; cells say how they are aligned by a class, as looks belong to CSS. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Table, TableRow } from 'mdast'
import type { Handler, State } from 'mdast-util-to-hast'

export const table: Handler = (state, node: Table) => {
  const [head, ...rows] = node.children
  const element = h('table', [
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
