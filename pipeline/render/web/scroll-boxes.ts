/**
 * Tables, code and equations that may be wider than the screen scroll in boxes, which the keyboard can reach
 * (WCAG 2.2, 2.1.1):
 *   <table> → <div class="scroll-box" role="group" aria-label="Table 1" tabindex="0"> <table>
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Journal } from '../../journal/index.ts'
import { hasClass } from '../../model/hast.ts'
import { captionLabel } from './caption-label.ts'
import { rewrite } from './rewrite.ts'

export function withScrollBoxes({ manifest: { labels } }: Journal) {
  return (content: readonly ElementContent[]): ElementContent[] =>
    rewrite(content, (element, ancestors) => {
      if (element.tagName === 'table' && !ancestors.some(ancestor => ancestor.tagName === 'table')) {
        const name = captionLabel(ancestors) ?? labels.table.reference
        return [h('div', { className: ['scroll-box'], ...scrolling(name) }, [element])]
      }
      if (element.tagName === 'pre') {
        const name = captionLabel(ancestors) ?? labels.listing.reference
        return [{ ...element, properties: { ...element.properties, ...scrolling(name) } }]
      }
      if (!hasClass(element, 'equation')) return [element]
      const number = element.children.find(child => isElementOfClass(child, 'equation-number'))
      const name = [labels.equation.reference, number ? textOf(number) : ''].join(' ').trim()
      const formula = element.children.map(child =>
        child.type === 'element' && child.tagName === 'math'
          ? h('span', { className: ['equation-box'], ...scrolling(name) }, [child])
          : child,
      )
      return [{ ...element, children: formula }]
    })
}

/**
 * The properties of a scroll box. The box is a group and not a region: a landmark for each table would be too
 * many.
 */
function scrolling(name: string) {
  return { tabIndex: 0, role: 'group', ariaLabel: name }
}

function isElementOfClass(node: ElementContent, name: string): node is Element {
  return node.type === 'element' && hasClass(node, name)
}
