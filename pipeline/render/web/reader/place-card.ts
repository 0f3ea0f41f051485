/**
 * Where a card stands that belongs to a word of the text: below it or above it, where it is whole, or else where there is
 * more room. It stands on the page and not on the screen, so that it moves with its word when the page is scrolled.
 */

/** Runs in the reader's browser, on its own: it may use nothing from outside. `card` is shown; lengths are CSS px. */
export function placeCard(card: HTMLElement, word: HTMLElement): void {
  const { style } = card
  style.position = 'absolute'
  style.inset = 'auto'
  style.margin = '0'
  style.maxHeight = ''
  const line = word.getClientRects()[0] ?? word.getBoundingClientRect()
  const [above, below] = [line.top - 14, innerHeight - line.bottom - 14]
  const isBelow = card.offsetHeight <= below || below >= above
  style.maxHeight = `${Math.max(96, Math.min(innerHeight * 0.6, isBelow ? below : above))}px`
  const { width, height } = card.getBoundingClientRect()
  const isRightToLeft = getComputedStyle(word).direction === 'rtl'
  const start = isRightToLeft ? line.right - width + 12 : line.left - 12
  const left = Math.max(8, Math.min(start, document.documentElement.clientWidth - width - 8))
  style.left = `${left + scrollX}px`
  style.top = `${(isBelow ? line.bottom + 6 : line.top - height - 6) + scrollY}px`
}
