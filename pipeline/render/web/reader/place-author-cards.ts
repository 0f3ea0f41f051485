/** The card of an author opens below the name, instead of in the middle of the screen. */

/** Runs in the reader's browser, on its own: it may use nothing from outside. */
export function placeAuthorCards(): void {
  for (const card of document.querySelectorAll('.author-card')) {
    if (!(card instanceof HTMLElement)) continue
    card.addEventListener('beforetoggle', () => {
      const name = document.querySelector(`[popovertarget="${card.id}"]`)
      if (!name) return
      const { left, right, bottom } = name.getBoundingClientRect()
      const width = Math.min(352, document.documentElement.clientWidth - 16)
      const start = getComputedStyle(card).direction === 'rtl' ? right - width : left
      card.style.margin = '0'
      card.style.left = `${Math.max(8, Math.min(start, document.documentElement.clientWidth - width - 8)) + scrollX}px`
      card.style.top = `${bottom + 6 + scrollY}px`
    })
  }
}
