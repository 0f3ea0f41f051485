/** A hand in the browser: reads the heights of boxes and floats after the lines inside them were set. */
import type { Dom } from './dom.ts'

/** Reads the heights of blocks that contain set lines. Returns pairs of `data-block` and height in CSS px. */
export function readHeights(dom: Dom): [id: number, height: number][] {
  const holders = new Set<Element>()
  for (const inset of dom.all('.set-inset')) {
    for (let outer = inset.parentElement; outer; outer = outer.parentElement) {
      if (outer.hasAttribute('data-block')) holders.add(outer)
    }
  }
  return Array.from(holders, holder => [
    Number(holder.getAttribute('data-block')),
    holder.getBoundingClientRect().height,
  ])
}
