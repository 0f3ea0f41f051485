/**
 * Moves MyST's parts of a page, `+++ {"part": "abstract"}`, to where they are printed: the abstract goes to
 * the front matter, acknowledgements and similar back matter to the end as sections. Other parts become
 * sections in place.
 */
import type { Root, RootContent } from 'mdast'
import type { Div } from '../../model/mdast.ts'
import { attributesOf } from '../markdown/tree/attributes.ts'
import { atPosition } from '../markdown/tree/position.ts'

const backMatter = /^(?:ack|acknowledge?ments?|(?:data[-_ ]?)?availability|funding|competing|conflicts?)/i

/** Moves the parts in `body` to their places, and returns the abstract if there is one. */
export function placeParts(body: Root): RootContent[] | undefined {
  const parts = body.children.filter(isPart)
  if (parts.length === 0) return undefined
  const abstracts = parts.filter(part => partName(part) === 'abstract')
  const depths = body.children.flatMap(node => (node.type === 'heading' ? [node.depth] : []))
  const depth = depths.length > 0 ? (Math.min(...depths) as 1 | 2 | 3 | 4 | 5 | 6) : 1 // the least of valid depths
  const section = (part: Div): RootContent[] => [
    {
      type: 'heading',
      depth,
      data: { attributes: attributesOf(undefined, ['unnumbered']) },
      children: [{ type: 'text', value: titleOf(part), ...atPosition(part.position) }],
      ...atPosition(part.position),
    },
    ...part.children,
  ]
  const isBack = (node: RootContent) => isPart(node) && backMatter.test(partName(node))
  const text = body.children
    .filter(node => !isBack(node))
    .flatMap(node => (!isPart(node) ? [node] : partName(node) === 'abstract' ? [] : section(node)))
  const back = parts.filter(isBack).flatMap(section)
  // A heading with nothing after it belongs to the reference list, which follows it.
  const last = text.findLastIndex(node => node.type !== 'footnoteDefinition' && node.type !== 'definition')
  const at = text[last]?.type === 'heading' ? last : text.length
  body.children = [...text.slice(0, at), ...back, ...text.slice(at)]
  return abstracts.length > 0 ? abstracts.flatMap(part => part.children) : undefined
}

function isPart(node: RootContent): node is Div {
  return node.type === 'div' && node.attributes.classes.includes('part') && partName(node) !== ''
}

function partName(part: Div): string {
  return part.attributes.values.part ?? ''
}

/** `data_availability` → "Data availability". */
function titleOf(part: Div): string {
  const words = partName(part)
    .replace(/[-_]+/g, ' ')
    .replace(/^keypoints$/, 'key points')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
