/**
 * Words of captions that are attributes or options: the `caption` of a figure without another one (a code
 * cell of MyST), and the note below a figure or table, `apa-note` in apaquarto, which ends the caption.
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
  const caption = float.children.find((child): child is Caption => child.type === 'caption')
  const { caption: written, 'apa-note': note } = float.attributes.values
  const text = [float.type === 'figure' && !caption ? written : undefined, note]
    .map(part => part?.trim() ?? '')
    .filter(part => part !== '')
    .join(' ')
  if (text === '') return
  float.attributes = withoutValues(float.attributes, ['caption', 'apa-note'])
  const words = placedAt(phrases(text), float.position)
  if (caption) caption.children.push({ type: 'text', value: ' ', ...atPosition(float.position) }, ...words)
  else if (float.type === 'figure')
    float.children.push({ type: 'caption', children: words, ...atPosition(float.position) })
}
