/**
 * Quarto's callouts → admonitions. The title is the attribute `title`, or a heading at the beginning.
 *
 *     ::: {.callout-tip}
 *     ## A title          →  admonition (tip): caption, text
 *     Text.
 *     :::
 */
import type { BlockContent, Nodes, PhrasingContent } from 'mdast'
import type { Admonition, Div } from '../../mdast.ts'
import { attributesOf } from '../attributes.ts'
import { atPosition } from '../position.ts'
import type { Branch } from './branches.ts'
import { takeTitle } from './div-title.ts'

const kinds = ['note', 'tip', 'important', 'warning', 'caution'] as const

export function callouts(branch: Branch, phrases: (text: string) => PhrasingContent[]): void {
  branch.children = branch.children.map((child): Nodes => {
    const kind = child.type === 'div' ? kindOf(child) : undefined
    return child.type === 'div' && kind ? admonition(child, kind, phrases) : child
  })
}

function kindOf({ attributes: { classes } }: Div): Admonition['kind'] | undefined {
  return kinds.find(kind => classes.includes(`callout-${kind}`))
}

function admonition(
  div: Div,
  kind: Admonition['kind'],
  phrases: (text: string) => PhrasingContent[],
): Admonition {
  const { id, classes } = div.attributes
  const caption = takeTitle(div, ['title'], phrases)
  // How the box looks on a screen, `collapse`, `icon`, `appearance`, is the journal's matter.
  const own = classes.filter(name => !name.startsWith('callout'))
  return {
    type: 'admonition',
    kind,
    attributes: attributesOf(id, own),
    // A div holds blocks.
    children: [...(caption ? [caption] : []), ...(div.children as BlockContent[])],
    ...atPosition(div.position),
  }
}
