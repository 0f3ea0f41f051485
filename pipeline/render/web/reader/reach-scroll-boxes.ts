/** Lets the keyboard stop at tables, equations and code only while they can be scrolled. */

/** Runs in the reader's browser as text: it uses only what browsers offer. */
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
  // What is in them may change alone, when its faces are read.
  document.fonts.ready.then(() => boxes.forEach(mark))
}
