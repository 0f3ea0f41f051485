/**
 * Pictures whose text alternative is their caption get a short one, as screen readers also read the caption:
 *   <img alt="Depth of the wells in 2024."> → <img alt="Figure 2">
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { Journal } from '../../journal/index.ts'
import { hasClass } from '../../model/hast.ts'
import { captionLabel } from './caption-label.ts'
import { rewrite } from './rewrite.ts'

export function withShortAlternatives({ manifest: { labels } }: Journal) {
  return (content: readonly ElementContent[]): ElementContent[] =>
    rewrite(content, (element, ancestors) => {
      if (!element.data?.hasCaptionAlternative) return [element]
      const label = captionLabel(ancestors) ?? labels.figure.reference
      const alt = [label, ...panelMark(ancestors.at(-1))].join(' ')
      return [{ ...element, properties: { ...element.properties, alt } }]
    })
}

/** The letter of a panel as printed: `b`, `(b)`. Empty if it has none. */
function panelMark(panel: Element | undefined): string[] {
  const marks = panel?.children.filter(child => child.type === 'element' && hasClass(child, 'panel-mark'))
  return marks?.map(textOf) ?? []
}
