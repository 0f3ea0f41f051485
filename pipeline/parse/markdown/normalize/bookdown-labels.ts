/**
 * bookdown's label `(\#eq:x)` in a formula → the id of the equation. The captions of figures and tables have
 * lost their labels already (`labels.ts`); `listings.ts` reads those of listings.
 */
import { attributesOf, labelEquation } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'

export function bookdownLabels(branch: Branch): void {
  for (const child of branch.children) {
    if (child.type !== 'equation') continue
    const [mark, id] = /\s*\(\\#(eq:[\w:.-]+)\)/.exec(child.value) ?? []
    if (mark === undefined || id === undefined) continue
    child.value = child.value.replace(mark, '').trimEnd()
    if (child.id === undefined) labelEquation(child, attributesOf(id))
  }
}
