/**
 * rxiv-maker's supplementary notes → sections without a number:
 *
 *     {#snote:model} **The model.** Words.  →  heading #snote:model "The model", paragraph
 */
import type { Nodes } from 'mdast'
import { attributesOf, mergeAttributes } from '../tree/attributes.ts'
import { type Branch, isBlank } from '../tree/branches.ts'
import { atPosition, positionOf } from '../tree/position.ts'

/** The level of the headings: rxiv-maker prints `\subsection*`. */
const depth = 3

export function supplementaryNotes(branch: Branch): void {
  if (!branch.children.some(child => child.type === 'paragraph')) return
  branch.children = branch.children.flatMap(noteNodes)
}

function noteNodes(node: Nodes): Nodes[] {
  if (node.type !== 'paragraph') return [node]
  const [list, gap, title, ...words] = node.children
  if (list?.type !== 'attributeList' || !/^snote[-:]/.test(list.attributes.id ?? '')) return [node]
  if (!isBlank(gap) || title?.type !== 'strong') return [node]
  const last = title.children.at(-1)
  if (last?.type === 'text') last.value = last.value.replace(/\.$/, '')
  const attributes = mergeAttributes(list.attributes, attributesOf(undefined, ['unnumbered']))
  const heading: Nodes = {
    type: 'heading',
    depth,
    children: title.children,
    data: { attributes },
    ...atPosition(positionOf([list, title])),
  }
  const [first] = words
  if (first?.type === 'text') first.value = first.value.trimStart()
  return words.every(isBlank) ? [heading] : [heading, { ...node, children: words }]
}
