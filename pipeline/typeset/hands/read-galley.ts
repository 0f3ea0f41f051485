/**
 * A hand in the browser: reads the galley. The CSS decides what an element is: a block with text in it is a
 * paragraph, a block with blocks in it is walked into, and the others are boxes.
 */
import type { Galley, GalleyBlock, GalleyFloat, GalleyMarginNote, GalleySide } from '../galley.ts'
import type { boxReader } from './box-reader.ts'
import type { Dom } from './dom.ts'
import type { tableRows } from './table-rows.ts'
import type { textReader } from './text-reader.ts'

/** The readers of the parts of the galley. */
interface GalleyReaders {
  readonly boxReader: typeof boxReader
  readonly textReader: typeof textReader
  readonly tableRows: typeof tableRows
}

/** Reads the galley: its blocks, floats and notes. `columnHeight`: height of a column in CSS px. */
export function readGalley(dom: Dom, readers: GalleyReaders, columnHeight: number): Galley {
  const floating =
    'figure:not([data-placement=here]), :is([data-span=page], [data-span=full]):not([data-placement=here])'
  const blocks: GalleyBlock[] = []
  const floats: GalleyFloat[] = []
  const beside: { element: Element; after: number }[] = []
  const sides: GalleySide[] = []
  let bottom = 0
  let imprint: number | undefined
  let nextId = 0
  const identify = (element: Element): number => {
    element.setAttribute('data-block', String(nextId))
    return nextId++
  }
  const text = readers.textReader(dom, identify)
  const boxes = readers.boxReader(dom, { ...text, identify, readRows: readers.tableRows })

  /** The height of the white space between this block and the block before it. */
  const advance = (element: Element): number => {
    const box = element.getBoundingClientRect()
    const gap = blocks.length === 0 ? 0 : Math.max(0, box.top - bottom)
    bottom = box.bottom
    return gap
  }
  const addBox = (element: Element, keepsWithPrevious: boolean): void => {
    blocks.push(boxes.readBox(element, { gap: advance(element), keepsWithPrevious }))
  }
  const addText = (element: Element, ends: { readonly isStart: boolean; readonly isEnd: boolean }): void => {
    const gap = advance(element)
    blocks.push({ ...text.readText(element, ends), gap })
  }
  const addFloat = (element: Element): void => {
    floats.push(boxes.readFloat(element, blocks.length))
  }
  /** A paragraph that display equations divide into pieces. */
  const addPieces = (paragraph: Element): void => {
    const pieces = Array.from(paragraph.children)
    pieces.forEach((piece, index) => {
      if (piece.matches('.piece')) {
        addText(piece, { isStart: index === 0, isEnd: index === pieces.length - 1 })
      } else addBox(piece, index > 0)
    })
  }
  /** A table without a caption stays in the text unless it is longer than a column. */
  const isLongTable = (element: Element): boolean =>
    element.matches('table') && element.getBoundingClientRect().height > columnHeight

  /** Parts of the side of the first page, in the text, keep what the browser has laid out. */
  const isSidePart = (element: Element): boolean =>
    element.parentElement?.closest('[data-place=side]') != null &&
    element.getBoundingClientRect().height <= columnHeight

  const readFlow = (parent: Element): void => {
    for (const element of Array.from(parent.children)) {
      const kind = element.getAttribute('data-break')
      if (kind === 'page' || kind === 'column') {
        blocks.push({ type: 'break', id: identify(element), source: dom.sourceOf(element), kind })
      } else if (element.matches('[data-place=margin]')) {
        beside.push({ element, after: blocks.length })
      } else if (element.matches('[data-place=side]') && getComputedStyle(element).position === 'absolute') {
        sides.push(boxes.readSide(element, columnHeight))
      } else if (element.matches('.note')) boxes.readNote(element)
      else if (dom.isHidden(element) || getComputedStyle(element).position === 'absolute') {
        if (element.matches(floating)) addFloat(element)
      } else if (element.matches(floating) || isLongTable(element)) addFloat(element)
      else if (boxes.isBox(element) || isSidePart(element)) addBox(element, false)
      else if (element.querySelector(':scope > .piece')) addPieces(element)
      else if (!boxes.isParagraph(element)) {
        if (element.matches('.imprint')) imprint = blocks.length
        readFlow(element)
      } else addText(element, { isStart: true, isEnd: true })
    }
  }

  /** The place beside which a note of the margin belongs: its mark, or the block after it, or before it. */
  const besideOf = (element: Element, after: number): GalleyMarginNote['beside'] => {
    const target = `margin ${element.getAttribute('data-margin-note')}`
    for (const block of blocks) {
      const mark = block.type === 'text' ? block.links.find(link => link.target === target) : undefined
      if (mark) return { block: block.id, at: mark.at }
    }
    const next = blocks[after]
    const isNext = next?.type === 'text' || (next?.type === 'box' && !next.keepsWithNext)
    return {
      block:
        (isNext ? next : blocks.slice(0, after).findLast(block => block.type !== 'break'))?.id ??
        next?.id ??
        0,
      at: 0,
    }
  }
  const readMarginNote = ({ element, after }: { element: Element; after: number }): GalleyMarginNote => {
    const { id, source, width, height } = boxes.readBox(element, { gap: 0, keepsWithPrevious: false })
    const { top } = element.getBoundingClientRect()
    const first = element.matches('figure') ? undefined : dom.linesIn(element)[0]
    const firstLine = first && (first[0] + first[1]) / 2 - top
    return { id, source, width, height, beside: besideOf(element, after), firstLine }
  }

  /** The blocks of the flow. The first calls the notes without marks, which are at the foot of its column. */
  const withFeet = (): readonly GalleyBlock[] => {
    const feet = boxes.notes.filter(({ target }) => target.startsWith('foot '))
    const first = blocks.findIndex(({ type }) => type !== 'break')
    return blocks.map((block, index) => {
      if (index !== first || block.type === 'break') return block
      return { ...block, marks: [...feet.map(({ target }) => ({ at: 0, target })), ...block.marks] }
    })
  }

  readFlow(dom.strip())
  const marginNotes = beside.map(readMarginNote)
  const ids = dom.all('body [id]').flatMap(element => {
    const holder = element.closest('[data-block]') ?? element.querySelector('[data-block]')
    return holder ? [{ id: element.id, block: Number(holder.getAttribute('data-block')) }] : []
  })
  return {
    blocks: withFeet(),
    floats,
    notes: boxes.notes,
    ...(marginNotes.length > 0 && { marginNotes }),
    ...(sides.length > 0 && { sides }),
    inset: boxes.inset,
    styles: text.faces(),
    ids,
    noteRule: document.querySelector('.note-rule')?.getBoundingClientRect().height ?? 0,
    ...(imprint !== undefined && imprint < blocks.length && { imprint }),
  }
}
