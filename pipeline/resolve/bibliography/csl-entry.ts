/**
 * An entry of the engine's reference list, `<div class="csl-entry">`, → label and content. If the style
 * labels its entries, the label is in `csl-left-margin` and the content in `csl-right-inline`. Blocks inside
 * an entry (`csl-block`, `csl-indent`) stay elements of the content with these classes.
 */

import type { Element, ElementContent } from 'hast'
import { hasClass } from '../../model/hast.ts'
import { htmlFragment } from '../html-fragment.ts'
import { cslMarkup } from './csl-markup.ts'

interface CslEntry {
  /** The label before the entry, "1." or "[1]"; empty in styles without labels. */
  readonly label: readonly ElementContent[]
  readonly content: readonly ElementContent[]
}

export function cslEntry(html: string): CslEntry {
  const entry = htmlFragment(html).find(node => node.type === 'element')
  const children = cslMarkup(entry?.children ?? [])
  const label = children.find(
    (node): node is Element => node.type === 'element' && hasClass(node, 'csl-left-margin'),
  )
  const content = children.flatMap(node => {
    if (node === label) return []
    return node.type === 'element' && hasClass(node, 'csl-right-inline') ? node.children : [node]
  })
  return { label: trimEnds(label?.children ?? []), content: trimEnds(content) }
}

/** Drops the white space that the engine's templates leave at both ends. */
function trimEnds(content: readonly ElementContent[]): readonly ElementContent[] {
  const trimmed = content.map((node, index): ElementContent => {
    if (node.type !== 'text') return node
    const start = index === 0 ? node.value.trimStart() : node.value
    return { ...node, value: index === content.length - 1 ? start.trimEnd() : start }
  })
  return trimmed.filter(node => node.type !== 'text' || node.value !== '')
}
