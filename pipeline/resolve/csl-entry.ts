/**
 * An entry of the engine's reference list: `<div class="csl-entry">`, with `csl-left-margin` and
 * `csl-right-inline` inside where the style labels its entries → label and content.
 */
import type { Element, ElementContent } from 'hast'
import { htmlFragment } from './html-fragment.ts'

export interface CslEntry {
  /** "1." or "[1]"; empty in styles without labels. */
  readonly label: readonly ElementContent[]
  readonly content: readonly ElementContent[]
}

export function cslEntry(html: string): CslEntry {
  const entry = htmlFragment(html).find(node => node.type === 'element')
  const parts = entry?.children.filter(node => node.type === 'element') ?? []
  const part = (name: string) => parts.find(node => classesOf(node).includes(name))?.children
  return {
    label: trimEnds(part('csl-left-margin') ?? []),
    content: trimEnds(part('csl-right-inline') ?? entry?.children ?? []),
  }
}

function classesOf(node: Element): readonly string[] {
  const { className } = node.properties
  return Array.isArray(className) ? className.map(String) : []
}

/** Without the white space that the engine's templates leave at both ends. */
function trimEnds(content: readonly ElementContent[]): readonly ElementContent[] {
  const trimmed = content.map((node, index): ElementContent => {
    if (node.type !== 'text') return node
    const start = index === 0 ? node.value.trimStart() : node.value
    return { ...node, value: index === content.length - 1 ? start.trimEnd() : start }
  })
  return trimmed.filter(node => node.type !== 'text' || node.value !== '')
}
