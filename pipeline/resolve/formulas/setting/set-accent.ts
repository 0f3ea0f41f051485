/**
 * Accents and braces over and under letters and rows: `<mover>` and `<munder>` with a mark (The TeXbook,
 * appendix G, rule 12). The mark is in a frame without width at the middle of the base, and from there it is
 * moved to the place that the font gives for accents.
 */
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { type Box, constantAt, framed, inEm, kern, type Setter } from './box.ts'
import { cramped, type Style, sizeOf } from './style.ts'

/** Accents with a width of their own → combining characters. */
export const combiningAccents: Readonly<Record<string, string>> = {
  ˆ: '\u0302',
  '^': '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '‾': '\u0304',
  '¯': '\u0304',
  ˉ: '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '¨': '\u0308',
  '˚': '\u030A',
  ˇ: '\u030C',
  '´': '\u0301',
  ˊ: '\u0301',
  '`': '\u0300',
  ˋ: '\u0300',
}

/** Marks as Temml writes them → combining characters, which the font places and stretches. */
const marks: Readonly<Record<string, string>> = {
  ...combiningAccents,
  '→': '\u20D7',
  '←': '\u20D6',
  '↔': '\u20E1',
  '⇀': '\u20D1',
  '↼': '\u20D0',
  '…': '\u20DB',
  '….': '\u20DC',
}

/** Chromium does not stretch a tilde: it is not in the browser's list of operators. */
const unstretched = '\u0303'

/** The character of an accent or brace over or under a base; undefined if the element is not one. */
export function accentMark(element: Element | undefined): string | undefined {
  if (element?.tagName !== 'mo') return undefined
  const text = textOf(element).trim()
  if (/^\p{M}$/u.test(text) || (isStretchy(element) && /^[⏞⏟⎴⎵⏜⏝]$/u.test(text))) return text
  const isMark = /acc|vec|math-depth|hat/.test(`${element.properties.className} ${element.properties.style}`)
  // Temml writes an accent over a bold letter without a class.
  const isPlain = element.properties.stretchy === 'false' && element.properties.lspace === undefined
  return isMark || isPlain || isStretchy(element) ? marks[text] : undefined
}

function isStretchy({ properties }: Element): boolean {
  return properties.stretchy === 'true'
}

interface Accent {
  readonly base: Element
  readonly mark: string
  /** Whether the mark is as wide as the base. */
  readonly isWide: boolean
  readonly side: 'over' | 'under'
}

export function setAccent(accent: Accent, style: Style, setter: Setter): Box {
  const { font } = setter
  const base = setter.set(accent.base, cramped(style))
  const size = sizeOf(style)
  const form = formOf(accent, base.width / size, setter)
  const skew = base.letter && font.topAccent(base.letter.id)
  // LaTeX takes bold letters from the font of the text, which has no places for accents.
  const attachment = skew === undefined || isBold(accent.base) ? base.width / 2 : skew * size
  const markTop = font.topAccent(form.glyph) ?? font.glyphBox(form.glyph).advance / 2
  const isDrawn = form.isStretched && accent.mark === unstretched
  const middle = isDrawn ? 0 : form.isStretched ? form.width / 2 : markTop
  const shift = attachment - base.width / 2 - middle * size
  const plain = h('mo', { stretchy: 'false', lspace: '0', rspace: '0' }, accent.mark)
  const mark = isDrawn
    ? enlarged(plain, form, style, setter)
    : form.isStretched
      ? stretched(accent, form.width * size, style)
      : plain
  const placed = { ...form, isStretched: form.isStretched && !isDrawn }
  const extent =
    accent.side === 'over' ? extentOver(base, placed, style, setter) : extentUnder(base, placed, style)
  const frame = framed([kern(shift, style), mark], { ...extent.frame, width: 0 }, style)
  return {
    element: h(
      accent.side === 'over' ? 'mover' : 'munder',
      { [accent.side === 'over' ? 'accent' : 'accentunder']: 'true' },
      [framed([base.element], { height: base.height, depth: base.depth }, style), frame],
    ),
    // LaTeX makes braces operators, for their labels.
    atom: /^\p{M}$/u.test(accent.mark) ? 'ord' : 'op',
    width: base.width,
    height: extent.height,
    depth: extent.depth,
    italic: base.letter ? base.italic : 0,
    ...(base.nucleus && { nucleus: base.nucleus }),
    ...(base.letter && { letter: base.letter }),
  }
}

function isBold(element: Element): boolean {
  return element.tagName === 'mi' && /^[\u{1D400}-\u{1D433}]$/u.test(textOf(element))
}

interface Form {
  readonly glyph: number
  readonly isStretched: boolean
  readonly width: number
  /** The edges of the ink over the baseline, and how far it reaches up, in em of the font. */
  readonly bottom: number
  readonly top: number
  readonly height: number
}

/** The widest form that is not wider than the base; one built from parts if the base is wider than all. */
function formOf({ mark, isWide }: Accent, width: number, { font }: Setter): Form {
  const glyph = font.glyph(mark)
  const forms = isWide ? font.variants(glyph, 'horizontal') : []
  const fitting = forms.filter(form => form.size <= width).at(-1)
  const parts = font.parts(glyph, 'horizontal')
  const isBuilt = fitting !== undefined && fitting === forms.at(-1) && parts.length > 0
  const chosen = fitting?.glyph ?? glyph
  const boxes = (isBuilt ? parts.map(part => part.glyph) : [chosen]).map(id => font.glyphBox(id))
  return {
    glyph: chosen,
    isStretched: fitting !== undefined && (isBuilt || fitting.glyph !== glyph),
    width: isBuilt ? width : (fitting?.size ?? 0),
    bottom: Math.min(...boxes.map(box => box.bottom)),
    top: Math.max(...boxes.map(box => box.top)),
    height: Math.max(...boxes.map(box => box.height)),
  }
}

interface Extent {
  readonly height: number
  readonly depth: number
  readonly frame: Parameters<typeof framed>[1]
}

function extentOver(base: Box, form: Form, style: Style, { font }: Setter): Extent {
  const size = sizeOf(style)
  const baseHeight = constantAt(font, 'AccentBaseHeight', style)
  const rise = base.height - Math.min(base.height, baseHeight)
  // Where a browser puts a frame without height and depth, and the ink of a stretched mark over a space.
  const own = Math.max(base.height, baseHeight)
  const inkOffset = form.isStretched ? size * form.bottom - baseHeight : 0
  const height = Math.max(base.height, rise + size * form.height)
  return {
    height,
    depth: base.depth,
    frame: { height: height - own, depth: 0, raise: rise + inkOffset - own },
  }
}

function extentUnder(base: Box, form: Form, style: Style): Extent {
  const size = sizeOf(style)
  const own = base.depth
  const inkOffset = form.isStretched ? size * form.top : 0
  const depth = base.depth - size * form.bottom
  return {
    height: base.height,
    depth,
    frame: { height: 0, depth: depth - own, raise: inkOffset },
  }
}

/** A mark enlarged to the ink of its wider form, with its middle at the left of an empty frame. */
function enlarged(mark: Element, form: Form, style: Style, { font }: Setter): Element {
  const size = sizeOf(style)
  const glyph = font.glyph(unstretched)
  const ink = font.glyphBox(glyph)
  const [natural = { size: 1 }] = font.variants(glyph, 'horizontal')
  const across = form.width / natural.size
  const up = (form.top - form.bottom) / (ink.top - ink.bottom)
  const drop = inEm((ink.bottom * up - form.bottom) * size, style)
  const toMiddle = kern(-(font.topAccent(glyph) ?? 0) * size, style)
  const frame = framed([toMiddle, mark], { height: form.top * size, depth: 0, width: 0 }, style)
  const transform = `transform:translateY(${drop}) scale(${across.toFixed(4)},${up.toFixed(4)})`
  return {
    ...frame,
    properties: { ...frame.properties, style: `${transform};transform-origin:0 100%` },
  }
}

/** A mark of this width: browsers stretch it over a space. */
function stretched({ mark, side }: Accent, width: number, style: Style): Element {
  const space = h('mspace', { style: `padding-left:${inEm(width - 0.002, style)}` })
  const sign = h('mo', { stretchy: 'true', lspace: '0', rspace: '0' }, mark)
  return side === 'over'
    ? h('mover', { accent: 'true' }, [space, sign])
    : h('munder', { accentunder: 'true' }, [space, sign])
}
