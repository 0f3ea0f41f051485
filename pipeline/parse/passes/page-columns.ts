/**
 * Quarto's divs that leave the column: `::: {.column-page}` → the figures and tables inside span the page;
 * other content cannot, which is reported. `::: {.column-margin}` and the class `aside` are nudges of
 * figures, tables, divs, boxes and spans; for other content, they are reported here.
 */
import type { Root, RootContent, Table } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import type { Attributes, CaptionedTable, Div } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'
import { attributesOf, mergeAttributes } from '../markdown/tree/attributes.ts'
import { atPosition } from '../markdown/tree/position.ts'
import { isMarginClass, isWideClass, mayBeInMargin } from './nudges.ts'

/** Spreads the wishes of divs to the floats inside, in place. */
export function readPageColumns(tree: Root, file: VFile): void {
  visit(tree, node => {
    if (!('attributes' in node)) return
    const classes = node.attributes?.classes ?? []
    const margin = classes.find(isMarginClass)
    if (margin !== undefined && !mayBeInMargin(node.type)) {
      report(file, 'nudge-idle', {
        reason: `Unexpected class \`${margin}\` of a ${node.type}, which cannot be in the margin`,
        place: node,
        note: 'It is set in the text. Put it into `::: {.column-margin}`.',
      })
    }
    if (node.type === 'div' && classes.some(isWideClass)) widen(node, file)
  })
}

const page = attributesOf(undefined, ['column-page'])

function widen(div: Div, file: VFile): void {
  let hasFloat = false
  visit(div, node => {
    if (node.type !== 'figure' && node.type !== 'captionedTable') return
    hasFloat = true
    if (!hasSpan(node.attributes)) node.attributes = mergeAttributes(node.attributes, page)
  })
  div.children = div.children.map((child): RootContent => {
    if (child.type !== 'table') return child
    hasFloat = true
    return wideTable(child)
  })
  if (hasFloat) return
  const name = div.attributes.classes.find(isWideClass)
  report(file, 'nudge-idle', {
    reason: `Unexpected class \`${name}\` of text, expected a figure or a table`,
    place: div,
    note: 'Only figures and tables can span the page. The content is set in its column.',
  })
}

function hasSpan({ classes, values }: Attributes): boolean {
  return values.span !== undefined || values.fullwidth !== undefined || classes.some(isWideClass)
}

/** A table without a caption → a float of the page, without a number. */
function wideTable(table: Table): CaptionedTable {
  const place = atPosition(table.position)
  return {
    type: 'captionedTable',
    attributes: page,
    children: [{ type: 'caption', children: [], ...place }, table],
    ...place,
  }
}
