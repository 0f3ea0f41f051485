/** The outline shows which section is being read, and closes, where it was opened over the text, when one is chosen. */

/** Runs in the reader's browser, on its own: it may use nothing from outside. */
export function followOutline(): void {
  const links = [...document.querySelectorAll('.outline a')].filter(link => link instanceof HTMLAnchorElement)
  document.querySelector('.outline')?.addEventListener('click', ({ target, currentTarget: outline }) => {
    const isChosen = target instanceof Element && target.closest('a') !== null
    if (isChosen && outline instanceof HTMLElement && outline.matches(':popover-open')) outline.hidePopover()
  })
  const headings = links.flatMap(link => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    return heading ? [{ link, heading }] : []
  })
  let isWaiting = false
  const mark = () => {
    isWaiting = false
    // The last heading above the upper third of the screen.
    const current = headings.findLast(({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3)
    for (const { link } of headings) {
      if (link === current?.link) link.setAttribute('aria-current', 'location')
      else link.removeAttribute('aria-current')
    }
  }
  const later = () => {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(mark)
  }
  addEventListener('scroll', later, { passive: true })
  addEventListener('resize', later)
  mark()
}
