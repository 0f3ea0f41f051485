/**
 * A hand in the browser: measures how far tall formulas and images reach above and below their baseline. The
 * lengths are written to the elements, as `data-rise` and `data-drop` in CSS px.
 */
import type { Dom } from './dom.ts'

/**
 * Measures tall formulas and images. All probes are written before any is measured, so that the page is laid
 * out once.
 */
export function measureRises(dom: Dom): void {
  /** Share of the line height below which a formula never touches the neighbouring lines. */
  const low = 0.75
  /** Containers whose edges are those of their parts. Chromium adds white space over and under accents. */
  const groups = /^(math|semantics|mrow|mstyle|mover|munder|munderover)$/
  const edgesOf = (element: Element): { readonly top: number; readonly bottom: number } => {
    const parts = Array.from(element.children).filter(({ tagName }) => tagName !== 'annotation')
    if (!groups.test(element.tagName) || parts.length === 0) return element.getBoundingClientRect()
    const edges = parts.map(edgesOf)
    return {
      top: Math.min(...edges.map(({ top }) => top)),
      bottom: Math.max(...edges.map(({ bottom }) => bottom)),
    }
  }
  const inText = 'p, li, dd, dt, figcaption, .piece, .note'
  const tall = dom.all('math, img, svg, .inline-box').filter(atom => {
    const { parentElement: parent } = atom
    if (!parent?.closest(inText) || atom.closest('.equation, .standing')) return false
    const line = Number.parseFloat(getComputedStyle(parent).lineHeight)
    return atom.getBoundingClientRect().height > low * line
  })
  // A hidden copy of each tall element in its own line, followed by an empty box on the baseline: `[atom]|`.
  const probes = tall.map(atom => {
    const line = document.createElement('span')
    line.style.cssText = 'position:absolute;visibility:hidden;white-space:nowrap;width:max-content'
    const mark = document.createElement('span')
    mark.style.cssText = 'display:inline-block;width:0;height:0'
    const copy = atom.cloneNode(true)
    line.append(copy, mark)
    atom.after(line)
    return { atom, line, copy, mark }
  })
  const reaches = probes.map(({ copy, mark }) => {
    const { top, bottom } = copy instanceof Element ? edgesOf(copy) : { top: 0, bottom: 0 }
    const baseline = mark.getBoundingClientRect().bottom
    return { rise: baseline - top, drop: bottom - baseline }
  })
  probes.forEach(({ atom, line }, index) => {
    const { rise, drop } = reaches[index] ?? { rise: 0, drop: 0 }
    line.remove()
    atom.setAttribute('data-rise', String(rise))
    atom.setAttribute('data-drop', String(drop))
  })
}
