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
  /** Top and bottom of each line of an element that the browser broke into lines. Pictures are lines too. */
  linesIn(element: Element): (readonly [top: number, bottom: number])[]
  /** What is in lines, in order: text outside formulas and drawings, and formulas, drawings, pictures. */
  lineParts(element: Element): (Text | Element)[]
  /** A computed CSS length in px; 0 for a keyword such as `normal`. */
  pixels(length: string): number
  isHidden(element: Element): boolean
  isInline(element: Element): boolean
  /** Heights above the rows of a table: caption and space. */
  tableHead(block: Element, table: Element): TableHead
  /** CSS px of padding that only the first of these rows has at its top, and only the last at its bottom. */
  rowEnds(rows: readonly Element[]): { readonly first: number; readonly last: number }
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
    lineParts(element) {
      const solid = 'img, svg, math'
      const texts = dom
        .textsIn(element)
        .filter(text => text.data.trim() !== '' && !text.parentElement?.closest(solid))
      const isFollowed = (one: Node, other: Node) =>
        one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
      return [...texts, ...Array.from(element.querySelectorAll(solid))]
        .filter(part => !(part instanceof Text ? part.parentElement : part)?.closest('.note'))
        .sort(isFollowed)
    },
    linesIn(element) {
      const rects = dom.lineParts(element).flatMap(part => {
        if (part instanceof Element) return [part.getBoundingClientRect()]
        const range = document.createRange()
        range.selectNodeContents(part)
        return Array.from(range.getClientRects())
      })
      const sorted = rects
        .filter(({ height }) => height > 0)
        .sort((one, other) => one.top + one.bottom - other.top - other.bottom)
      const lines: [number, number][] = []
      for (const { top, bottom } of sorted) {
        const last = lines.at(-1)
        if (last && (top + bottom) / 2 <= last[1]) {
          last[0] = Math.min(last[0], top)
          last[1] = Math.max(last[1], bottom)
        } else lines.push([top, bottom])
      }
      return lines
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
    rowEnds(rows) {
      const padding = (row: Element | undefined, side: 'paddingTop' | 'paddingBottom') => {
        const cell = row?.children[0]
        return cell ? dom.pixels(getComputedStyle(cell)[side]) : 0
      }
      const difference = (end: Element | undefined, side: 'paddingTop' | 'paddingBottom') =>
        Math.max(0, padding(end, side) - padding(rows[Math.floor(rows.length / 2)], side))
      return {
        first: difference(rows[0], 'paddingTop'),
        last: difference(rows.at(-1), 'paddingBottom'),
      }
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
