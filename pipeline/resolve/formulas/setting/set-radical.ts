/**
 * Roots: `<msqrt>` and `<mroot>` (The TeXbook, appendix G, rule 11). Chromium draws the sign of `<msqrt>`
 * beside and below its line, and leaves the width of the widest sign. So the sign is a bracket here, and the
 * line is a border of the radicand:
 *   <msqrt> x  →  <mrow class="root"> <mo> √ <mrow style="border-top: …"> x
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Box, constantAt, framed, inEm, kern, type Setter, sized } from './box.ts'
import { formOfSize, setDelimiter } from './set-delimiter.ts'
import { cramped, type Style, sizeOf } from './style.ts'

const sign = '√'

export function setRadical(
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
  const form = formOfSize(font, font.glyph(sign), least / size)
  const clearance = gap + (form.size * size - least) / 2
  const top = radicand.height + clearance + rule
  const depth = form.size * size - top
  const bracket = setDelimiter(h('mo', sign), { least, atom: 'ord' }, style, setter)
  const degree = parts.degree && setDegree(parts.degree, { sign: form.size * size, depth }, style, setter)
  return {
    element: h('mrow', { className: ['root'] }, [
      ...(degree?.content ?? []),
      framed([bracket.element], { height: top, depth, raise: top - bracket.height }, style),
      h('mrow', { style: `border-top:${inEm(rule, style)} solid;padding-top:${inEm(clearance, style)}` }, [
        framed([radicand.element], radicand, style),
      ]),
    ]),
    atom: 'ord',
    width: (degree?.width ?? 0) + bracket.width + radicand.width,
    height: top + constantAt(font, 'RadicalExtraAscender', style),
    depth: Math.max(radicand.depth, depth),
    italic: 0,
  }
}

interface PlacedDegree {
  readonly content: readonly Element[]
  readonly width: number
}

/** The degree is over the low part of the sign. `sign`: height and depth of the sign together. */
function setDegree(
  element: Element,
  { sign: signSize, depth }: { readonly sign: number; readonly depth: number },
  style: Style,
  setter: Setter,
): PlacedDegree {
  const { font } = setter
  const to: Style = { level: 'scriptscript', isCramped: false }
  const degree = setter.set(element, to)
  const before = constantAt(font, 'RadicalKernBeforeDegree', style)
  const after = Math.max(constantAt(font, 'RadicalKernAfterDegree', style), -(before + degree.width))
  const raise = signSize * font.constant('RadicalDegreeBottomRaisePercent') - depth
  const frame = framed([degree.element], { height: raise + degree.height, depth: 0, raise }, to)
  const script = h('mstyle', { scriptlevel: 2, displaystyle: 'false' }, [frame])
  return {
    content: [kern(before, style), sized(script, style, to), kern(after, style)],
    width: before + degree.width + after,
  }
}
