/**
 * Arrows with labels, `\xrightarrow{f}`: as long as the label and amsmath's spaces beside it. Fonts have no
 * arrows of all lengths, so the shaft is made longer by a rule.
 */
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { type Box, framed, inEm, kern, type Setter } from './box.ts'
import { type Style, sizeOf, subscriptStyle, superscriptStyle } from './style.ts'

/** amsmath: an arrow is 14 mu of a script longer than its label. */
const room = (14 / 18) * 0.7
/** A label is 3 mu of a script beside the middle, away from the head of the arrow. */
const aside = (3 / 18) * 0.7
/** The width that Temml gives to arrows of amsmath, in em of a script. Others are chemical arrows. */
const amsWidth = 3.5
/** How far the rule reaches into the arrow. */
const overlap = 0.3

/** True for an arrow with labels as Temml makes it. */
export function isLabelledArrow({ tagName, properties, children }: Element): boolean {
  const [base] = children
  return (
    /^m(?:over|under|underover)$/.test(tagName) &&
    properties.accent === 'false' &&
    base?.type === 'element' &&
    base.properties.stretchy === 'true'
  )
}

/** An arrow without labels, as long as it has to be; the labels are its limits. */
export interface Arrow {
  readonly base: Box
  readonly under: Element | undefined
  readonly over: Element | undefined
}

export function setArrow(element: Element, style: Style, setter: Setter): Arrow {
  const [sign = h('mo'), first, second] = element.children.filter(child => child.type === 'element')
  const [under, over] = element.tagName === 'mover' ? [undefined, first] : [first, second]
  const labels = [under, over].map(label => (label ? labelOf(label) : undefined))
  const styles = [subscriptStyle(style), superscriptStyle(style)] as const
  const widths = labels.map((label, index) =>
    label ? setter.set(label, styles[index] ?? style).width + room : 0,
  )
  const written = Math.max(...[under, over].map(label => (label ? writtenWidth(label) : 0)))
  const width = Math.max(written === amsWidth ? 0 : written * 0.7, ...widths)
  const character = textOf(sign).replace('⟶', '→').replace('⟵', '←')
  const isLeft = character === '←'
  const [low, high] = labels.map(label => label && spacedLabel(label, isLeft))
  return { base: arrowOfWidth(character, width, style, setter), under: low, over: high }
}

function writtenWidth(label: Element): number {
  const spaces = [label, ...label.children.filter(child => child.type === 'element')]
  const widths = spaces
    .filter(({ tagName }) => tagName === 'mspace')
    .map(({ properties }) => Number.parseFloat(String(properties.width)))
  return Math.max(0, ...widths)
}

/** The label out of the elements by which Temml makes the arrow wide. */
function labelOf(label: Element): Element | undefined {
  if (label.tagName === 'mspace') return undefined
  if (!/^m(?:over|under)$/.test(label.tagName) || writtenWidth(label) === 0) return label
  const [row] = label.children.filter(child => child.type === 'element')
  const isSide = ({ tagName, properties }: Element) => tagName === 'mspace' && properties.width === '0.4286em'
  const content = row?.children.filter(child => child.type === 'element' && !isSide(child)) ?? []
  return content.length > 0 ? h('mrow', content) : undefined
}

function spacedLabel(label: Element, isLeft: boolean): Element {
  const space = h('mspace', { style: `margin-left:${Number((aside / 0.7).toFixed(4))}em` })
  return h('mrow', isLeft ? [space, label] : [label, space])
}

function arrowOfWidth(character: string, width: number, style: Style, { font }: Setter): Box {
  const size = sizeOf(style)
  const glyph = font.glyphBox(font.glyph(character))
  const sign = h('mo', { stretchy: 'false', lspace: '0', rspace: '0' }, character)
  const missing = width - glyph.advance * size
  const box = {
    atom: 'rel' as const,
    width: Math.max(width, glyph.advance * size),
    height: glyph.height * size,
    depth: glyph.depth * size,
    italic: 0,
  }
  if (missing <= 0) return { ...box, element: sign }
  const isRight = character === '→'
  if (!isRight && character !== '←') {
    return { ...box, element: h('mrow', [kern(missing / 2, style), sign, kern(missing / 2, style)]) }
  }
  const minus = font.glyphBox(font.glyph('−'))
  const bearing = 0.062 * size
  const shaft = framed(
    [
      h('mspace', {
        height: inEm((minus.height - minus.bottom) * size, style),
        style: `padding-left:${inEm(missing + overlap * size - bearing, style)};background:currentcolor`,
      }),
    ],
    { height: box.height, depth: 0, raise: minus.bottom * size },
    style,
  )
  const back = kern(-overlap * size, style)
  const edge = kern(bearing, style)
  const content = isRight ? [edge, shaft, back, sign] : [sign, back, shaft, edge]
  return { ...box, element: h('mrow', content) }
}
