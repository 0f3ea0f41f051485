/** Lets the keyboard stop at tables, equations and code only while they can be scrolled. */

/**
 * Watches which boxes can be scrolled. The function is sent to the reader's browser as text, so it uses only
 * what browsers offer.
 */
export function reachScrollBoxes(): void {
  const boxes = document.querySelectorAll(':is(.scroll-box, .equation-box, pre)[tabindex]')
  const marks = new Map(
    [...boxes].map(box => {
      const names = ['tabindex', 'role', 'aria-label']
      return [box, names.flatMap(name => box.getAttributeNode(name) ?? [])]
    }),
  )
  const mark = (box: Element) => {
    const isScrolling = box.scrollWidth > box.clientWidth
    for (const { name, value } of marks.get(box) ?? [])
      if (isScrolling) box.setAttribute(name, value)
      else box.removeAttribute(name)
  }
  const observer = new ResizeObserver(entries => {
    for (const { target } of entries) mark(target)
  })
  for (const box of boxes) observer.observe(box)
  // When fonts are loaded, the content of a box may grow while the box keeps its size. The observer does not
  // report that.
  document.fonts.ready.then(() => boxes.forEach(mark))
}
