/**
 * A line block (pandoc) → a div of the class `line-block` with one paragraph. Its lines end where the author
 * ended them, and spaces at the beginning of a line become no-break spaces.
 *
 *     | The limerick packs laughs anatomical
 *     |    In space that is quite economical.     →  div: paragraph: text, break, text
 *
 * A paragraph whose first line ends with `|` too consists of rows of a broken table, and stays as it is.
 */
import type { Nodes, Paragraph, PhrasingContent, Text } from 'mdast'
import type { Div } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { advance, atPosition } from '../tree/position.ts'

export function lineBlocks(branch: Branch): void {
  branch.children = branch.children.map(child => (isLineBlock(child) ? lineBlock(child) : child))
}

function lineBlock(paragraph: Paragraph): Div {
  return {
    type: 'div',
    attributes: attributesOf(undefined, ['line-block']),
    children: [{ ...paragraph, children: withBreaks(paragraph) }],
    ...atPosition(paragraph.position),
  }
}

function isLineBlock(node: Nodes): node is Paragraph {
  if (node.type !== 'paragraph') return false
  const [first] = node.children
  // The first line may be empty.
  return first?.type === 'text' && /^\|(?: (?![^\n]*\|[ \t]*(?:\n|$))|\n\| )/.test(first.value)
}

/** The children of a paragraph, with a `break` before each line that begins with `|`, except the first. */
function withBreaks({ children }: Paragraph): PhrasingContent[] {
  const result: PhrasingContent[] = []
  let isLineStart = true
  for (const child of children) {
    if (child.type === 'break') {
      isLineStart = true
      continue
    }
    const lines = child.type === 'text' ? linesOfText(child) : [child]
    for (const [index, line] of lines.entries()) {
      isLineStart ||= index > 0
      if (isLineStart && line.type === 'text') addLine(result, line)
      else result.push(line)
      isLineStart = false
    }
  }
  return result
}

/** Adds a line of the source. Only a line with `|` begins a new line; any other continues the line before. */
function addLine(result: PhrasingContent[], text: Text): void {
  const match = /^\|(?: (?<spaces> *)|$)/.exec(text.value)
  if (!match) {
    result.push({ ...text, value: ` ${text.value}` })
    return
  }
  const value = `${'\u00A0'.repeat(match.groups?.spaces?.length ?? 0)}${text.value.slice(match[0].length)}`
  const position = text.position && {
    start: advance(text.position.start, match[0].length),
    end: text.position.end,
  }
  if (result.length > 0) {
    const start = text.position?.start
    result.push({ type: 'break', ...atPosition(start && { start, end: start }) })
  }
  if (value !== '') result.push({ type: 'text', value, ...atPosition(position) })
}

/** The lines of a text as one text node each, with their positions. */
function linesOfText(text: Text): readonly Text[] {
  const lines = text.value.split('\n')
  const { position } = text
  if (!position || lines.length === 1) return [text]
  let offset = position.start.offset
  return lines.map((value, index) => {
    const line = position.start.line + index
    const start = index === 0 ? position.start : { line, column: 1, ...(offset !== undefined && { offset }) }
    if (offset !== undefined) offset += value.length + 1
    const end = index === lines.length - 1 ? position.end : advance(start, value.length)
    return { type: 'text', value, position: { start, end } }
  })
}
