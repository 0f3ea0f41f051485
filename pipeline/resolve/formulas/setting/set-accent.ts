/**
 * Accents over letters and over rows: `<mover>` with a mark (The TeXbook, appendix G, rule 12). The mark is in
 * a frame without width at the middle of the base, and from there it is moved to the place that the font
 * gives for accents.
 */
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { type Box, constantAt, framed, kern, type Setter } from './box.ts'
import { cramped, type Style, sizeOf } from './style.ts'

/** Marks as Temml writes them → combining characters, which the font places and stretches. */
const marks: Readonly<Record<string, string>> = {
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
  '→': '\u20D7',
  '⃗': '\u20D7',
  '←': '\u20D6',
  '↔': '\u20E1',
  '⇀': '\u20D1',
  '↼': '\u20D0',
  '⃛': '\u20DB',
  '⃜': '\u20DC',
}

/** The combining character of an accent; undefined if the element is not one. */
export function accentMark(element: Element | undefined): string | undefined {
  if (element?.tagName !== 'mo') return undefined
  const text = textOf(element).trim()
  if (/^[\u0300-\u036F\u20D0-\u20FF]$/.test(text)) return text
  const isMark = /acc|vec|math-depth|hat/.test(`${element.properties.className} ${element.properties.style}`)
  return isMark || element.properties.stretchy !== undefined ? marks[text] : undefined
}

export function setAccent(
  parts: { readonly base: Element; readonly mark: string; readonly isWide: boolean },
  style: Style,
  setter: Setter,
): Box {
  const { font } = setter
  const size = sizeOf(style)
  const base = setter.set(parts.base, cramped(style))
  const glyph = font.glyph(parts.mark)
  const form = parts.isWide ? wideForm(glyph, base.width / size, setter) : { glyph, width: 0 }
  const box = font.glyphBox(form.glyph)
  const baseHeight = constantAt(font, 'AccentBaseHeight', style)
  const rise = base.height - Math.min(base.height, baseHeight)
  const skew = base.letter && font.topAccent(base.letter.id)
  const attachment = skew === undefined ? base.width / 2 : skew * size
  // Where a browser puts a frame without height and depth.
  const own = Math.max(base.height, baseHeight)
  const top = Math.max(base.height, rise + size * box.height)
  const frame = (raise: number) => ({ height: top - own, depth: 0, raise, width: 0 })
  const isStretched = form.width > 0
  const markTop = font.topAccent(form.glyph) ?? (isStretched ? form.width / 2 : box.advance / 2)
  const shift = isStretched
    ? attachment - base.width / 2 - (form.width * size) / 2
    : attachment - base.width / 2 - markTop * size
  const mark = isStretched
    ? stretched(parts.mark, form.width * size, style)
    : h('mo', { stretchy: 'false', lspace: '0', rspace: '0' }, parts.mark)
  const raise = isStretched ? size * box.bottom + rise - baseHeight - own : rise - own
  return {
    element: h('mover', { accent: 'true' }, [
      framed([base.element], { height: base.height, depth: base.depth }, style),
      framed([kern(shift, style), mark], frame(raise), style),
    ]),
    atom: 'ord',
    width: base.width,
    height: top,
    depth: base.depth,
    italic: base.letter ? base.italic : 0,
    ...(base.nucleus && { nucleus: base.nucleus }),
    ...(base.letter && { letter: base.letter }),
  }
}

/** The widest form that is not wider than the base. */
function wideForm(glyph: number, width: number, { font }: Setter) {
  const forms = font.variants(glyph, 'horizontal').filter(form => form.size <= width)
  const widest = forms.at(-1)
  return widest && widest.glyph !== glyph ? { glyph: widest.glyph, width: widest.size } : { glyph, width: 0 }
}

/** A mark of this width: browsers stretch it over a space. */
function stretched(mark: string, width: number, style: Style): Element {
  return h('mover', { accent: 'true' }, [
    h('mspace', { style: `padding-left:${width / sizeOf(style) - 0.002}em` }),
    h('mo', { stretchy: 'true', lspace: '0', rspace: '0' }, mark),
  ])
}
