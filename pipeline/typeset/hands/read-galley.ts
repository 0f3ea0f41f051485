/**
 * A hand in the browser: reads the galley. Elements are sorted by how the CSS displays them: a block with
 * text in it is a paragraph, a block with blocks in it is walked into, the rest are boxes. Whitespace in
 * paragraphs is collapsed in the document too, so that offsets into `text` are offsets into the document.
 */
import type {
  Anchor,
  Atom,
  BoxBlock,
  Galley,
  GalleyBlock,
  GalleyFloat,
  GalleyNote,
  Run,
  TableRows,
  TextBlock,
} from '../galley.ts'

/** Runs in the page, on its own: it may use nothing from outside. */
export function readGalley(columnHeight: number): Galley {
  const blocks: GalleyBlock[] = []
  const floats: GalleyFloat[] = []
  const notes: GalleyNote[] = []
  const inset: TextBlock[] = []
  const styles = new Map<string, number>()
  const floating = 'figure:not([data-placement=here]), [data-span=page]:not([data-placement=here])'
  const boxed = 'h1, h2, h3, h4, h5, h6, figure:not(.listing), table, hr, img, svg, .equation, .standing'
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')
  let nextId = 0
  let bottom = 0

  const isInline = (element: Element): boolean =>
    /^(inline|contents|math|ruby)/.test(getComputedStyle(element).display)
  const isHidden = (element: Element): boolean => getComputedStyle(element).display === 'none'
  const isParagraph = (element: Element): boolean =>
    Array.from(element.childNodes).some(child =>
      child instanceof Element
        ? isInline(child) && !isHidden(child) && getComputedStyle(child).position !== 'absolute'
        : child instanceof Text && child.data.trim() !== '',
    )
  const isAtom = (element: Element): boolean =>
    /^(math|img|svg)$/i.test(element.tagName) || /^inline-/.test(getComputedStyle(element).display)
  const sourceOf = (element: Element): number | undefined => {
    const source = element.closest('[data-source]')?.getAttribute('data-source')
    return source === null || source === undefined ? undefined : Number(source)
  }
  const number = (value: string): number => Number.parseFloat(value) || 0
  const identify = (element: Element): number => {
    element.setAttribute('data-block', String(nextId))
    nextId += 1
    return nextId - 1
  }
  /** Leads from a mark or link to what it names; `at` is filled in by who knows the offset. */
  const anchorsIn = (element: Element, kind: 'mark' | 'link'): Anchor[] =>
    Array.from(element.querySelectorAll('a[href^="#"]')).flatMap(link => {
      const isMark = link.id !== '' && link.matches('.note-mark:not(.is-repeated) > *')
      return isMark === (kind === 'mark')
        ? [{ at: 0, target: decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '') }]
        : []
    })

  const styleOf = (element: Element): number => {
    const css = getComputedStyle(element)
    const caps = css.fontVariantCaps === 'small-caps' ? 'small-caps' : 'normal'
    const font = `${css.fontStyle} ${caps} ${css.fontWeight} ${css.fontSize} ${css.fontFamily}`
    const known = styles.get(font)
    if (known !== undefined) return known
    styles.set(font, styles.size)
    return styles.size - 1
  }

  const readText = (element: Element, isStart: boolean, isEnd: boolean): TextBlock => {
    const css = getComputedStyle(element)
    const isPreserved = css.whiteSpaceCollapse === 'preserve' || /^pre/.test(css.whiteSpace)
    const runs: Run[] = []
    const atoms: Atom[] = []
    const links: Anchor[] = []
    const marks: Anchor[] = []
    let text = ''
    const drawn = (node: Element, pseudo: '::before' | '::after'): number => {
      const look = getComputedStyle(node, pseudo)
      const text = /^"((?:[^"\\]|\\.)*)"/.exec(look.content)?.[1]
      if (text === undefined || !canvas) return 0
      canvas.font = `${look.fontStyle} ${look.fontWeight} ${look.fontSize} ${look.fontFamily}`
      return canvas.measureText(text).width + number(look.marginLeft) + number(look.marginRight)
    }
    const space = (width: number) => {
      if (width !== 0) atoms.push({ at: text.length, width, length: 0 })
    }
    const visit = (node: Node, style: number, kind: 'text' | 'address' | 'code'): void => {
      if (node instanceof Text) {
        if (!isPreserved) {
          const isDouble = node.data.startsWith(' ') && (text === '' || text.endsWith(' '))
          if (isDouble) node.data = node.data.slice(1)
        } else if (node.data.endsWith('\n') && !node.nextSibling && node.parentElement?.closest('pre')) {
          node.data = node.data.slice(0, -1)
        }
        if (node.data === '') return
        text += node.data
        runs.push({ end: text.length, style, kind })
        return
      }
      if (!(node instanceof Element)) return
      if (node.tagName === 'BR') {
        text += '\n'
        runs.push({ end: text.length, style, kind })
        return
      }
      if (isHidden(node)) {
        node.remove()
        return
      }
      const look = getComputedStyle(node)
      if (isAtom(node)) {
        const width = node.getBoundingClientRect().width + number(look.marginLeft) + number(look.marginRight)
        const rise = node.getAttribute('data-rise')
        const reach = { rise: Number(rise), drop: Number(node.getAttribute('data-drop')) }
        atoms.push({ at: text.length, width, length: 1, ...(rise !== null && { reach }) })
        text += '\uFFFC'
        runs.push({ end: text.length, style, kind })
        return
      }
      const href = node.tagName === 'A' ? (node.getAttribute('href') ?? '') : ''
      if (href.startsWith('#')) {
        const isMark = node.id !== '' && node.matches('.note-mark:not(.is-repeated) > *')
        ;(isMark ? marks : links).push({ at: text.length, target: decodeURIComponent(href.slice(1)) })
      }
      const isUrl = /^(https?:|mailto:)/.test(href) && !/\s/.test(node.textContent ?? '')
      const isCode = /^(CODE|KBD|SAMP)$/.test(node.tagName)
      const inner = kind !== 'text' ? kind : isUrl ? 'address' : isCode ? 'code' : 'text'
      const own = styleOf(node)
      space(number(look.marginLeft) + number(look.paddingLeft) + number(look.borderLeftWidth))
      space(drawn(node, '::before'))
      for (const child of Array.from(node.childNodes)) visit(child, own, inner)
      space(drawn(node, '::after'))
      space(number(look.marginRight) + number(look.paddingRight) + number(look.borderRightWidth))
    }
    const own = styleOf(element)
    for (const child of Array.from(element.childNodes)) visit(child, own, 'text')
    const box = element.getBoundingClientRect()
    const left = box.left + number(css.paddingLeft) + number(css.borderLeftWidth)
    const right = box.right - number(css.paddingRight) - number(css.borderRightWidth)
    // Lines that begin at the right need to know where that is.
    if (css.direction === 'rtl') element.setAttribute('data-measure', String(right - left))
    const item = element.closest('li')
    if (item && !item.hasAttribute('data-inset')) {
      item.setAttribute('data-inset', String(left - item.getBoundingClientRect().left))
    }
    return {
      type: 'text',
      id: identify(element),
      source: sourceOf(element),
      x: left,
      width: right - left,
      gap: 0,
      text,
      runs,
      atoms,
      links,
      marks,
      lineHeight: number(css.lineHeight),
      indent: isStart ? number(css.textIndent) : 0,
      setting: isPreserved ? 'preserved' : css.textAlign === 'justify' ? 'justified' : 'ragged',
      isStart,
      isEnd,
      keepsWithNext: css.breakAfter === 'avoid',
      looseness: Number(element.closest('[data-looseness]')?.getAttribute('data-looseness') ?? 0),
    }
  }

  const rowsOf = (element: Element): TableRows | undefined => {
    const table = element.tagName === 'TABLE' ? element : element.querySelector('table')
    if (!table) return undefined
    const outer = element.getBoundingClientRect()
    const height = (row: Element) => row.getBoundingClientRect().height
    const body = Array.from(table.querySelectorAll(':scope > tbody > tr'), height)
    const head = Array.from(table.querySelectorAll(':scope > thead > tr'), height)
    const joined = Array.from(table.querySelectorAll<HTMLTableRowElement>(':scope > tbody > tr'), (row, at) =>
      Array.from(row.cells).flatMap(({ rowSpan }) =>
        Array.from({ length: Math.min(rowSpan, body.length - at) - 1 }, (_, below) => at + 1 + below),
      ),
    ).flat()
    const inner = table.getBoundingClientRect()
    const caption = element.querySelector('figcaption')
    const line = caption ? number(getComputedStyle(caption).lineHeight) : 0
    const before = inner.top - outer.top
    return {
      before,
      continued: caption ? before - caption.getBoundingClientRect().height + line : 0,
      head: head.reduce((sum, one) => sum + one, 0),
      body,
      ...(joined.length > 0 && { joined }),
      after: outer.bottom - inner.bottom,
    }
  }

  const readInset = (element: Element): void => {
    for (const child of Array.from(element.children)) {
      if (child.matches('.note')) readNote(child)
      else if (isHidden(child) || isInline(child) || child.matches('table, .equation, .standing')) continue
      else if (!isParagraph(child)) readInset(child)
      else if (getComputedStyle(child).textAlign === 'justify') {
        inset.push(readText(child, true, true))
      }
    }
  }

  const readFloat = (element: Element): void => {
    readInset(element)
    const box = element.getBoundingClientRect()
    const css = getComputedStyle(element)
    const placement = element.getAttribute('data-placement')
    floats.push({
      id: identify(element),
      source: sourceOf(element),
      target: element.id,
      span: element.getAttribute('data-span') === 'page' ? 'page' : 'column',
      placement:
        placement === 'top' || placement === 'bottom' || placement === 'page' ? placement : undefined,
      isLandscape: element.getAttribute('data-orientation') === 'landscape',
      isTable: element.matches('.table, table'),
      after: blocks.length,
      width: box.width,
      height: box.height,
      gap: Math.max(number(css.marginTop), number(css.marginBottom)),
      marks: anchorsIn(element, 'mark'),
      rows: rowsOf(element),
    })
  }

  const readNote = (element: Element): void => {
    const parts: (TextBlock | BoxBlock)[] = []
    const { left, top } = element.getBoundingClientRect()
    let last = top
    const walk = (parent: Element): void => {
      const box = parent.getBoundingClientRect()
      const place = () => {
        const gap = Math.max(0, box.top - last)
        last = box.bottom
        return gap
      }
      if (parent.matches(boxed)) {
        const gap = place()
        parts.push({ ...boxOf(parent, gap, false), x: box.left - left })
      } else if (isParagraph(parent)) {
        const gap = place()
        const block = readText(parent, true, true)
        parts.push({ ...block, x: block.x - left, gap })
      } else {
        for (const child of Array.from(parent.children)) {
          if (child.matches('.note')) readNote(child)
          else if (!isHidden(child) && getComputedStyle(child).position !== 'absolute') walk(child)
        }
      }
    }
    walk(element)
    notes.push({ id: identify(element), target: element.getAttribute('data-note') ?? '', blocks: parts })
  }

  const gapTo = (box: DOMRect): number => {
    const gap = blocks.length === 0 ? 0 : Math.max(0, box.top - bottom)
    bottom = box.bottom
    return gap
  }

  const boxOf = (element: Element, gap: number, keepsWithPrevious: boolean): BoxBlock => {
    const isHeading = /^H[1-6]$/.test(element.tagName)
    readInset(element)
    const box = element.getBoundingClientRect()
    return {
      type: 'box',
      id: identify(element),
      source: sourceOf(element),
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

  const readBox = (element: Element, keepsWithPrevious: boolean): void => {
    blocks.push(boxOf(element, gapTo(element.getBoundingClientRect()), keepsWithPrevious))
  }

  /** A paragraph with display equations in it: what stands between them is a piece of its own. */
  const readPieces = (element: Element): void => {
    const pieces = Array.from(element.children)
    pieces.forEach((piece, index) => {
      if (!piece.matches('.piece')) {
        readBox(piece, index > 0)
        return
      }
      const box = piece.getBoundingClientRect()
      const text = readText(piece, index === 0, index === pieces.length - 1)
      blocks.push({ ...text, gap: gapTo(box) })
    })
  }

  /** A table without a caption stays in the text unless it has to be cut. */
  const isLongTable = (element: Element): boolean =>
    element.matches('table') && element.getBoundingClientRect().height > columnHeight

  const readFlow = (parent: Element): void => {
    for (const element of Array.from(parent.children)) {
      const kind = element.getAttribute('data-break')
      if (kind === 'page' || kind === 'column') {
        blocks.push({ type: 'break', id: identify(element), source: sourceOf(element), kind })
      } else if (element.matches('.note')) readNote(element)
      else if (isHidden(element) || getComputedStyle(element).position === 'absolute') {
        if (element.matches(floating)) readFloat(element)
      } else if (element.matches(floating) || isLongTable(element)) readFloat(element)
      else if (element.matches(boxed)) readBox(element, false)
      else if (element.querySelector(':scope > .piece')) readPieces(element)
      else if (!isParagraph(element)) readFlow(element)
      else {
        const box = element.getBoundingClientRect()
        const gap = gapTo(box)
        blocks.push({ ...readText(element, true, true), gap })
      }
    }
  }

  readFlow(document.querySelector('.strip') ?? document.body)
  const rule = document.querySelector('.note-rule')
  const ids = Array.from(document.querySelectorAll('body [id]')).flatMap(element => {
    const holder = element.closest('[data-block]') ?? element.querySelector('[data-block]')
    return holder ? [{ id: element.id, block: Number(holder.getAttribute('data-block')) }] : []
  })
  return {
    blocks,
    floats,
    notes,
    inset,
    styles: Array.from(styles.keys()),
    ids,
    noteRule: rule?.getBoundingClientRect().height ?? 0,
  }
}
