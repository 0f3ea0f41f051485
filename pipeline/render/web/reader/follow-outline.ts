/**
 * Marks in the outline the section that is being read. If the outline was opened over the text, it closes
 * when a section is chosen.
 */
import type { Reader } from './reader.ts'

/**
 * Marks the current section in the outline. The function is sent to the reader's browser as text, so it uses
 * only its arguments.
 */
export function followOutline({ targetOf }: Reader): void {
  const outline = document.querySelector('.outline')
  if (!(outline instanceof HTMLElement)) return
  const headings = [...outline.querySelectorAll('a')].flatMap(link => {
    const heading = targetOf(link)
    return heading ? [{ link, heading }] : []
  })
  let current: Element | undefined
  let isWaiting = false

  const read = (): Element | undefined => {
    const toCome = document.documentElement.scrollHeight - innerHeight - scrollY
    // A section is being read when its heading is above this line: a third down the screen, and further down
    // towards the end of the page, so that the last sections are marked, too.
    const line = Math.max(innerHeight / 3, innerHeight - toCome)
    const places = headings.map(({ link, heading }) => ({ link, top: heading.getBoundingClientRect().top }))
    // The section that the address names is marked while its heading is in the upper third of the screen or,
    // at the end of the page, anywhere on the screen.
    const lowest = toCome < 2 ? innerHeight : innerHeight / 3
    const chosen = places.find(({ link, top }) => link.hash === location.hash && top >= 0 && top < lowest)
    return (chosen ?? places.findLast(({ top }) => top < line))?.link
  }
  // Scrolls the outline to its marked link. The page does not scroll.
  const keepInSight = () => {
    const box = outline.getBoundingClientRect()
    const line = current?.getBoundingClientRect()
    if (!line || (line.top >= box.top && line.bottom <= box.bottom)) return
    outline.scrollTop += line.top - box.top - box.height / 3
  }
  const mark = () => {
    isWaiting = false
    const next = read()
    if (next === current) return
    current?.removeAttribute('aria-current')
    next?.setAttribute('aria-current', 'location')
    current = next
    keepInSight()
  }
  const later = () => {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(mark)
  }

  outline.addEventListener('click', ({ target }) => {
    const isChosen = target instanceof Element && target.closest('a') !== null
    if (isChosen && outline.matches(':popover-open')) outline.hidePopover()
  })
  outline.addEventListener('toggle', keepInSight)
  addEventListener('scroll', later, { passive: true })
  addEventListener('resize', later)
  addEventListener('hashchange', later)
  mark()
}
