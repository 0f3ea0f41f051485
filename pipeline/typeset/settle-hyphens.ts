/**
 * A hand in the browser: after the layout, each soft hyphen at which a line ends becomes a hyphen (drawn as
 * wide by `hyphenate-character`), and the others go. Chromium writes an unused soft hyphen into the PDF's text, where it breaks words in two for
 * every search; a hyphen at a line's end is joined by readers of PDF.
 */

/** Runs in the page, on its own: it may use nothing from outside. Returns the number of hyphens set. */
export function settleHyphens(): number {
  const soft = '\u00AD'
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  // A soft hyphen at a line's end is drawn, and so has a width.
  const isDrawn = (text: Text, index: number): boolean => {
    range.setStart(text, index)
    range.setEnd(text, index + 1)
    return Array.from(range.getClientRects()).some(box => box.width > 0)
  }
  const hyphenated: Text[] = []
  while (texts.nextNode()) {
    const text = texts.currentNode
    if (text instanceof Text && text.data.includes(soft)) hyphenated.push(text)
  }
  // Taking the unused ones away lets ligatures form, which may move a line's end; so until none is unused.
  for (let isSettled = false; !isSettled; ) {
    // All is measured before anything is changed: a change would lay the page out anew each time.
    const drawn = hyphenated.map(text =>
      Array.from(text.data, (character, at) =>
        character !== soft || isDrawn(text, at) ? character : '',
      ).join(''),
    )
    isSettled = hyphenated.every((text, index) => text.data === drawn[index])
    for (const [index, text] of hyphenated.entries()) text.data = drawn[index] ?? text.data
  }
  let count = 0
  for (const text of hyphenated) {
    count += text.data.split(soft).length - 1
    text.data = text.data.replaceAll(soft, '-')
  }
  return count
}
