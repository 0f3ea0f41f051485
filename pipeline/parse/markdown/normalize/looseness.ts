/**
 * `… text. {looseness=-1}` → the attributes of the paragraph. Only a list with `looseness` and nothing else
 * is taken. Any other list belongs to the image, equation, … before it (`attributes.ts`) or to the caption of
 * a table; without these, the list becomes text.
 */

import type { Branch } from '../tree/branches.ts'
import { hasOnlyLooseness, takeTrailingAttributes } from './attributes.ts'

/**
 * Takes the lists with `looseness` from the ends of paragraphs. Runs after the steps in which figures and
 * captions take their attribute lists.
 */
export function attachLooseness(branch: Branch): void {
  // The item may still become the caption of a table, so its list is not taken yet. If the item becomes part
  // of a list, `marked-items.ts` calls this function again.
  if (branch.type === 'markedItem') return
  for (const child of branch.children) {
    const last = child.type === 'paragraph' ? child.children.at(-1) : undefined
    if (child.type !== 'paragraph' || last?.type !== 'attributeList') continue
    if (child.children.length < 2 || !hasOnlyLooseness(last)) continue
    const attributes = takeTrailingAttributes(child)
    if (attributes) child.data = { ...child.data, attributes }
  }
}
