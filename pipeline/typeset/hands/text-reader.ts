/**
 * A part of the hand `readGalley`: reads the text of one paragraph as runs, atoms and anchors. Double spaces
 * are removed in the document too, so that offsets into `text` are also offsets into the document.
 */
import type { Anchor, Atom, Run, TextBlock } from '../galley.ts'
import type { Dom } from './dom.ts'

export interface TextReader {
  /**
   * Reads a paragraph, or a piece of one: display equations divide a paragraph into pieces. `ends`: whether
   * the paragraph begins or ends with this element.
   */
  readText(element: Element, ends: { readonly isStart: boolean; readonly isEnd: boolean }): TextBlock
  /** All faces that were read, in the order of `Run.style`. */
  faces(): string[]
}

/**
 * Makes a reader of paragraphs. `identify` gives a number to an element (`data-block`). Runs in the browser.
 */
export function textReader(dom: Dom, identify: (element: Element) => number): TextReader {
  const { pixels } = dom
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')
  const styles = new Map<string, number>()
  /** The greatest number of characters of a paragraph in bold that is a title of what follows. */
  const longestTitle = 80

  const isAtom = (element: Element): boolean =>
    /^(math|img|svg)$/i.test(element.tagName) || /^inline-/.test(getComputedStyle(element).display)

  /** What becomes capitals with a value of `text-transform`. */
  const capitalsOf: Readonly<Record<string, RegExp>> = {
    uppercase: /.+/gsu,
    capitalize: /(?<![\p{L}\p{M}\p{N}'’\u00AD])\p{L}/gu,
  }

  const languageOf = (text: Text): string | undefined =>
    text.parentElement?.closest('[lang]')?.getAttribute('lang') || undefined

  /** What changes the glyphs of a face and is not in the `font` shorthand, as CSS declarations. */
  const featuresOf = (css: CSSStyleDeclaration): string[] => {
    const usual = new Set(['', 'auto', 'normal', 'small-caps', 'common-ligatures'])
    const isUsualCaps = usual.has(css.fontVariantCaps)
    const hasCaps = css.fontVariantCaps !== 'normal'
    return [
      ['font-variant-numeric', css.fontVariantNumeric],
      ['font-feature-settings', css.fontFeatureSettings],
      ['font-variant-ligatures', css.fontVariantLigatures],
      ['font-variant-position', css.fontVariantPosition],
      ['font-variant-caps', isUsualCaps ? 'normal' : css.fontVariantCaps],
      ['font-synthesis-small-caps', hasCaps ? css.getPropertyValue('font-synthesis-small-caps') : ''],
    ].flatMap(([name = '', value = '']) => (usual.has(value) ? [] : [`${name}:${value}`]))
  }

  /** Index of the face of an element. */
  const faceOf = (element: Element): number => {
    const css = getComputedStyle(element)
    const caps = css.fontVariantCaps === 'small-caps' ? 'small-caps' : 'normal'
    const shorthand = `${css.fontStyle} ${caps} ${css.fontWeight} ${css.fontSize} ${css.fontFamily}`
    const font = [shorthand, ...featuresOf(css)].join(';')
    const index = styles.get(font)
    if (index !== undefined) return index
    styles.set(font, styles.size)
    return styles.size - 1
  }

  /** The width of text that the CSS adds with `content: "…"`. */
  const generatedWidth = (element: Element, pseudo: '::before' | '::after'): number => {
    const css = getComputedStyle(element, pseudo)
    const text = /^"((?:[^"\\]|\\.)*)"/.exec(css.content)?.[1]
    if (text === undefined || !canvas) return 0
    canvas.font = `${css.fontStyle} ${css.fontWeight} ${css.fontSize} ${css.fontFamily}`
    return canvas.measureText(text).width + pixels(css.marginLeft) + pixels(css.marginRight)
  }

  /** The item that begins with a paragraph, if it is at the beginning or the end of a list of the text. */
  const listItemPlace = (element: Element): TextBlock['item'] => {
    const item = element.closest('li')
    if (!item || item.firstElementChild !== element || item.closest('.reference-list')) return undefined
    const outer = item.parentElement?.closest('li')
    const isLast = (one: Element | null | undefined): boolean =>
      !one || (!one.nextElementSibling && isLast(one.parentElement?.closest('li')))
    if (!item.previousElementSibling) return outer ? undefined : 'first'
    if (isLast(item)) return 'last'
    return outer || item.previousElementSibling.previousElementSibling ? undefined : 'second'
  }

  /**
   * Whether a paragraph is a title alone: the head of a box or theorem that begins with something else than
   * text, or a title in bold, such as that of a tab. The name of a table above it is none.
   */
  const isTitle = (element: Element): boolean => {
    const [child] = Array.from(element.children)
    const plainText = (one: Element) => (one.textContent ?? '').replaceAll('\u00AD', '').trim()
    const text = plainText(element)
    if (!child || plainText(child) !== text) return false
    if (child.matches('.admonition-label, .theorem-label')) return true
    if (!child.matches('strong, b')) return false
    return text.length <= longestTitle && !/[.!?]$/.test(text) && !/^\p{L}+\.?\s\d/u.test(text)
  }

  const readContent = (element: Element, isPreserved: boolean) => {
    const runs: Run[] = []
    const atoms: Atom[] = []
    const links: Anchor[] = []
    const marks: Anchor[] = []
    let text = ''
    // Spaces that CSS does not let a line end at are no-break spaces in the text.
    let isUnbroken = false
    // Capitals that CSS asks for are written into the document, so that they are measured.
    let { textTransform } = getComputedStyle(element)
    const addText = (characters: string, style: number, kind: Run['kind']) => {
      text += characters
      runs.push({ end: text.length, style, kind })
    }
    const addSpace = (width: number) => {
      if (width !== 0) atoms.push({ at: text.length, width, length: 0 })
    }
    const readTextNode = (node: Text, style: number, kind: Run['kind']): void => {
      if (!isPreserved) {
        const isDouble =
          node.data.startsWith(' ') && (text === '' || text.endsWith(isUnbroken ? '\u00A0' : ' '))
        if (isDouble) node.data = node.data.slice(1)
      } else if (node.data.endsWith('\n') && !node.nextSibling && node.parentElement?.closest('pre')) {
        node.data = node.data.slice(0, -1)
      }
      if (node.data === '') return
      const capitals = capitalsOf[textTransform]
      if (capitals) {
        const language = languageOf(node)
        node.data = node.data.replace(capitals, letters => letters.toLocaleUpperCase(language))
      }
      addText(isUnbroken ? node.data.replaceAll(' ', '\u00A0') : node.data, style, kind)
    }
    const readAtom = (node: Element, css: CSSStyleDeclaration): void => {
      const width = node.getBoundingClientRect().width + pixels(css.marginLeft) + pixels(css.marginRight)
      const rise = node.getAttribute('data-rise')
      const reach = { rise: Number(rise), drop: Number(node.getAttribute('data-drop')) }
      atoms.push({ at: text.length, width, length: 1, ...(rise !== null && { reach }) })
    }
    const readElement = (node: Element, css: CSSStyleDeclaration, kind: Run['kind']): void => {
      const href = node.tagName === 'A' ? (node.getAttribute('href') ?? '') : ''
      if (href.startsWith('#')) {
        const isMark = node.id !== '' && node.matches('.note-mark:not(.is-repeated) > *')
        ;(isMark ? marks : links).push({ at: text.length, target: decodeURIComponent(href.slice(1)) })
      }
      const called = node.getAttribute('data-margin-mark')
      // No id contains a space, so the names of margin notes are no ids.
      if (called !== null) links.push({ at: text.length, target: `margin ${called}` })
      const isUrl = /^(https?:|mailto:)/.test(href) && !/\s/.test(node.textContent ?? '')
      const isCode = /^(CODE|KBD|SAMP)$/.test(node.tagName)
      const innerKind = kind !== 'text' ? kind : isUrl ? 'address' : isCode ? 'code' : 'text'
      const style = faceOf(node)
      addSpace(pixels(css.marginLeft) + pixels(css.paddingLeft) + pixels(css.borderLeftWidth))
      addSpace(generatedWidth(node, '::before'))
      const wasUnbroken = isUnbroken
      const outerTransform = textTransform
      isUnbroken = css.whiteSpace === 'nowrap'
      textTransform = css.textTransform
      for (const child of Array.from(node.childNodes)) readNode(child, style, innerKind)
      isUnbroken = wasUnbroken
      textTransform = outerTransform
      addSpace(generatedWidth(node, '::after'))
      addSpace(pixels(css.marginRight) + pixels(css.paddingRight) + pixels(css.borderRightWidth))
    }
    const readNode = (node: Node, style: number, kind: Run['kind']): void => {
      if (node instanceof Text) readTextNode(node, style, kind)
      else if (!(node instanceof Element)) return
      else if (node.tagName === 'BR') addText('\n', style, kind)
      else if (dom.isHidden(node)) node.remove()
      else {
        const css = getComputedStyle(node)
        if (node.matches('.drop-cap')) {
          // The first lines are shorter instead (`drop`).
          atoms.push({ at: text.length, width: 0, length: 1 })
          addText('\uFFFC', style, kind)
        } else if (isAtom(node)) {
          readAtom(node, css)
          addText('\uFFFC', style, kind)
        } else readElement(node, css, kind)
      }
    }
    const style = faceOf(element)
    for (const child of Array.from(element.childNodes)) readNode(child, style, 'text')
    return { text, runs, atoms, links, marks }
  }

  /** The room of a drop cap. */
  const dropOf = (element: Element): Pick<TextBlock, 'drop'> => {
    const width = element.getAttribute('data-drop-width')
    const lines = Number(element.getAttribute('data-drop-cap'))
    return width === null ? {} : { drop: { lines, width: Number(width) } }
  }

  return {
    readText(element, { isStart, isEnd }) {
      const css = getComputedStyle(element)
      const isPreserved = css.whiteSpaceCollapse === 'preserve' || /^pre/.test(css.whiteSpace)
      const content = readContent(element, isPreserved)
      const box = element.getBoundingClientRect()
      const left = box.left + pixels(css.paddingLeft) + pixels(css.borderLeftWidth)
      const right = box.right - pixels(css.paddingRight) - pixels(css.borderRightWidth)
      // Lines that begin at the right are placed from the right edge, so they need the width of the
      // paragraph.
      if (css.direction === 'rtl') element.setAttribute('data-measure', String(right - left))
      const item = element.closest('li')
      const place = listItemPlace(element)
      if (item && !item.hasAttribute('data-inset')) {
        item.setAttribute('data-inset', String(left - item.getBoundingClientRect().left))
      }
      return {
        type: 'text',
        id: identify(element),
        source: dom.sourceOf(element),
        x: left,
        width: right - left,
        gap: 0,
        ...content,
        lineHeight: pixels(css.lineHeight),
        indent: isStart ? pixels(css.textIndent) : 0,
        ...dropOf(element),
        setting: isPreserved ? 'preserved' : css.textAlign === 'justify' ? 'justified' : 'ragged',
        isStart,
        isEnd,
        keepsWithNext: css.breakAfter === 'avoid' || isTitle(element),
        ...(css.breakInside === 'avoid' && { keepsTogether: true as const }),
        ...(place && { item: place }),
        ...(/^(de|lb)\b/.test(element.closest('[lang]')?.getAttribute('lang') ?? '') && {
          capitalizesNouns: true as const,
        }),
        looseness: Number(element.closest('[data-looseness]')?.getAttribute('data-looseness') ?? 0),
      }
    },
    faces: () => Array.from(styles.keys()),
  }
}
