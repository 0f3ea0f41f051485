/**
 * A hand in the browser: puts everything at its place on the sheets. What is placed stands where it stood in
 * the document, so that tags and reading order stay; only its coordinates are new.
 */

/** Coordinates in CSS px from the corner of the first sheet. */
export interface PlaceJob {
  readonly height: number
  /** `data-block` and where it goes; a width where it has one of its own; turned by a quarter to the left. */
  readonly blocks: readonly (readonly [id: number, x: number, y: number, width: number, isTurned: boolean])[]
  readonly noteRules: readonly (readonly [x: number, y: number, width: number])[]
  readonly furniture: readonly FurnitureJob[]
}

export interface FurnitureJob {
  readonly className: string
  readonly style: string
  readonly text: string
}

/** Runs in the page, on its own: it may use nothing from outside. */
export function place({ height, blocks, noteRules, furniture }: PlaceJob): void {
  const elements = new Map<string, HTMLElement>()
  for (const element of Array.from(document.querySelectorAll('[data-block]'))) {
    if (element instanceof HTMLElement) elements.set(element.getAttribute('data-block') ?? '', element)
  }
  const corners = new Map<Element, readonly [number, number]>()
  const places: [element: HTMLElement, x: number, y: number, width: number, isTurned: boolean][] = []
  for (const [id, x, y, width, isTurned] of blocks) {
    const element = elements.get(String(id))
    if (!element) throw new Error(`There is no block ${id}.`)
    places.push([element, x, y, width, isTurned])
    corners.set(element, [x, y])
    // An item of a list stands where its first block stands, with its marker before it.
    const item = element.closest('li')
    if (item && !corners.has(item)) {
      const inset = Number(item.getAttribute('data-inset') ?? 0)
      corners.set(item, [x - inset, y])
      item.classList.add('item')
      places.push([item, x - inset, y, 0, false])
    }
    for (let outer = element.parentElement; outer && !outer.matches('.strip'); outer = outer.parentElement) {
      if (outer.classList.contains('frame')) break
      if (!outer.hasAttribute('data-block') && outer.tagName !== 'LI') outer.classList.add('frame')
    }
  }
  for (const [element, x, y, width, isTurned] of places) {
    let outer = element.parentElement
    while (outer && !corners.has(outer)) outer = outer.parentElement
    const [left, top] = (outer && corners.get(outer)) ?? [0, 0]
    const isText = element.classList.contains('set')
    if (!isText && !element.classList.contains('item')) element.classList.add('placed')
    const size = width > 0 ? `;width:${width}px` : ''
    // Turned about its upper left corner it would stand above it; what is laid out must not leave its sheet.
    const turn = isTurned ? `;transform:translateY(${width}px) rotate(-90deg);transform-origin:0 0` : ''
    const own = element.getAttribute('style') ?? ''
    const place = `left:${(x - left).toFixed(3)}px;top:${(y - top).toFixed(3)}px${size}${turn}`
    element.setAttribute('style', own === '' ? place : `${own};${place}`)
  }
  const strip = document.querySelector<HTMLElement>('.strip')
  if (!strip) throw new Error('There is no strip of sheets.')
  strip.classList.add('is-set')
  strip.style.height = `${height}px`
  const ink = document.createDocumentFragment()
  const put = (className: string, style: string, text: string) => {
    const element = document.createElement('div')
    element.className = className
    element.style.cssText = style
    element.textContent = text
    element.setAttribute('aria-hidden', 'true')
    ink.append(element)
  }
  document.querySelector('.note-rule')?.remove()
  for (const [x, y, width] of noteRules) put('note-rule', `left:${x}px;top:${y}px;width:${width}px`, '')
  for (const { className, style, text } of furniture) put(className, style, text)
  strip.append(ink)
}
