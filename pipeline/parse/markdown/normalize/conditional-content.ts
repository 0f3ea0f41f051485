/**
 * Quarto's `.content-visible` and `.content-hidden`. Both editions, pages and web, are made from one text:
 * what either of them would show is shown. Tabs of a `.panel-tabset` follow each other under their titles.
 */
import type { Attributes } from '../../../model/mdast.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition } from '../tree/position.ts'

/** Names of formats that stand for an edition of ours. */
const editions: Readonly<Record<string, readonly string[]>> = {
  web: ['html', 'html:js'],
  pages: ['pdf', 'latex', 'typst'],
}

export function conditionalContent(branch: Branch): void {
  branch.children = branch.children.filter(
    child => (child.type !== 'div' && child.type !== 'span') || isShown(child.attributes),
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

function isShown({ classes, values }: Attributes): boolean {
  const isVisible = classes.includes('content-visible')
  if (!isVisible && !classes.includes('content-hidden')) return true
  const { 'when-format': when, 'unless-format': unless } = values
  const isConditional = Object.keys(values).some(key => /^(?:when|unless)-/.test(key))
  if (!isConditional) return isVisible
  // Profiles and metadata are set elsewhere: nothing is lost where they are not known.
  if (when === undefined && unless === undefined) return true
  return Object.values(editions).some(names => {
    const isMet =
      (when === undefined || names.includes(when)) && (unless === undefined || !names.includes(unless))
    return isMet === isVisible
  })
}
