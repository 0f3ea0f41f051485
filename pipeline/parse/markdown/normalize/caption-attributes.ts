/**
 * Quarto's captions in the attributes of divs → the last paragraph of the div, where figures and tables look
 * for it:
 *
 *     ::: {#fig-x fig-cap="A *plot*"}     →  div: image, paragraph "A plot"
 *     ![](a.svg)
 *     :::
 */
import type { PhrasingContent } from 'mdast'
import { withoutValues } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition, placedAt } from '../tree/position.ts'

const keys = ['fig-cap', 'tbl-cap'] as const

/** Moves the captions in place. `phrases` reads Markdown. */
export function captionAttributes(branch: Branch, phrases: (text: string) => PhrasingContent[]): void {
  for (const child of branch.children) {
    if (child.type !== 'div') continue
    const { id, classes, values } = child.attributes
    const key = keys.find(name => values[name] !== undefined)
    const text = key && values[key]
    if (key === undefined || text === undefined || (id === undefined && !classes.includes('figure'))) continue
    const children = placedAt(phrases(text), child.position)
    child.children.push({ type: 'paragraph', children, ...atPosition(child.position) })
    child.attributes = withoutValues(child.attributes, [key])
  }
}
