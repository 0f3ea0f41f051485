/**
 * A hand in the browser: gives panels enough width for their lettering. A figure whose panels are too narrow
 * in a column spans the page. If they are still too narrow, or if they stand in the text, they get more rows.
 */
import type { Limits } from '../misfit.ts'
import type { Dom } from './dom.ts'

export function fitPanels(dom: Dom, { columnWidth, areaWidth }: Limits): void {
  /** The least width of a picture in CSS px (30 mm), unless it is smaller by nature. */
  const leastWidth = 113

  interface Row {
    /** The grid whose columns are set, and how many it has. */
    readonly grid: HTMLElement
    readonly property: '--panels' | '--tracks'
    readonly panels: readonly Element[]
  }
  const childrenOf = (grid: Element) => Array.from(grid.children).filter(child => child.matches('.panel'))
  const isRow = (element: Element): element is HTMLElement => element instanceof HTMLElement
  const rowsIn = (holder: Element): Row[] =>
    Array.from(holder.querySelectorAll('.panels, .panel-row'))
      .filter(isRow)
      .map(
        (grid): Row => ({
          grid,
          property: grid.matches('.panels') ? '--panels' : '--tracks',
          panels: childrenOf(grid),
        }),
      )
      .filter(({ panels }) => panels.length > 1)
  const pictureOf = (panel: Element) => panel.querySelector('img')
  const widthOf = (panel: Element) => panel.getBoundingClientRect().width
  const least = (panel: Element): number => Math.min(leastWidth, pictureOf(panel)?.naturalWidth ?? 0)
  const isNarrow = (row: Row): boolean => row.panels.some(panel => widthOf(panel) < least(panel) - 0.5)
  const holders = (): Element[] =>
    dom.all('figure:has(.panels), .layout-row').filter(holder => rowsIn(holder).some(isNarrow))

  /** The number of panels beside each other that leaves each of them enough width. */
  const fitting = ({ grid, panels }: Row): number => {
    const gap = dom.pixels(getComputedStyle(grid).columnGap)
    const wanted = Math.max(...panels.map(least))
    const most = Math.max(1, Math.floor((grid.getBoundingClientRect().width + gap) / (wanted + gap)))
    return Math.ceil(panels.length / Math.ceil(panels.length / most))
  }

  if (areaWidth > columnWidth + 1) {
    for (const figure of holders()) {
      const isHeld = figure.matches('[data-placement=here], figure figure, .layout-row')
      if (!isHeld && figure.matches('[data-span=column]')) figure.setAttribute('data-span', 'page')
    }
  }
  const narrow = holders().flatMap(holder => rowsIn(holder).filter(isNarrow))
  const counts = narrow.map(fitting)
  narrow.forEach(({ grid, property }, index) => {
    const count = counts[index] ?? 1
    for (const gap of Array.from(grid.querySelectorAll(':scope > .panel-gap'))) gap.remove()
    grid.style.setProperty(
      property,
      property === '--panels' ? `${count}` : `repeat(${count}, minmax(0, 1fr))`,
    )
  })
}
