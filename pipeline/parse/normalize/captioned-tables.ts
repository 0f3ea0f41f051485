/**
 * A table and the paragraph before or after it that begins with `: ` or `Table: ` → `captionedTable`
 * (pandoc's table captions). The line may also follow the last row without a blank line.
 *
 *     | a | b |
 *     |---|---|             →  captionedTable
 *                                caption: A *caption*.
 *     : A *caption*. {#tbl:x}    table
 */
import type { Nodes, Paragraph, PhrasingContent, Table } from 'mdast'
import type { Caption, CaptionedTable } from '../../mdast.ts'
import { attributesOf } from '../attributes.ts'
import { advance, atPosition, positionOf } from '../position.ts'
import { takeTrailingAttributes } from './attributes.ts'
import type { Branch } from './branches.ts'
import { nameBy, takeLabels } from './labels.ts'

const captionMark = /^(?:[Tt]able)?:[ \t\n]+/

export function captionTables(branch: Branch): void {
  if (!branch.children.some(child => child.type === 'table')) return
  const { children } = branch
  const result: Nodes[] = []
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    const next = children[index + 1]
    if (child === undefined) continue
    if (isCaption(child) && next?.type === 'table') {
      result.push(captionedTable(next, child))
      index++
    } else if (child.type === 'table' && next && isCaption(next)) {
      result.push(captionedTable(child, next))
      index++
    } else if (child.type === 'table') {
      const row = takeCaptionRow(child)
      result.push(row ? captionedTable(child, row) : child)
    } else {
      result.push(child)
    }
  }
  branch.children = result
}

function isCaption(node: Nodes): node is Paragraph {
  if (node.type !== 'paragraph') return false
  const [first] = node.children
  return first?.type === 'text' && captionMark.test(first.value)
}

function captionedTable(table: Table, paragraph: Paragraph): CaptionedTable {
  const position = paragraph.position
  const labels = takeLabels([paragraph])
  const attributes = takeTrailingAttributes(paragraph) ?? attributesOf(undefined)
  const children = withoutMark(paragraph.children)
  const caption: Caption = { type: 'caption', children, ...atPosition(position) }
  const whole = [caption, table].toSorted(
    (a, b) => (a.position?.start.line ?? 0) - (b.position?.start.line ?? 0),
  )
  const captioned: CaptionedTable = {
    type: 'captionedTable',
    attributes,
    children: [caption, table],
    ...atPosition(positionOf(whole)),
  }
  nameBy(captioned, labels)
  return captioned
}

function withoutMark([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== 'text') return first ? [first, ...rest] : rest
  const mark = captionMark.exec(first.value)?.[0] ?? ''
  const value = first.value.slice(mark.length)
  if (value === '') return rest
  const { position } = first
  const start = position && advance(position.start, mark.length)
  return [{ ...first, value, ...(position && start && { position: { start, end: position.end } }) }, ...rest]
}

/** `: caption` right below the last row has become a row of one cell. */
function takeCaptionRow(table: Table): Paragraph | undefined {
  const row = table.children.at(-1)
  const [cell] = row?.children ?? []
  if (!row || !cell || row.children.length > 1 || table.children.length < 2) return undefined
  if ((table.children[0]?.children.length ?? 0) < 2) return undefined
  const paragraph: Paragraph = { type: 'paragraph', children: cell.children, ...atPosition(cell.position) }
  if (!isCaption(paragraph)) return undefined
  table.children.pop()
  const position = positionOf(table.children)
  if (position) table.position = position
  return paragraph
}
