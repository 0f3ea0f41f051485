/**
 * A hand in the browser: how far the high things in lines (formulas, images) reach above and below their
 * baseline. It is written beside them, as `data-rise` and `data-drop` in CSS px.
 */

/** Runs in the page, on its own. All is written before anything is measured, and measured before it is written down. */
export function measureRises(): void {
  /** Of a line: what is less high stands between its neighbours without harm. */
  const LOW = 0.9
  const inText = 'p, li, dd, dt, figcaption, .piece, .note'
  const high = Array.from(document.querySelectorAll('math, img, svg, .inline-box')).filter(atom => {
    const { parentElement: parent } = atom
    if (!parent?.closest(inText) || atom.closest('.equation, .standing')) return false
    const line = Number.parseFloat(getComputedStyle(parent).lineHeight)
    return atom.getBoundingClientRect().height > LOW * line
  })
  // A copy in a line of its own, with a mark on the baseline behind it: `[atom]|`.
  const probes = high.map(atom => {
    const line = document.createElement('span')
    line.style.cssText = 'position:absolute;visibility:hidden;white-space:nowrap;width:max-content'
    const mark = document.createElement('span')
    mark.style.cssText = 'display:inline-block;width:0;height:0'
    const copy = atom.cloneNode(true)
    line.append(copy, mark)
    atom.after(line)
    return { atom, line, copy, mark }
  })
  const found = probes.map(({ copy, mark }) => {
    const { top, bottom } = copy instanceof Element ? copy.getBoundingClientRect() : { top: 0, bottom: 0 }
    const baseline = mark.getBoundingClientRect().bottom
    return [baseline - top, bottom - baseline] as const
  })
  probes.forEach(({ atom, line }, index) => {
    const [rise = 0, drop = 0] = found[index] ?? []
    line.remove()
    atom.setAttribute('data-rise', String(rise))
    atom.setAttribute('data-drop', String(drop))
  })
}
