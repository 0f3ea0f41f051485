/**
 * The kit that each hand receives as its first parameter: what several hands ask of the document. A *hand* is
 * a function of this folder that is sent to the browser as text (`sheet/run-hand.ts`). It runs there without
 * this file or any other, so it uses nothing but its parameters and what the browser has.
 */

export interface Dom {
  /** All elements of the document that match a selector. */
  all(selector: string): Element[]
  /** The container of all pages. Throws if there is none. */
  strip(): HTMLElement
  /** Elements with a number that a reader gave to them (`data-block`), by that number. */
  blocks(): ReadonlyMap<number, HTMLElement>
  /** `data-source` of an element or of the nearest element around it. */
  sourceOf(element: Element): number | undefined
  /** The text nodes inside an element, in order. */
  textsIn(element: Element): Text[]
  /** A computed CSS length in px; 0 for a keyword such as `normal`. */
  pixels(length: string): number
  isHidden(element: Element): boolean
  isInline(element: Element): boolean
  /** Heights above the rows of a table: caption and space. */
  tableHead(block: Element, table: Element): TableHead
}

export interface TableHead {
  /** Distance from the top of the figure to the top of the table, in CSS px. */
  readonly before: number
  /** The same distance if the table is continued: its caption is then one line ("Table 2 (continued)"). */
  readonly continued: number
}

/** Makes the kit that hands share. Runs in the browser. */
export function domKit(): Dom {
  const dom: Dom = {
    all(selector) {
      return Array.from(document.querySelectorAll(selector))
    },
    strip() {
      const strip = document.querySelector<HTMLElement>('.strip')
      if (!strip) throw new Error('There is no strip of sheets.')
      return strip
    },
    blocks() {
      const elements = dom.all('[data-block]').filter(element => element instanceof HTMLElement)
      return new Map(elements.map(element => [Number(element.getAttribute('data-block')), element]))
    },
    sourceOf(element) {
      const source = element.closest('[data-source]')?.getAttribute('data-source')
      return source === null || source === undefined ? undefined : Number(source)
    },
    textsIn(element) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
      return texts
    },
    pixels(length) {
      return Number.parseFloat(length) || 0
    },
    isHidden(element) {
      return getComputedStyle(element).display === 'none'
    },
    isInline(element) {
      return /^(inline|contents|math|ruby)/.test(getComputedStyle(element).display)
    },
    tableHead(block, table) {
      const before = table.getBoundingClientRect().top - block.getBoundingClientRect().top
      const caption = block.querySelector('figcaption')
      if (!caption) return { before, continued: 0 }
      const line = dom.pixels(getComputedStyle(caption).lineHeight)
      return { before, continued: before - caption.getBoundingClientRect().height + line }
    },
  }
  return dom
}
