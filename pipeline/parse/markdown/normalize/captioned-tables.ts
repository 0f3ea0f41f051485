/**
 * A table and the paragraph before or after it that begins with `: ` or `Table: ` → `captionedTable`
 * (pandoc's table captions). The caption may also follow the last row without a blank line.
 *
 *     | a | b |
 *     |---|---|             →  captionedTable
 *                                caption: A *caption*.
 *     : A *caption*. {#tbl:x}    table
 *
 * The foot of a grid table may also be the caption: one cell, `Table 1: A caption.`
 *
 * bookdown writes the id before the caption: `(\#tab:x) A caption.` Quarto puts the table and its caption
 * into a div, `::: {#tbl-x}`, in which the caption is the paragraph below the table.
 */
import type { Nodes, Paragraph, PhrasingContent, Table } from 'mdast'
import type { AttributeList, Attributes, Caption, CaptionedTable } from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes, withoutValues } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { advance, atPosition, positionOf, rangeOf } from '../tree/position.ts'
import { takeTrailingAttributes } from './attributes.ts'
import { nameBy, takeLabels } from './labels.ts'

const captionMark = /^(?:[Tt]able)?:[ \t\n]+/
const numberedCaption = /^Tab(?:le|\.)\s+\p{L}?\d+(?:\.\d+)*[.:]\s/u
/** The id of a table: Quarto's `tbl-x`, and also pandoc-crossref's `tbl:x` and bookdown's `tab:x`. */
const tableId = /^(?:tbl|tab)[-:]/

export function captionTables(branch: Branch): void {
  if (branch.children.some(child => child.type === 'div')) branch.children = branch.children.map(unwrapDiv)
  if (!branch.children.some(child => child.type === 'table')) return
  const { children } = branch
  const result: Nodes[] = []
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    const next = children[index + 1]
    if (child === undefined) continue
    if (isTableCaption(child) && next?.type === 'table') {
      result.push(captionedTable(next, child))
      index++
    } else if (child.type === 'table' && next && isTableCaption(next)) {
      result.push(captionedTable(child, next))
      index++
    } else if (child.type === 'table') {
      const caption = takeCaptionRow(child) ?? takeCaptionFoot(child)
      result.push(caption ? captionedTable(child, caption) : child)
    } else {
      result.push(child)
    }
  }
  branch.children = result
}

function isTableCaption(node: Nodes): node is Paragraph {
  if (node.type !== 'paragraph') return false
  const [first] = node.children
  return isLabel(first) || (first?.type === 'text' && captionMark.test(first.value))
}

/** True for the attributes at the beginning of a caption, `{#stable:x} **Title.** Words.` (rxiv-maker). */
function isLabel(node: Nodes | undefined): node is AttributeList {
  return node?.type === 'attributeList' && /^(?:s?table|tbl|tab)[:-]/.test(node.attributes.id ?? '')
}

/** True for the paragraph `{#tbl:x}`: the table has a number, and its caption has no words. */
function isIdAlone({ children }: Paragraph): boolean {
  const [only, ...others] = children
  return (
    only?.type === 'text' && others.length === 0 && /^\{#(?:tbl|tab)[-:][^{}]*\}$/.test(only.value.trim())
  )
}

function captionedTable(table: Table, paragraph: Paragraph): CaptionedTable {
  const position = paragraph.position
  const [label, ...words] = paragraph.children
  const leading = isLabel(label) ? label.attributes : attributesOf(undefined)
  paragraph.children = withoutCaptionMark(isLabel(label) ? words : paragraph.children)
  const [first] = paragraph.children
  if (isLabel(label) && first?.type === 'text') first.value = first.value.trimStart()
  const labels = takeLabels([paragraph])
  const trailing = mergeAttributes(leading, takeTrailingAttributes(paragraph) ?? attributesOf(undefined))
  const caption: Caption = { type: 'caption', children: paragraph.children, ...atPosition(position) }
  const captioned: CaptionedTable = {
    type: 'captionedTable',
    attributes: takeWidths(table, trailing),
    children: [caption, table],
    ...atPosition(rangeOf([caption, table])),
  }
  nameBy(captioned, labels)
  return captioned
}

/**
 * Quarto's `tbl-colwidths="[60,40]"`, in per cent of the width → `data.widths` of the table, in fractions of
 * 1. Percentages with a sum above 100 are scaled down to 100. Returns the attributes without the widths, or
 * all of them if the number of widths is not the number of columns.
 */
function takeWidths(table: Table, attributes: Attributes): Attributes {
  const percentages = attributes.values['tbl-colwidths']
  const widths = percentages?.match(/\d+(?:\.\d+)?/g)?.map(Number)
  if (!widths || widths.length !== table.align?.length) return attributes
  const sum = widths.reduce((total, width) => total + width, 0)
  const fullWidth = Math.max(100, sum)
  table.data = {
    ...table.data,
    widths: widths.map(width => Math.round((width / fullWidth) * 10_000) / 10_000),
  }
  return withoutValues(attributes, ['tbl-colwidths'])
}

/** A div `::: {#tbl-x}` around a table and its caption → `captionedTable`; any other node is unchanged. */
function unwrapDiv(node: Nodes): Nodes {
  if (node.type !== 'div') return node
  const { id = '' } = node.attributes
  if (!tableId.test(id)) return node
  const [first, second, ...others] = node.children
  if (!first || others.length > 0) return node
  if (first.type === 'captionedTable' && !second) {
    const attributes = mergeAttributes(first.attributes, node.attributes)
    return { ...first, attributes: { ...attributes, id }, ...atPosition(node.position) }
  }
  if (first.type !== 'table') return node
  const caption = second
  if (caption?.type !== 'paragraph') return node
  const table = captionedTable(first, caption)
  const attributes = mergeAttributes(node.attributes, table.attributes)
  return {
    ...table,
    attributes: takeWidths(first, attributes),
    ...atPosition(node.position),
  }
}

/** The words of a caption without `Table: ` or `: ` at the beginning. */
function withoutCaptionMark([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== 'text') return first ? [first, ...rest] : rest
  const mark = captionMark.exec(first.value)?.[0] ?? ''
  const value = first.value.slice(mark.length)
  if (value === '') return rest
  const { position } = first
  const start = position && advance(position.start, mark.length)
  return [{ ...first, value, ...(position && start && { position: { start, end: position.end } }) }, ...rest]
}

/**
 * The parser reads `: caption` on the line below the last row as a row: of one cell, or of several if the
 * caption contains pipes. Takes this row out of the table and returns it as a paragraph; undefined if the
 * last row is not a caption.
 */
function takeCaptionRow(table: Table): Paragraph | undefined {
  const row = table.children.at(-1)
  const [cell] = row?.children ?? []
  if (!row || !cell || table.children.length < 2) return undefined
  if ((table.children[0]?.children.length ?? 0) < 2) return undefined
  const children = row.children.flatMap((cell, index): PhrasingContent[] =>
    index === 0 ? cell.children : [{ type: 'text', value: ' | ' }, ...cell.children],
  )
  const paragraph: Paragraph = { type: 'paragraph', children, ...atPosition(row.position) }
  if (!isTableCaption(paragraph) && !isIdAlone(paragraph)) return undefined
  // A line that begins with a pipe is a row of the table, even if its first cell reads like a caption.
  if (row.children.length > 1 && cell.children[0]?.position?.start.column !== row.position?.start.column) {
    return undefined
  }
  table.children.pop()
  const position = positionOf(table.children)
  if (position) table.position = position
  return paragraph
}

/** Takes a foot of one cell that reads like a caption, `Table 1: …`, out of the table. */
function takeCaptionFoot(table: Table): Paragraph | undefined {
  const row = table.children.at(-1)
  const [cell, ...others] = row?.children ?? []
  const [first] = cell?.children ?? []
  if (table.data?.footRows !== 1 || !row || !cell || others.length > 0) return undefined
  if (first?.type !== 'text' || !numberedCaption.test(first.value)) return undefined
  table.children.pop()
  const { footRows, ...data } = table.data
  table.data = data
  const position = positionOf(table.children)
  if (position) table.position = position
  return { type: 'paragraph', children: cell.children, ...atPosition(cell.position ?? row.position) }
}
