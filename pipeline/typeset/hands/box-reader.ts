/**
 * A part of the hand `readGalley`: reads what is not a paragraph of the flow. That is boxes (headings,
 * equations, tables in the text), floats and notes, with the paragraphs inside them.
 */
import type { Anchor, BoxBlock, GalleyFloat, GalleyNote, GalleySide, TextBlock } from '../galley.ts'
import type { Dom } from './dom.ts'
import type { tableRows } from './table-rows.ts'
import type { TextReader } from './text-reader.ts'

interface BoxReader {
  isBox(element: Element): boolean
  isParagraph(element: Element): boolean
  readBox(element: Element, place: { readonly gap: number; readonly keepsWithPrevious: boolean }): BoxBlock
  /** Reads a figure or a table. `after`: the number of blocks of the flow before it. */
  readFloat(element: Element, after: number): GalleyFloat
  /** Reads a note and adds it to `notes`. */
  readNote(element: Element): void
  /** Reads the blocks of an element that is set as a column of its own: their `x` begins at its left. */
  readColumn(element: Element): (TextBlock | BoxBlock)[]
  /**
   * Reads an element at the side of the first page: as one box, and its parts as boxes. What is higher than a
   * column, `columnHeight`, is read in lines.
   */
  readSide(element: Element, columnHeight: number): GalleySide
  /** Notes in the order in which they were read. */
  readonly notes: readonly GalleyNote[]
  /** Paragraphs inside boxes and floats. */
  readonly inset: readonly TextBlock[]
}

interface BoxReaderParts extends TextReader {
  readonly identify: (element: Element) => number
  readonly readRows: typeof tableRows
}

/** Makes a reader of boxes, floats and notes. Runs in the browser. */
export function boxReader(dom: Dom, { identify, readRows, readText }: BoxReaderParts): BoxReader {
  const boxes =
    'h1, h2, h3, h4, h5, h6, figure:not(.listing), table, hr, img, svg, .equation, .standing, .layout-row, .gloss'
  const notes: GalleyNote[] = []
  const inset: TextBlock[] = []

  /** Number of the body row that an element is in; 0 outside of table bodies. */
  const rowOf = (element: Element): number => {
    const row = element.closest('tbody > tr')
    return row ? Array.from(row.parentElement?.children ?? []).indexOf(row) : 0
  }

  /** The links in an element that lead to elements of the document: marks of notes, or all others. */
  const anchorsIn = (element: Element, kind: 'mark' | 'link'): Anchor[] =>
    Array.from(element.querySelectorAll('a[href^="#"]')).flatMap(link => {
      const isMark = link.id !== '' && link.matches('.note-mark:not(.is-repeated) > *')
      return isMark === (kind === 'mark')
        ? [{ at: rowOf(link), target: decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '') }]
        : []
    })

  /**
   * Reads the paragraphs inside a box. Only lines of justified paragraphs are broken by Offprint; all others
   * are broken by the browser.
   */
  const readInset = (element: Element): void => {
    for (const child of Array.from(element.children)) {
      if (child.matches('.note')) readNote(child)
      else if (dom.isHidden(child) || dom.isInline(child) || child.matches('table, .equation, .standing'))
        continue
      else if (!isParagraph(child)) readInset(child)
      else if (getComputedStyle(child).textAlign === 'justify') {
        inset.push(readText(child, { isStart: true, isEnd: true }))
      }
    }
  }

  const isBox = (element: Element): boolean => element.matches(boxes)

  /** Whether an element contains text or inline elements directly. */
  const isParagraph = (element: Element): boolean =>
    Array.from(element.childNodes).some(child =>
      child instanceof Element
        ? dom.isInline(child) && !dom.isHidden(child) && getComputedStyle(child).position !== 'absolute'
        : child instanceof Text && child.data.trim() !== '',
    )

  const readBox: BoxReader['readBox'] = (element, place) => {
    readInset(element)
    return asBox(element, place)
  }

  /** The box of an element whose paragraphs have been read. */
  const asBox: BoxReader['readBox'] = (element, { gap, keepsWithPrevious }) => {
    const isHeading = /^H[1-6]$/.test(element.tagName)
    const box = element.getBoundingClientRect()
    return {
      type: 'box',
      id: identify(element),
      source: dom.sourceOf(element),
      x: box.left,
      width: box.width,
      gap,
      height: box.height,
      keepsWithNext: isHeading || getComputedStyle(element).breakAfter === 'avoid',
      keepsWithPrevious,
      marks: anchorsIn(element, 'mark'),
      links: anchorsIn(element, 'link'),
      heading: element.tagName === 'H2' ? (element.textContent ?? '').trim() : undefined,
    }
  }

  const readFloat: BoxReader['readFloat'] = (element, after) => {
    readInset(element)
    const box = element.getBoundingClientRect()
    const css = getComputedStyle(element)
    const placement = element.getAttribute('data-placement')
    const span = element.getAttribute('data-span')
    return {
      id: identify(element),
      source: dom.sourceOf(element),
      target: element.id,
      span: span === 'page' || span === 'full' ? 'page' : 'column',
      placement:
        placement === 'top' || placement === 'bottom' || placement === 'page' ? placement : undefined,
      ...(placement === 'end' && { atEnd: 'shared' as const }),
      ...(placement === 'end-alone' && { atEnd: 'alone' as const }),
      isLandscape: element.getAttribute('data-orientation') === 'landscape',
      isTable: element.matches('.table, table'),
      after,
      width: box.width,
      height: box.height,
      gap: Math.max(dom.pixels(css.marginTop), dom.pixels(css.marginBottom)),
      marks: anchorsIn(element, 'mark'),
      rows: readRows(dom, element),
    }
  }

  const readColumn: BoxReader['readColumn'] = element => {
    const blocks: (TextBlock | BoxBlock)[] = []
    const { left, top } = element.getBoundingClientRect()
    let bottom = top
    /** The white space above a block. */
    const advance = (box: DOMRect): number => {
      const gap = Math.max(0, box.top - bottom)
      bottom = box.bottom
      return gap
    }
    const walk = (parent: Element): void => {
      const box = parent.getBoundingClientRect()
      if (isBox(parent)) {
        const block = readBox(parent, { gap: advance(box), keepsWithPrevious: false })
        blocks.push({ ...block, x: box.left - left })
      } else if (isParagraph(parent)) {
        const gap = advance(box)
        const block = readText(parent, { isStart: true, isEnd: true })
        blocks.push({ ...block, x: block.x - left, gap })
      } else {
        for (const child of Array.from(parent.children)) {
          if (child.matches('.note')) readNote(child)
          else if (!dom.isHidden(child) && getComputedStyle(child).position !== 'absolute') walk(child)
        }
      }
    }
    walk(element)
    return blocks
  }

  const aside = (gap: number) => ({ gap, keepsWithPrevious: false })

  const readSide: BoxReader['readSide'] = (element, columnHeight) => {
    const isAtFoot = element.getAttribute('data-placement') === 'bottom'
    const { left, top, height } = element.getBoundingClientRect()
    const above = dom.pixels(getComputedStyle(element).marginTop)
    const isHigh = height > columnHeight
    if (isParagraph(element)) {
      const blocks = isHigh ? readColumn(element) : [{ ...readBox(element, aside(above)), x: 0 }]
      return { blocks, isAtFoot }
    }
    let bottom = top - above
    const readPart = (part: Element): (TextBlock | BoxBlock)[] => {
      if (part.matches('.note')) readNote(part)
      if (part.matches('.note') || dom.isHidden(part)) return []
      const box = part.getBoundingClientRect()
      // What is higher than a page is divided further, at last into lines.
      const isDivided = box.height > columnHeight && !isBox(part)
      const isLines = isDivided && isParagraph(part)
      if (isDivided && !isLines) return Array.from(part.children).flatMap(readPart)
      const gap = Math.max(0, box.top - bottom)
      const x = box.left - left
      bottom = box.bottom
      if (!isLines) return [{ ...readBox(part, aside(gap)), x }]
      return readColumn(part).map(block => ({ ...block, x: block.x + x, gap: block.gap + gap }))
    }
    const blocks = Array.from(element.children).flatMap(readPart)
    if (isHigh) return { blocks, isAtFoot }
    return { whole: { ...asBox(element, aside(above)), x: 0 }, blocks, isAtFoot }
  }

  const readNote = (element: Element): void => {
    const blocks = readColumn(element)
    notes.push({ id: identify(element), target: element.getAttribute('data-note') ?? '', blocks })
  }

  return { isBox, isParagraph, readBox, readFloat, readNote, readColumn, readSide, notes, inset }
}
