/**
 * `… text. {looseness=-1}` → the attributes of the paragraph. Only a list that says `looseness` and nothing
 * else is taken: one with an id or classes is what it is without `looseness`, the attributes of the image,
 * equation, … before it (`attributes.ts`) or of a table's caption, and text where there is none of them.
 */

import type { Branch } from '../tree/branches.ts'
import { saysLooseness, takeTrailingAttributes } from './attributes.ts'

/** After the lists of figures and captions have been taken. */
export function attachLooseness(branch: Branch): void {
  // It may still become the caption of a table; `marked-items.ts` asks again where it does not.
  if (branch.type === 'markedItem') return
  for (const child of branch.children) {
    const last = child.type === 'paragraph' ? child.children.at(-1) : undefined
    if (child.type !== 'paragraph' || last?.type !== 'attributeList') continue
    if (child.children.length < 2 || !saysLooseness(last)) continue
    const attributes = takeTrailingAttributes(child)
    if (attributes) child.data = { ...child.data, attributes }
  }
}
