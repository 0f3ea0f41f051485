/**
 * bookdown's label `(\#eq:x)` in a formula → the id of the equation; a label in the caption of a listing →
 * the id of the listing. The captions of figures and tables have lost their labels already (`labels.ts`).
 */
import { attributesOf, labelEquation } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { nameBy, takeLabels } from './labels.ts'

export function bookdownLabels(branch: Branch): void {
  for (const child of branch.children) {
    if (child.type === 'listing') {
      nameBy(child, takeLabels(child.children.filter(node => node.type === 'caption')))
      continue
    }
    if (child.type !== 'equation') continue
    const [mark, id] = /\s*\(\\#(eq:[\w:.-]+)\)/.exec(child.value) ?? []
    if (mark === undefined || id === undefined) continue
    child.value = child.value.replace(mark, '').trimEnd()
    if (child.id === undefined) labelEquation(child, attributesOf(id))
  }
}
