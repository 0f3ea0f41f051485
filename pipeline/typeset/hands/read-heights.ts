/** A hand in the browser: the heights of boxes and floats, once the lines inside them are set. */

/** Runs in the page, on its own. By `data-block`, in CSS px; only of those that hold set lines. */
export function readHeights(): [id: number, height: number][] {
  const holders = new Set<Element>()
  for (const inset of Array.from(document.querySelectorAll('.set-inset'))) {
    for (let outer = inset.parentElement; outer; outer = outer.parentElement) {
      if (outer.hasAttribute('data-block')) holders.add(outer)
    }
  }
  return Array.from(holders, holder => [
    Number(holder.getAttribute('data-block')),
    holder.getBoundingClientRect().height,
  ])
}
