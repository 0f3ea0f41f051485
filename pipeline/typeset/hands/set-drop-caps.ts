/**
 * A hand in the browser: drop caps. Wraps the first letter of a paragraph `<p data-drop-cap="3">` in a span,
 * as high as three lines: the letter's top is level with the capitals of the first line, and it stands on the
 * baseline of the third. The paragraph gets the width that the letter takes from its first lines
 * (`data-drop-width`).
 */
import type { Dom } from './dom.ts'

export function setDropCaps(dom: Dom): void {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')
  if (!canvas) throw new Error('This browser has no canvas to measure text on.')
  /** Measures a letter in the face of an element, for 1 px of its size. The browser rounds to whole px. */
  const measure = (element: Element, letter: string) => {
    const precise = 1000
    const css = getComputedStyle(element)
    canvas.font = `${css.fontStyle} ${css.fontWeight} ${precise}px ${css.fontFamily}`
    const metrics = canvas.measureText(letter)
    return {
      height: metrics.actualBoundingBoxAscent / precise,
      before: metrics.actualBoundingBoxLeft / precise,
      /** How far the baseline is below the middle of a line of text. */
      shift: (metrics.fontBoundingBoxAscent - metrics.fontBoundingBoxDescent) / 2 / precise,
    }
  }
  for (const paragraph of dom.all('[data-drop-cap]')) {
    const count = Number(paragraph.getAttribute('data-drop-cap'))
    const text = dom.textsIn(paragraph).find(({ data }) => data.trim() !== '')
    const letter = /^\s*(\p{P}*\p{L}\p{M}*)/u.exec(text?.data ?? '')?.[1]
    if (!text || letter === undefined || text.parentElement === null) continue
    const css = getComputedStyle(paragraph)
    const line = dom.pixels(css.lineHeight)
    const size = dom.pixels(css.fontSize)
    const cap = document.createElement('span')
    cap.className = 'drop-cap'
    cap.textContent = letter
    text.data = text.data.trimStart().slice(letter.length)
    text.before(cap)
    const own = measure(paragraph, 'H')
    const face = measure(cap, 'H')
    const height = ((count - 1) * line + own.height * size) / face.height
    const baseline = (count - 0.5) * line + own.shift * size
    const top = baseline - (count / 2) * line - face.shift * height
    // The letter begins at the margin, without the space before it.
    const before = measure(cap, letter).before * height
    cap.style.cssText =
      `font-size:${height.toFixed(2)}px;line-height:${count * line}px;` +
      `top:${top.toFixed(2)}px;margin-inline-start:${before.toFixed(2)}px`
    const width = cap.getBoundingClientRect().width + before
    paragraph.setAttribute('data-drop-width', String(Math.ceil(width)))
  }
}
