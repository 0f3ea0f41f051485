/** `<table>` → `Table`: its rows and cells with their spans; the first rows of heads are the head. */
import type { Element, ElementContent } from 'hast'
import type { AlignType, BlockContent, PhrasingContent, Table } from 'mdast'
import type { Position } from 'unist'
import { type CellSource, tableNode } from '../table-node.ts'

export interface TableContext {
  /** What stands in a cell. */
  readonly content: (children: readonly ElementContent[]) => (PhrasingContent | BlockContent)[]
  readonly position: Position | undefined
}

export function tableFromHast(element: Element, { content, position }: TableContext): Table {
  const rows = rowsOf(element).map(row =>
    row.children.flatMap((cell): CellSource[] => {
      if (cell.type !== 'element' || (cell.tagName !== 'td' && cell.tagName !== 'th')) return []
      return [
        {
          children: content(cell.children),
          columns: spanOf(cell, 'colSpan'),
          rows: spanOf(cell, 'rowSpan'),
          isHead: cell.tagName === 'th',
          align: alignOf(cell),
          position,
        },
      ]
    }),
  )
  const firstText = rows.findIndex(cells => cells.some(cell => !cell.isHead))
  const headRows = firstText < 0 ? rows.length : firstText
  return tableNode(rows, { headRows, position })
}

function rowsOf(element: Element): readonly Element[] {
  return element.children.flatMap((child): readonly Element[] => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : []
  })
}

function spanOf({ properties }: Element, key: 'colSpan' | 'rowSpan'): number {
  const value = Number(properties[key] ?? 1)
  return Number.isInteger(value) && value > 0 && value <= 1000 ? value : 1
}

function alignOf({ properties }: Element): AlignType | undefined {
  const { align } = properties
  return align === 'left' || align === 'right' || align === 'center' ? align : undefined
}
