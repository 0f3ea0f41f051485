/**
 * Places the card of an author or of the citation beside its button instead of in the middle of the screen.
 * The card closes when the focus moves on to something that it may cover (WCAG 2.2, 2.4.11).
 */
import type { Reader } from './reader.ts'

/**
 * Places a card of the page when it opens. The function is sent to the reader's browser as text, so it
 * uses only its arguments.
 */
export function placeOpenCards({ placeCard }: Reader): void {
  const open = () => {
    const card = document.querySelector(':is(.author-card, .cite-card):popover-open')
    const opener = card && document.querySelector(`[popovertarget="${card.id}"]`)
    return card instanceof HTMLElement && opener instanceof HTMLElement ? { card, opener } : undefined
  }
  const place = () => {
    const found = open()
    if (found) placeCard(found.card, found.opener)
  }
  // The height of a card is known only when the card is open. The card is placed before the next frame is
  // drawn, so readers do not see it move.
  document.addEventListener('beforetoggle', () => requestAnimationFrame(place), true)
  addEventListener('resize', place)
  document.addEventListener('focusin', ({ target }) => {
    const found = open()
    if (!found || !(target instanceof Node)) return
    if (!found.card.contains(target) && !found.opener.contains(target)) found.card.hidePopover()
  })
}
