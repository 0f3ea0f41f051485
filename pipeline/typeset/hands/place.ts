/**
 * A hand in the browser: puts everything at its place on the pages. Elements keep their place in the
 * document, so that tags and reading order stay; they only get coordinates.
 */
import type { Dom } from './dom.ts'

/** Coordinates in CSS px from the corner of the first page. */
interface PlaceJob {
  /** Height of all pages together. */
  readonly height: number
  readonly sheetHeight: number
  /**
   * Number of the block (`data-block`), coordinates, width (0: the width stays), and whether the block is
   * turned by 90° to the left.
   */
  readonly blocks: readonly (readonly [id: number, x: number, y: number, width: number, isTurned: boolean])[]
  readonly noteRules: readonly (readonly [x: number, y: number, width: number])[]
  readonly furniture: readonly FurnitureJob[]
}

/** A running head or foot, a page number or a line number. */
export interface FurnitureJob {
  readonly className: string
  readonly left: number
  readonly top: number
  readonly width: number
  /** Height of the box. Undefined if the CSS decides. */
  readonly height?: number
  readonly text: string
  /** A picture before the text. `source`: its address. `height`: in CSS px. */
  readonly image?: { readonly source: string; readonly height: number }
  /** Further declarations of the element. */
  readonly style?: string
}

export function place(dom: Dom, { height, sheetHeight, blocks, noteRules, furniture }: PlaceJob): void {
  /**
   * Number of pages in one part of the strip. Chromium searches the page of a positioned element from the
   * head of the box that it is positioned in. In a long article that is slow, so the strip is divided.
   */
  const partSheets = 20
  /**
   * Blocks whose content the browser lays out itself (all but notes). Ancestors inside such a block keep
   * their margins; only those outside of it become frames.
   */
  const box = '[data-block]:not(.note)'
  /** Whether the browser lays out the element. A note inside a box, such as a table's, has its own place. */
  const isInBox = (element: Element): boolean => element.closest('[data-block]')?.matches(box) === true
  const elements = dom.blocks()
  const corners = new Map<Element, readonly [number, number]>()
  const places: [element: HTMLElement, x: number, y: number, width: number, isTurned: boolean][] = []
  for (const [id, x, y, width, isTurned] of blocks) {
    const element = elements.get(id)
    if (!element) throw new Error(`There is no block ${id}.`)
    places.push([element, x, y, width, isTurned])
    corners.set(element, [x, y])
    // A list item is placed at its first block, with its marker before it. A note in the margin is none.
    const item = element.matches('[data-place=margin]') ? null : element.closest('li')
    if (item && !corners.has(item) && !isInBox(item)) {
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
      // A list item inside a box is not placed, and nothing is positioned relative to it.
      if (outer.tagName === 'LI' && isInBox(outer)) outer.style.position = 'static'
      if (outer.matches(box)) frames = []
      else if (!outer.hasAttribute('data-block') && outer.tagName !== 'LI') frames.push(outer)
    }
    for (const frame of frames) frame.classList.add('frame')
  }
  const strip = dom.strip()
  const parts: HTMLElement[] = []
  divideStrip()
  moveCutTables()
  for (const [element, x, y, width, isTurned] of places) {
    let outer = element.parentElement
    while (outer && !corners.has(outer)) outer = outer.parentElement
    const [left, top] = (outer && corners.get(outer)) ?? [0, 0]
    const isText = element.classList.contains('set')
    if (!isText && !element.classList.contains('item')) element.classList.add('placed')
    const size = width > 0 ? `;width:${width}px` : ''
    // A box that is turned about its upper left corner would lie above its page, so it is moved down first.
    const turn = isTurned ? `;transform:translateY(${width}px) rotate(-90deg);transform-origin:0 0` : ''
    const style = element.getAttribute('style') ?? ''
    const coordinates = `left:${(x - left).toFixed(3)}px;top:${(y - top).toFixed(3)}px${size}${turn}`
    element.setAttribute('style', style === '' ? coordinates : `${style};${coordinates}`)
  }
  strip.classList.add('is-set')
  strip.style.height = `${height}px`
  const addFurniture = (job: FurnitureJob) => {
    const { className, left, top, width, height: boxHeight, text, image, style } = job
    const element = document.createElement('div')
    const holder = parts[Math.floor(top / (partSheets * sheetHeight))] ?? strip
    const y = top - (corners.get(holder)?.[1] ?? 0)
    const size = boxHeight === undefined ? '' : `;height:${boxHeight}px`
    element.className = className
    element.setAttribute(
      'style',
      `left:${left}px;top:${y}px;width:${width}px${size}${style ? `;${style}` : ''}`,
    )
    element.setAttribute('aria-hidden', 'true')
    element.textContent = text
    if (image) {
      const picture = document.createElement('img')
      picture.src = image.source
      picture.alt = ''
      picture.style.height = `${image.height}px`
      const words = document.createElement('span')
      words.textContent = text
      element.replaceChildren(picture, ...(text === '' ? [] : [words]))
    }
    holder.append(element)
  }
  document.querySelector('.note-rule')?.remove()
  for (const [left, top, width] of noteRules) {
    addFurniture({ className: 'note-rule', left, top, width, text: '' })
  }
  for (const job of furniture) addFurniture(job)

  /**
   * Divides the strip: in the frame with the most children, each `partSheets` pages get a box around them.
   */
  function divideStrip(): void {
    const partHeight = partSheets * sheetHeight
    const longest = Array.from(strip.querySelectorAll('.frame')).reduce<Element>(
      (first, second) => (second.children.length > first.children.length ? second : first),
      strip,
    )
    if (height <= partHeight || longest === strip) return
    const partNumber = (child: Element): number => {
      const row = cutParts(child)[0]
      if (row) return Math.floor(Number.parseFloat(row.style.top) / partHeight)
      const block = corners.has(child)
        ? child
        : Array.from(child.querySelectorAll('*')).find(inner => corners.has(inner))
      return block ? Math.floor((corners.get(block)?.[1] ?? 0) / partHeight) : 0
    }
    const numbers = Array.from(longest.children, partNumber)
    let current: HTMLElement | undefined
    let reached = -1
    Array.from(longest.children).forEach((child, index) => {
      const number = Math.max(reached, numbers[index] ?? 0)
      while (reached < number) {
        reached++
        current = document.createElement('div')
        current.className = 'part'
        current.style.height = `${Math.min(partHeight, height - reached * partHeight)}px`
        corners.set(current, [0, reached * partHeight])
        parts.push(current)
        child.before(current)
      }
      current?.append(child)
    })
  }

  /** The captions and rows of cut tables, which `cutTables` has placed. */
  function cutParts(element: Element): HTMLElement[] {
    return Array.from(element.querySelectorAll<HTMLElement>('.cut > .placed, .cut tr.placed'))
  }

  /** Counts the places of cut tables from the head of the part that they are in. */
  function moveCutTables(): void {
    for (const part of parts) {
      const head = corners.get(part)?.[1] ?? 0
      for (const { style } of cutParts(part)) style.top = `${Number.parseFloat(style.top) - head}px`
    }
  }
}
