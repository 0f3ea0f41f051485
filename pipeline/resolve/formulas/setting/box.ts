/**
 * Boxes: parts of a formula with the size that TeX would give them. All lengths are in em of the text around
 * the formula, whatever the size of the part; attributes of MathML are in em of the part.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { MathFont } from '../../../fonts/index.ts'
import type { AtomClass } from './atoms.ts'
import { type Style, sizeOf } from './style.ts'

export interface Box {
  readonly element: Element
  readonly atom: AtomClass
  readonly width: number
  readonly height: number
  readonly depth: number
  /** The space that belongs between the box and what follows, if that is not a subscript. */
  readonly italic: number
  /** The character to which scripts are attached, if it is not a box: TeX measures them differently. */
  readonly nucleus?: Glyph
  /** The only character of the box, over which accents are placed. */
  readonly letter?: Glyph
  /** The first character, which a script's correction looks at. */
  readonly first?: Glyph
  /** Whether scripts are above and below the box: limits. */
  readonly hasLimits?: boolean
}

export interface Glyph {
  readonly id: number
  /** The size of its style. */
  readonly size: number
}

export interface Setter {
  readonly font: MathFont
  /** The TeX of the formula. */
  readonly source: string
  /** Sets one element. */
  set(element: Element, style: Style): Box
  /** Sets a row: the children of an element, which are put into a copy of `parent`. */
  setRow(parent: Element, style: Style): Box
}

/** A constant of the font at the size of a style, in em of the formula. */
export function constantAt(font: MathFont, name: Parameters<MathFont['constant']>[0], style: Style): number {
  return font.constant(name) * sizeOf(style)
}

/** A space without ink and without text. It may be negative. */
export function kern(width: number, style: Style): Element {
  return h('mspace', { style: `margin-left:${inEm(width, style)}` })
}

/** An element with kerns before and after it; zero kerns are left out. */
export function withKerns(element: Element, before: number, after: number, style: Style): Element {
  const content = [
    ...(isZero(before) ? [] : [kern(before, style)]),
    element,
    ...(isZero(after) ? [] : [kern(after, style)]),
  ]
  return content.length === 1 ? element : h('mrow', content)
}

interface Frame {
  readonly height: number
  readonly depth: number
  /** How far the content is moved up. */
  readonly raise?: number
  readonly width?: number
}

/** Content in a frame of this size, whatever its own size is. */
export function framed(
  content: readonly ElementContent[],
  { height, depth, raise = 0, width }: Frame,
  style: Style,
): Element {
  return h(
    'mpadded',
    {
      ...(width !== undefined && { width: inEm(width, style) }),
      height: inEm(Math.max(0, height), style),
      depth: inEm(Math.max(0, depth), style),
      ...(!isZero(raise) && { voffset: inEm(raise, style) }),
    },
    [...content],
  )
}

/** A length in em of a style. */
export function inEm(length: number, style: Style): string {
  return `${Number((length / sizeOf(style)).toFixed(4))}em`
}

export function isZero(length: number): boolean {
  return Math.abs(length) < 0.0005
}

/** Gives an element its font size, where a browser would compute another one from the font. */
export function sized(element: Element, from: Style, to: Style): Element {
  if (to.level !== 'scriptscript') return element
  const size = sizeOf(to) / sizeOf(from)
  const style = [element.properties.style, `font-size:${Number(size.toFixed(4))}em`].filter(Boolean).join(';')
  return { ...element, properties: { ...element.properties, style } }
}
