/**
 * A hand in the browser: puts everything at its place on the sheets. What is placed stands where it stood in
 * the document, so that tags and reading order stay; only its coordinates are new.
 */

/** Coordinates in CSS px from the corner of the first sheet. */
export interface PlaceJob {
  /** Of all sheets, and of one. */
  readonly height: number
  readonly sheetHeight: number
  /** `data-block` and where it goes; a width where it has one of its own; turned by a quarter to the left. */
  readonly blocks: readonly (readonly [id: number, x: number, y: number, width: number, isTurned: boolean])[]
  readonly noteRules: readonly (readonly [x: number, y: number, width: number])[]
  readonly furniture: readonly FurnitureJob[]
}

export interface FurnitureJob {
  readonly className: string
  readonly left: number
  readonly top: number
  readonly width: number
  /** None for what is as high as its CSS says. */
  readonly height?: number
  readonly text: string
}

/** Runs in the page, on its own: it may use nothing from outside. */
export function place({ height, sheetHeight, blocks, noteRules, furniture }: PlaceJob): void {
  /** Sheets that one box holds. */
  const PART = 20
  /** What lays out itself all that is in it but notes: their way out takes no margins from it. */
  const box = '[data-block]:not(.note)'
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
    if (item && !corners.has(item) && !item.closest(box)) {
      const inset = Number(item.getAttribute('data-inset') ?? 0)
      const top = y + Number(element.getAttribute('data-over') ?? 0)
      corners.set(item, [x - inset, top])
      item.classList.add('item')
      const measure = element.getAttribute('data-measure')
      places.push([item, x - inset, top, measure === null ? 0 : inset + Number(measure), false])
    }
    let frames: HTMLElement[] = []
    for (let outer = element.parentElement; outer && !outer.matches('.strip'); outer = outer.parentElement) {
      if (outer.classList.contains('frame')) break
      // Inside of a box an item has no place of its own, nor is it one to count from.
      if (outer.tagName === 'LI' && outer.parentElement?.closest(box)) outer.style.position = 'static'
      if (outer.matches(box)) frames = []
      else if (!outer.hasAttribute('data-block') && outer.tagName !== 'LI') frames.push(outer)
    }
    for (const frame of frames) frame.classList.add('frame')
  }
  const strip = document.querySelector<HTMLElement>('.strip')
  if (!strip) throw new Error('There is no strip of sheets.')
  const parts: HTMLElement[] = []
  divide(strip)
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
  strip.classList.add('is-set')
  strip.style.height = `${height}px`
  const put = ({ className, left, top, width, height: own, text }: FurnitureJob) => {
    const element = document.createElement('div')
    const holder = parts[Math.floor(top / (PART * sheetHeight))] ?? strip
    const y = top - (corners.get(holder)?.[1] ?? 0)
    const size = own === undefined ? '' : `;height:${own}px`
    element.className = className
    element.setAttribute('style', `left:${left}px;top:${y}px;width:${width}px${size}`)
    element.setAttribute('aria-hidden', 'true')
    element.textContent = text
    holder.append(element)
  }
  document.querySelector('.note-rule')?.remove()
  for (const [left, top, width] of noteRules) put({ className: 'note-rule', left, top, width, text: '' })
  for (const one of furniture) put(one)

  /**
   * Chromium looks for the sheet of everything that is positioned from the head of the box that it is
   * positioned in: in a long article that box is a part of the strip.
   */
  function divide(strip: HTMLElement): void {
    const part = PART * sheetHeight
    const longest = Array.from(strip.querySelectorAll('.frame')).reduce<Element>(
      (one, other) => (other.children.length > one.children.length ? other : one),
      strip,
    )
    if (height <= part || longest === strip) return
    const partOf = (child: Element): number => {
      const block = corners.has(child)
        ? child
        : Array.from(child.querySelectorAll('*')).find(one => corners.has(one))
      return block ? Math.floor((corners.get(block)?.[1] ?? 0) / part) : 0
    }
    const numbers = Array.from(longest.children, partOf)
    let current: HTMLElement | undefined
    let reached = -1
    Array.from(longest.children).forEach((child, index) => {
      const number = Math.max(reached, numbers[index] ?? 0)
      while (reached < number) {
        reached += 1
        current = document.createElement('div')
        current.className = 'part'
        current.style.height = `${Math.min(part, height - reached * part)}px`
        corners.set(current, [0, reached * part])
        parts.push(current)
        child.before(current)
      }
      current?.append(child)
    })
  }
}
