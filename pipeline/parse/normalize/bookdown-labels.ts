/**
 * bookdown's labels, which stand in the text: `(\#tab:x) Caption` at the beginning of a caption, `(\#eq:x)` in
 * a formula → the id of the table, figure or equation.
 */
import type { Caption } from '../../mdast.ts'
import { attributesOf, labelEquation, mergeAttributes } from '../attributes.ts'
import { advance } from '../position.ts'
import type { Branch } from './branches.ts'

export function bookdownLabels(branch: Branch): void {
  for (const child of branch.children) {
    if (child.type === 'equation') {
      const [mark, id] = /\s*\(\\#(eq:[\w:.-]+)\)/.exec(child.value) ?? []
      if (mark === undefined || id === undefined) continue
      child.value = child.value.replace(mark, '').trimEnd()
      if (child.id === undefined) labelEquation(child, attributesOf(id))
    } else if (child.type === 'captionedTable' || child.type === 'figure' || child.type === 'listing') {
      const caption = child.children.find(node => node.type === 'caption')
      const id = caption && takeLabel(caption)
      if (id !== undefined) child.attributes = mergeAttributes(child.attributes, attributesOf(id))
    }
  }
}

/** The parser has taken the backslash away. */
function takeLabel({ children: [first] }: Caption): string | undefined {
  if (first?.type !== 'text') return undefined
  const [mark = '', id] = /^\s*\(#((?:tab|tbl|fig|lst):[\w:.-]+)\)\s*/.exec(first.value) ?? []
  if (id === undefined) return undefined
  first.value = first.value.slice(mark.length)
  const { position } = first
  if (position) first.position = { ...position, start: advance(position.start, mark.length + 1) }
  return id
}
