/** The label of a figure's or table's caption as a name for its parts. */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { hasClass } from '../../model/hast.ts'

/** The label of the enclosing figure's caption, without its full stop: "Table 1". */
export function captionLabel(ancestors: readonly Element[]): string | undefined {
  const figure = ancestors.findLast(ancestor => ancestor.tagName === 'figure')
  const caption = figure?.children.find(child => child.type === 'element' && child.tagName === 'figcaption')
  const label = caption?.type === 'element' && caption.children.find(child => isLabel(child))
  if (!label) return undefined
  return (
    textOf(label)
      .replace(/[.:]\s*$/, '')
      .trim() || undefined
  )
}

function isLabel(node: ElementContent): node is Element {
  return node.type === 'element' && hasClass(node, 'label')
}
