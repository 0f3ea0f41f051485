/**
 * Roots: `<msqrt>` and `<mroot>` (The TeXbook, appendix G, rule 11). The radicand is in a frame of such a
 * size that a browser takes the sign that TeX takes and leaves the same space over the radicand. Browsers
 * reserve the width of the widest sign; a negative margin takes the rest of it back.
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Box, constantAt, framed, inEm, type Setter, sized } from './box.ts'
import { formOfSize, reservedWidth } from './set-delimiter.ts'
import { cramped, type Style, sizeOf } from './style.ts'

const sign = '√'

export function setRadical(
  element: Element,
  parts: { readonly radicand: Element; readonly degree?: Element | undefined },
  style: Style,
  setter: Setter,
): Box {
  const { font } = setter
  const size = sizeOf(style)
  const radicand = setter.set(parts.radicand, cramped(style))
  const isDisplay = style.level === 'display'
  const gap = constantAt(font, isDisplay ? 'RadicalDisplayStyleVerticalGap' : 'RadicalVerticalGap', style)
  const rule = constantAt(font, 'RadicalRuleThickness', style)
  const least = radicand.height + radicand.depth + gap + rule
  const glyph = font.glyph(sign)
  const form = formOfSize(font, glyph, least / size)
  const clearance = gap + (form.size * size - least) / 2
  const top = radicand.height + clearance + rule
  const height = radicand.height + clearance - gap
  const frame = { height, depth: form.asked * size - rule - gap - height }
  const signWidth = font.glyphBox(form.glyph).advance
  const excess = reservedWidth(font, glyph) - signWidth
  const content = framed([radicand.element], frame, style)
  const degreeStyle: Style = { level: 'scriptscript', isCramped: false }
  const degree = parts.degree && setter.set(parts.degree, degreeStyle)
  const before = degree
    ? constantAt(font, 'RadicalKernBeforeDegree', style) +
      degree.width +
      constantAt(font, 'RadicalKernAfterDegree', style)
    : 0
  const children = degree
    ? [content, sized(framed([degree.element], { height: 0, depth: 0 }, degreeStyle), style, degreeStyle)]
    : [content]
  return {
    element: h(
      element.tagName,
      excess > 0.0005 ? { style: `margin-inline-end:${inEm(-excess * size, style)}` } : {},
      children,
    ),
    atom: 'ord',
    width: Math.max(0, before) + signWidth * size + radicand.width,
    height: top + constantAt(font, 'RadicalExtraAscender', style),
    depth: Math.max(radicand.depth, form.size * size - top),
    italic: 0,
  }
}
