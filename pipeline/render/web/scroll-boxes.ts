/**
 * What may be wider than the screen scrolls in a box of its own, which the keyboard reaches as well
 * (WCAG 2.2, 2.1.1): `<table>` → `<div class="scroll-box" role="region" tabindex="0"> <table>`.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { hasClass, rewrite } from './rewrite.ts'

/** Letters of a cell that would be a column of words where the table is as narrow as a telephone. */
const WORDY = 24

export function withScrollBoxes(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, (element, ancestors) => {
    if (element.tagName === 'table' && !ancestors.some(one => one.tagName === 'table')) {
      return [box(element, nameOf(ancestors))]
    }
    if (/^t[dh]$/.test(element.tagName) && textOf(element).length > WORDY) {
      const { className } = element.properties
      const classes = [...(Array.isArray(className) ? className : []), 'is-wordy']
      return [{ ...element, properties: { ...element.properties, className: classes } }]
    }
    if (element.tagName === 'pre') {
      return [{ ...element, properties: { ...element.properties, tabIndex: 0 } }]
    }
    if (hasClass(element, 'equation')) {
      const formula = element.children.map(child =>
        child.type === 'element' && child.tagName === 'math'
          ? h('span', { className: ['equation-box'], tabIndex: 0 }, [child])
          : child,
      )
      return [{ ...element, children: formula }]
    }
    return [element]
  })
}

function box(table: Element, name: string): Element {
  // A region needs a name: a table without a caption is a group.
  const role = name === '' ? { role: 'group' } : { role: 'region', ariaLabel: name }
  return h('div', { className: ['scroll-box'], tabIndex: 0, ...role }, [table])
}

/** "Table 1." */
function nameOf(ancestors: readonly Element[]): string {
  const figure = ancestors.findLast(one => one.tagName === 'figure')
  const caption = figure?.children.find(child => child.type === 'element' && child.tagName === 'figcaption')
  if (caption?.type !== 'element') return ''
  const label = caption.children.find(child => child.type === 'element' && hasClass(child, 'label'))
  return label?.type === 'element' ? textOf(label).trim() : ''
}
