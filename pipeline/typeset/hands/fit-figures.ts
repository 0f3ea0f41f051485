/**
 * A hand in the browser: sets figures across the page that are asked to be wider than a column, and makes
 * those that are higher than a page, with their captions, so small that they fit.
 */
import type { Limits, Misfit } from '../misfit.ts'

/** Runs in the page, on its own: it may use nothing from outside. */
export function fitFigures({ columnWidth, areaWidth, areaHeight, baseline }: Limits): Misfit[] {
  /** What is less of the width that was asked for is told to the author. */
  const leastScale = 0.4

  interface Tall {
    readonly outer: Element
    readonly inner: HTMLElement
    readonly limit: number
    readonly width: number
  }
  // What is turned takes a page.
  for (const figure of Array.from(document.querySelectorAll('figure[data-orientation=landscape]'))) {
    figure.setAttribute('data-span', 'page')
  }
  // A width of its own, that is, not in parts of the column: `data-width` is a CSS length.
  const probe = document.createElement('div')
  document.querySelector('.strip')?.append(probe)
  for (const figure of Array.from(document.querySelectorAll('figure[data-width][data-span=column]'))) {
    const width = figure.getAttribute('data-width') ?? ''
    if (width.includes('%')) continue
    probe.style.cssText = `position: absolute; width: ${width}`
    if (probe.getBoundingClientRect().width > columnWidth + 1) figure.setAttribute('data-span', 'page')
  }
  probe.remove()
  const boxes = Array.from(document.querySelectorAll('figure:not(.listing), img')).filter(
    box => box.tagName === 'FIGURE' || (!box.closest('figure') && getComputedStyle(box).display === 'block'),
  )
  const tall = boxes.flatMap((outer): Tall[] => {
    const inner = outer.tagName === 'IMG' ? outer : outer.querySelector('.panels, :scope > img')
    const isTurned = outer.getAttribute('data-orientation') === 'landscape'
    const limit = (isTurned ? areaWidth : areaHeight) - 2 * baseline
    const { height } = outer.getBoundingClientRect()
    return inner instanceof HTMLElement && height > limit + 0.5
      ? [{ outer, inner, limit, width: inner.getBoundingClientRect().width }]
      : []
  })
  // Twice: gaps between panels do not shrink with them.
  for (let round = 0; round < 2; round += 1) {
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
    const source = outer.closest('[data-source]')?.getAttribute('data-source')
    return [
      {
        source: source === null || source === undefined ? undefined : Number(source),
        kind: 'figure',
        outcome: fits ? 'scaled' : 'overflows',
        ratio,
      },
    ]
  })
}
