/** The title of a callout or theorem: an attribute of its div, or the heading that the div begins with. */
import type { PhrasingContent } from 'mdast'
import type { Caption, Div } from '../../../model/mdast.ts'
import { atPosition, placedAt } from '../tree/position.ts'

/**
 * Returns the title as a caption; undefined if the div has no title. The title is the first attribute of
 * `keys` that is not empty, read as Markdown by `phrases`, or else the heading at the beginning, which is
 * taken out of the div.
 */
export function takeTitle(
  div: Div,
  keys: readonly string[],
  phrases: (text: string) => PhrasingContent[],
): Caption | undefined {
  const [first] = div.children
  const title = keys.map(key => div.attributes.values[key]).find(value => value !== undefined && value !== '')
  if (title !== undefined) {
    const start = div.position?.start
    const position = start && { start: { ...start }, end: { ...start } }
    return { type: 'caption', children: placedAt(phrases(title), position), ...atPosition(position) }
  }
  if (first?.type !== 'heading') return undefined
  div.children.shift()
  return { type: 'caption', children: first.children, ...atPosition(first.position) }
}
