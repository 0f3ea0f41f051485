/**
 * A div with Quarto's `layout-ncol`, `layout-nrow` or `layout`, and without the id of a figure: its blocks
 * stand side by side, in rows. A heading stays with the blocks after it. Figures and tables keep their own
 * numbers, and stay in their row.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { RootContent } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { Div } from '../model/mdast.ts'
import { panelGrid } from './panel-grid.ts'
import { rowOf } from './panel-rows.ts'

export function isLaidOut({ attributes: { values } }: Div): boolean {
  return ['layout', 'layout-ncol', 'layout-nrow'].some(key => key in values)
}

export function sideBySide(state: State, { attributes, children }: Div): Element[] {
  const cells = cellsOf(children).map(blocks => {
    const content = state.wrap(state.all({ type: 'root', children: blocks }), true)
    content.forEach(keepFloats)
    return h('div', { className: ['panel', 'panel-content'] }, content)
  })
  const { columns, rows } = panelGrid({
    attributes,
    widths: cells.map(() => undefined),
    preferred: cells.length,
  })
  const track = { share: 1, isGap: false }
  const equal = Array.from({ length: Math.ceil(cells.length / columns) }, () =>
    Array.from({ length: columns }, () => track),
  )
  return (rows ?? equal).map(row => h('div', { className: ['layout-row'] }, [rowOf(row, cells, attributes)]))
}

/** The blocks of each cell. Images in one paragraph are a cell each. */
function cellsOf(children: readonly RootContent[]): readonly RootContent[][] {
  const cells: RootContent[][] = []
  let isOpen = false
  for (const child of children) {
    const images = child.type === 'paragraph' ? imagesAlone(child.children) : []
    if (images.length > 1) {
      cells.push(...images.map((image): RootContent[] => [{ type: 'paragraph', children: [image] }]))
    } else if (isOpen) cells.at(-1)?.push(child)
    else cells.push([child])
    isOpen = child.type === 'heading'
  }
  return cells
}

/** The images of a paragraph that contains nothing else. */
function imagesAlone<T extends RootContent>(
  children: readonly T[],
): readonly Extract<T, { type: 'image' }>[] {
  const isImage = (child: T): child is Extract<T, { type: 'image' }> => child.type === 'image'
  const isSpace = (child: T) => child.type === 'break' || (child.type === 'text' && child.value.trim() === '')
  return children.every(child => isImage(child) || isSpace(child)) ? children.filter(isImage) : []
}

/** Keeps floats at their place, at any depth. */
export function keepFloats(node: ElementContent): void {
  if (node.type !== 'element') return
  if (node.tagName === 'figure') {
    node.properties.dataPlacement = 'here'
    node.properties.dataSpan = 'column'
  }
  node.children.forEach(keepFloats)
}
