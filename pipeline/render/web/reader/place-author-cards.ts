/**
 * Places an author's card beside the name instead of in the middle of the screen. The card closes when the
 * focus moves on to something that it may cover (WCAG 2.2, 2.4.11).
 */
import type { Reader } from './reader.ts'

/**
 * Places the card of an author when it opens. The function is sent to the reader's browser as text, so it
 * uses only its arguments.
 */
export function placeAuthorCards({ placeCard }: Reader): void {
  const open = () => {
    const card = document.querySelector('.author-card:popover-open')
    const name = card && document.querySelector(`[popovertarget="${card.id}"]`)
    return card instanceof HTMLElement && name instanceof HTMLElement ? { card, name } : undefined
  }
  const place = () => {
    const found = open()
    if (found) placeCard(found.card, found.name)
  }
  // The height of a card is known only when the card is open. The card is placed before the next frame is
  // drawn, so readers do not see it move.
  document.addEventListener('beforetoggle', () => requestAnimationFrame(place), true)
  addEventListener('resize', place)
  document.addEventListener('focusin', ({ target }) => {
    const found = open()
    if (!found || !(target instanceof Node)) return
    if (!found.card.contains(target) && !found.name.contains(target)) found.card.hidePopover()
  })
}
