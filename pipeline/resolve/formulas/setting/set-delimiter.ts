/**
 * Brackets of all sizes. Browsers reserve the width of the widest form for a bracket that may grow, and draw
 * the chosen form in its middle. Negative margins take the rest of that width back.
 */
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { MathFont } from '../../../fonts/index.ts'
import type { AtomClass } from './atoms.ts'
import { type Box, constantAt, inEm, kern, type Setter } from './box.ts'
import { nullDelimiter } from './set-fraction.ts'
import { type Style, sizeOf } from './style.ts'

/** LaTeX: \delimiterfactor=901, \delimitershortfall=5pt. */
const factor = 0.901
const shortfall = 0.5

/** The size of \left and \right around content of this height and depth (The TeXbook, rule 19). */
export function fenceSize(
  content: { readonly height: number; readonly depth: number },
  axis: number,
): number {
  const reach = Math.max(content.height - axis, content.depth + axis)
  return Math.max(2 * factor * reach, 2 * reach - shortfall)
}

export interface Form {
  /** The glyph that shows the width of the form. */
  readonly glyph: number
  /** Height and depth together, in em of the font. */
  readonly size: number
  /** The size to ask a browser for. */
  readonly asked: number
}

/** The smallest form that is at least as large as asked; else the largest, or one built from parts. */
export function formOfSize(font: MathFont, glyph: number, least: number): Form {
  const forms = font.variants(glyph, 'vertical')
  const sizes = (forms.length > 0 ? forms : [{ glyph, size: 0 }]).map(form => {
    const { height, depth } = font.glyphBox(form.glyph)
    return { glyph: form.glyph, size: height + depth, asked: Math.max(0, form.size - 0.003) }
  })
  const found = sizes.find(({ size }) => size >= least)
  if (found) return found
  const parts = font.parts(glyph, 'vertical')
  const [widest] = parts.toSorted((a, b) => font.glyphBox(b.glyph).advance - font.glyphBox(a.glyph).advance)
  const largest = sizes.at(-1) ?? { glyph, size: 0, asked: 0 }
  return widest ? { glyph: widest.glyph, size: least, asked: least } : largest
}

/** The width that browsers reserve for a sign that may grow. */
export function reservedWidth(font: MathFont, glyph: number): number {
  const forms = [...font.variants(glyph, 'vertical'), ...font.parts(glyph, 'vertical'), { glyph }]
  return Math.max(...forms.map(form => font.glyphBox(form.glyph).advance))
}

/** A bracket of at least this size, centred at the axis. Without a character: the space of \left. */
export function setDelimiter(
  element: Element,
  { least, atom }: { readonly least: number; readonly atom: AtomClass },
  style: Style,
  { font }: Setter,
): Box {
  const character = [...textOf(element).replace(/\s|\uFE0E/g, '')][0]
  const glyph = character === undefined ? 0 : font.glyph(character)
  if (character === undefined || glyph === 0) {
    const isEmpty = character === undefined
    return {
      element: isEmpty ? h('mrow', [element, kern(nullDelimiter, style)]) : element,
      atom,
      width: isEmpty ? nullDelimiter : 0.5,
      height: 0,
      depth: 0,
      italic: 0,
    }
  }
  const size = sizeOf(style)
  const form = formOfSize(font, glyph, least / size)
  const width = font.glyphBox(form.glyph).advance
  const excess = reservedWidth(font, glyph) - width
  const axis = constantAt(font, 'AxisHeight', style)
  const { form: place, fence } = element.properties
  return {
    element: h(
      'mo',
      {
        ...(place !== undefined && { form: place }),
        ...(fence !== undefined && { fence }),
        stretchy: 'true',
        symmetric: 'true',
        minsize: inEm(form.asked * size, style),
        maxsize: inEm(form.asked * size, style),
        lspace: '0',
        rspace: '0',
        ...(excess > 0.0005 && { style: `margin:0 ${inEm((-excess * size) / 2, style)}` }),
      },
      element.children,
    ),
    atom,
    width: width * size,
    height: (form.size * size) / 2 + axis,
    depth: (form.size * size) / 2 - axis,
    italic: 0,
  }
}
