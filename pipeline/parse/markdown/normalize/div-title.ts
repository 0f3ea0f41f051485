/** The title of a box or theorem: an attribute of its div, or the heading that the div begins with. */
import type { PhrasingContent } from 'mdast'
import type { Caption, Div } from '../../../model/mdast.ts'
import { atPosition, placedAt } from '../tree/position.ts'

/** Takes the heading out of the div; an attribute goes before it. */
export function takeTitle(
  div: Div,
  keys: readonly string[],
  phrases: (text: string) => PhrasingContent[],
): Caption | undefined {
  const [first] = div.children
  const said = keys.map(key => div.attributes.values[key]).find(value => value !== undefined && value !== '')
  if (said !== undefined) {
    const place = div.position?.start
    const position = place && { start: { ...place }, end: { ...place } }
    return { type: 'caption', children: placedAt(phrases(said), position), ...atPosition(position) }
  }
  if (first?.type !== 'heading') return undefined
  div.children.shift()
  return { type: 'caption', children: first.children, ...atPosition(first.position) }
}
