/**
 * Figures and tables after the text, as manuscripts for referees have them. Each leaves a paragraph at its
 * place that names it, such as "[Figure 1 about here]".
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { h } from 'hastscript'
import type { Manifest } from '../../journal/index.ts'
import { hasClass } from '../../model/hast.ts'

interface FloatsAtEnd {
  readonly floats: Manifest['floats']
  /** The label of a figure or table, such as "Figure 1", by its id. Undefined if it has no number. */
  readonly labelOf: (id: string) => string | undefined
}

/** The tree with all figures and tables at the end of its text, if the journal sets them there. */
export function moveFloatsToEnd(root: Root, { floats, labelOf }: FloatsAtEnd): Root {
  if (floats.placement === 'text') return root
  const moved: Element[] = []
  const without = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') return [node]
      if (!isFloat(node)) return [isWhole(node) ? node : { ...node, children: without(node.children) }]
      moved.push(node)
      const label = labelOf(String(node.properties.id ?? ''))
      const callout = label === undefined ? '' : floats.callout.replace('{label}', () => label)
      return callout === '' ? [] : [h('p', { className: ['float-callout'] }, callout)]
    })
  const children = root.children.flatMap((child): RootContent[] =>
    child.type === 'doctype' ? [child] : without([child]),
  )
  const atEnd = sorted(moved, floats.order).map(float => withPlacement(float, floats['page-each']))
  return { ...root, children: appended(children, atEnd) }
}

function isFloat(node: Element): boolean {
  const isNumbered = hasClass(node, 'figure') || hasClass(node, 'table')
  return node.tagName === 'figure' && isNumbered && node.properties.dataPlace === undefined
}

/** True for elements whose parts stay together. */
function isWhole(node: Element): boolean {
  return hasClass(node, 'layout-row') || node.tagName === 'table' || node.tagName === 'figure'
}

function sorted(floats: readonly Element[], order: Manifest['floats']['order']): Element[] {
  const rank = (float: Element) => order.indexOf(hasClass(float, 'table') ? 'tables' : 'figures')
  return floats.toSorted((first, second) => rank(first) - rank(second))
}

function withPlacement(float: Element, isAlone: boolean): Element {
  // Across the page: a column without text could stand beside one with the end of the text.
  const place = { dataPlacement: isAlone ? 'end-alone' : 'end', dataSpan: 'page' }
  return { ...float, properties: { ...float.properties, ...place } }
}

/** Adds the floats to the end of the text (`class="text"`), or to the end of everything. */
function appended(children: Root['children'], floats: readonly ElementContent[]): Root['children'] {
  let isDone = false
  const into = <T extends RootContent>(node: T): T => {
    if (isDone || node.type !== 'element') return node
    if (hasClass(node, 'text')) {
      isDone = true
      return { ...node, children: [...node.children, ...floats] }
    }
    return { ...node, children: node.children.map(into) }
  }
  const filled = children.map(into)
  return isDone ? filled : [...filled, ...floats]
}
