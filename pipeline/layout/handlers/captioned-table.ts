/** A table with its caption: `<figure class="table">` with the caption before the table. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import { textNode } from '../../model/hast.ts'
import type { CaptionedTable } from '../../model/mdast.ts'
import { fillPattern } from '../../values/pattern.ts'
import { creditLine } from '../credit-line.ts'
import { floatData } from '../float-data.ts'
import type { Lookup } from '../lookup.ts'

export function captionedTable({ article, journal }: Lookup): Handler {
  return (state, node: CaptionedTable) => {
    const id = node.data?.id
    const number = article.targets.get(id ?? '')?.number || undefined
    const { labels } = journal.manifest
    const label = fillPattern(labels.table.caption, { number })
    const dataContinued = fillPattern(labels.table.continued, { number })
    const [caption, table] = node.children
    const element = h(
      'figure',
      {
        id,
        className: ['table'],
        ...(number !== undefined && { dataContinued }),
        ...floatData(node.data?.nudges, 'column'),
      },
      [
        ...(number === undefined && caption.children.length === 0
          ? []
          : [
              h('figcaption', [
                ...(number === undefined ? [] : [h('span', { className: ['label'] }, label), textNode(' ')]),
                ...state.all(caption),
                ...creditLine(node.data?.credit, 'source', journal),
              ]),
            ]),
        ...[state.one(table, node) ?? []].flat(),
      ],
    )
    state.patch(node, element)
    return element
  }
}
