/**
 * What may be wider than the screen scrolls in a box of its own, which the keyboard reaches as well
 * (WCAG 2.2, 2.1.1): `<table>` → `<div class="scroll-box" role="group" aria-label="Table 1" tabindex="0"> <table>`.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Journal } from '../../journal/index.ts'
import { hasClass } from '../../model/hast.ts'
import { rewrite } from './rewrite.ts'

export function withScrollBoxes({ manifest: { labels } }: Journal) {
  return (content: readonly ElementContent[]): ElementContent[] =>
    rewrite(content, (element, ancestors) => {
      if (element.tagName === 'table' && !ancestors.some(one => one.tagName === 'table')) {
        const name = captionLabel(ancestors) ?? labels.table.reference
        return [h('div', { className: ['scroll-box'], ...scrolling(name) }, [element])]
      }
      if (element.tagName === 'pre') {
        const name = captionLabel(ancestors) ?? labels.listing.reference
        return [{ ...element, properties: { ...element.properties, ...scrolling(name) } }]
      }
      if (!hasClass(element, 'equation')) return [element]
      const number = element.children.find(child => isOf(child, 'equation-number'))
      const name = [labels.equation.reference, number ? textOf(number) : ''].join(' ').trim()
      const formula = element.children.map(child =>
        child.type === 'element' && child.tagName === 'math'
          ? h('span', { className: ['equation-box'], ...scrolling(name) }, [child])
          : child,
      )
      return [{ ...element, children: formula }]
    })
}

/** No region: a landmark for each table would be too many of them. */
function scrolling(name: string) {
  return { tabIndex: 0, role: 'group', ariaLabel: name }
}

/** "Table 1" */
function captionLabel(ancestors: readonly Element[]): string | undefined {
  const figure = ancestors.findLast(one => one.tagName === 'figure')
  const caption = figure?.children.find(child => child.type === 'element' && child.tagName === 'figcaption')
  const label = caption?.type === 'element' && caption.children.find(child => isOf(child, 'label'))
  if (!label) return undefined
  return (
    textOf(label)
      .replace(/[.:]\s*$/, '')
      .trim() || undefined
  )
}

function isOf(node: ElementContent, name: string): node is Element {
  return node.type === 'element' && hasClass(node, name)
}
