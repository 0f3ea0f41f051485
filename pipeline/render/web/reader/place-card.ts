/**
 * Places a card next to its word in the text: below the word if the card fits there, or else on the side with
 * more room. The position is on the page, not on the screen, so that the card scrolls with its word.
 */

/**
 * Places `card`, which must be visible, next to `word`. Lengths are CSS px. The function is sent to the
 * reader's browser as text, so it uses only its arguments.
 */
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
