/**
 * A hand in the browser: sets figures across the page if the author asks for more than the width of a column.
 * Figures that are higher than a page with their captions are made smaller until they fit.
 */
import type { Limits, Misfit } from '../misfit.ts'
import type { Dom } from './dom.ts'

/**
 * Sets the widths of figures. Returns the figures that became much smaller than the author asked for, or that
 * still do not fit.
 */
export function fitFigures(dom: Dom, { columnWidth, areaWidth, areaHeight, baseline }: Limits): Misfit[] {
  /** The least share of the requested width that a figure may keep without a message. */
  const leastScale = 0.4

  interface TallFigure {
    readonly outer: Element
    readonly inner: HTMLElement
    readonly limit: number
    readonly width: number
  }
  /** The height of the notes that the caption calls, which are at the foot of the same column. */
  const notesHeight = (figure: Element): number => {
    const notes = Array.from(figure.querySelectorAll('.note'), note => note.getBoundingClientRect().height)
    const rule = document.querySelector('.note-rule')?.getBoundingClientRect().height ?? 0
    return notes.reduce((sum, height) => sum + height, notes.length > 0 ? rule : 0)
  }
  // A turned figure takes a whole page.
  for (const figure of dom.all('figure[data-orientation=landscape]')) figure.setAttribute('data-span', 'page')
  // `data-width` is a CSS length. A percentage is a share of the column and never wider than it.
  const probe = document.createElement('div')
  dom.strip().append(probe)
  for (const figure of dom.all('figure[data-width][data-span=column]')) {
    const width = figure.getAttribute('data-width') ?? ''
    if (width.includes('%')) continue
    probe.style.cssText = `position: absolute; width: ${width}`
    if (probe.getBoundingClientRect().width > columnWidth + 1) figure.setAttribute('data-span', 'page')
  }
  probe.remove()
  const boxes = dom
    .all('figure:not(.listing), img')
    .filter(
      box =>
        box.tagName === 'FIGURE' || (!box.closest('figure') && getComputedStyle(box).display === 'block'),
    )
  const tall = boxes.flatMap((outer): TallFigure[] => {
    const inner = outer.tagName === 'IMG' ? outer : outer.querySelector('.panels, :scope > img')
    const isTurned = outer.getAttribute('data-orientation') === 'landscape'
    const limit = (isTurned ? areaWidth : areaHeight) - 2 * baseline - notesHeight(outer)
    const { height } = outer.getBoundingClientRect()
    return inner instanceof HTMLElement && height > limit + 0.5
      ? [{ outer, inner, limit, width: inner.getBoundingClientRect().width }]
      : []
  })
  // Two rounds are needed, because the gaps between panels do not shrink with the panels.
  for (let round = 0; round < 2; round++) {
    const sizes = tall.map(({ outer, inner, limit }) => {
      const { width, height } = inner.getBoundingClientRect()
      const excess = outer.getBoundingClientRect().height - limit
      return excess > 0.5 ? Math.max(1, (width * (height - excess)) / height) : width
    })
    tall.forEach(({ inner }, index) => {
      inner.style.width = `${sizes[index]?.toFixed(2)}px`
    })
  }
  return tall.flatMap(({ outer, inner, limit, width }): Misfit[] => {
    const ratio = inner.getBoundingClientRect().width / width
    const fits = outer.getBoundingClientRect().height <= limit + 1
    if (fits && ratio >= leastScale) return []
    return [{ source: dom.sourceOf(outer), kind: 'figure', outcome: fits ? 'scaled' : 'overflows', ratio }]
  })
}
