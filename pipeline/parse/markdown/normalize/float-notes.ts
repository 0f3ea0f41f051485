/**
 * The note under a figure or table, which apaquarto takes from the attribute or option `apa-note` → the last
 * sentence of the caption.
 */
import type { PhrasingContent } from 'mdast'
import type { Caption, CaptionedTable, Figure } from '../../../model/mdast.ts'
import { withoutValues } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition, placedAt } from '../tree/position.ts'

export function floatNotes(branch: Branch, phrases: (text: string) => PhrasingContent[]): void {
  for (const child of branch.children) {
    if (child.type === 'figure' || child.type === 'captionedTable') addNote(child, phrases)
  }
}

function addNote(float: Figure | CaptionedTable, phrases: (text: string) => PhrasingContent[]): void {
  const note = float.attributes.values['apa-note']?.trim()
  if (!note) return
  float.attributes = withoutValues(float.attributes, ['apa-note'])
  const words = placedAt(phrases(note), float.position)
  const caption = float.children.find((child): child is Caption => child.type === 'caption')
  if (caption) caption.children.push({ type: 'text', value: ' ', ...atPosition(float.position) }, ...words)
  else if (float.type === 'figure')
    float.children.push({ type: 'caption', children: words, ...atPosition(float.position) })
}
