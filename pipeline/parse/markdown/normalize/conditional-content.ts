/**
 * Quarto's `.content-visible` and `.content-hidden`. Both editions, the pages and the web page, are made from
 * one text: content stays if one of the editions would show it. The tabs of a `.panel-tabset` follow each
 * other, with their titles as bold paragraphs.
 */
import type { Attributes } from '../../../model/mdast.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition } from '../tree/position.ts'

/** Each edition, with Quarto's names of the formats that correspond to it. */
const editions: Readonly<Record<string, readonly string[]>> = {
  web: ['html', 'html:js'],
  pages: ['pdf', 'latex', 'typst'],
}

export function conditionalContent(branch: Branch): void {
  branch.children = branch.children.filter(
    child => (child.type !== 'div' && child.type !== 'span') || isInAnEdition(child.attributes),
  )
  for (const child of branch.children) {
    if (child.type !== 'div' || !child.attributes.classes.includes('panel-tabset')) continue
    child.children = child.children.map(node =>
      node.type === 'heading'
        ? {
            type: 'paragraph',
            children: [{ type: 'strong', children: node.children, ...atPosition(node.position) }],
            ...atPosition(node.position),
          }
        : node,
    )
  }
}

function isInAnEdition({ classes, values }: Attributes): boolean {
  const isVisible = classes.includes('content-visible')
  if (!isVisible && !classes.includes('content-hidden')) return true
  const { 'when-format': when, 'unless-format': unless } = values
  const isConditional = Object.keys(values).some(key => /^(?:when|unless)-/.test(key))
  if (!isConditional) return isVisible
  // Conditions on profiles and metadata cannot be decided here: the content stays.
  if (when === undefined && unless === undefined) return true
  return Object.values(editions).some(names => {
    const isMet =
      (when === undefined || names.includes(when)) && (unless === undefined || !names.includes(unless))
    return isMet === isVisible
  })
}
