/**
 * Arrows with labels, `\xrightarrow{f}`: as long as the label and amsmath's spaces beside it. Fonts have no
 * arrows of all lengths, so the shaft is made longer by a rule; less usual arrows are built from the parts of
 * the font, and pairs of arrows from two.
 */
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { GlyphBox } from '../../../fonts/index.ts'
import { type Box, constantAt, framed, inEm, kern, type Setter } from './box.ts'
import { type Style, sizeOf, subscriptStyle, superscriptStyle } from './style.ts'

/** amsmath: an arrow is 14 mu of a script longer than its label. */
const room = (14 / 18) * 0.7
/** A label is 3 mu of a script beside the middle, away from the head of the arrow. */
const aside = (3 / 18) * 0.7
/** The width that Temml gives to arrows of amsmath, in em of a script. Others are chemical arrows. */
const amsWidth = 3.5
/** The white space beside the ink of an arrow, in em. */
const bearing = 0.062
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
  const isLeft = /^[←⟵]$/.test(textOf(sign))
  const [low, high] = labels.map(label => label && spacedLabel(label, isLeft))
  return { base: arrowOfWidth(sign, width, style, setter), under: low, over: high }
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

/** Pairs of arrows, one over the other, which are built from two arrows. */
const pairs: Readonly<Record<string, readonly [over: string, under: string]>> = {
  '⇌': ['⇀', '↽'],
  '⇋': ['↼', '⇁'],
  '⇄': ['→', '←'],
  '⇆': ['←', '→'],
}

/** What one end of ↔ is shorter than the whole, in em, so that it does not show behind the other head. */
const headRoom = 0.3

/** The least distance of the two from the axis, in em. */
const leastRaise = 0.09

/** Pairs of which one arrow is longer. */
const longerOf: Readonly<Record<string, 'over' | 'under'>> = { '⥂': 'over', '⥄': 'under' }

/** The length of the short arrow of an unequal pair, as a share of the long one. */
const shortShare = 0.6

/**
 * An equilibrium on one side, `\ce{<=>>}`, which Temml makes of two arrows with labels → one arrow with the
 * labels of the longer one; undefined for anything else.
 */
export function unequalArrows(element: Element): Element | undefined {
  if (element.tagName !== 'mpadded' || element.properties.voffset === undefined) return undefined
  const [long, short, ...others] = element.children
    .filter(child => child.type === 'element')
    .flatMap(child => (child.tagName === 'mpadded' ? child.children : [child]))
    .filter(child => child.type === 'element')
    .filter(isLabelledArrow)
  if (!long || !short || others.length > 0) return undefined
  const [sign, ...labels] = long.children
  const isOver = sign?.type === 'element' && textOf(sign) === '⇀'
  return { ...long, children: [h('mo', { stretchy: 'true' }, isOver ? '⥂' : '⥄'), ...labels] }
}

function arrowOfWidth(sign: Element, width: number, style: Style, setter: Setter): Box {
  const character = textOf(sign).replace('⟶', '→').replace('⟵', '←')
  if (pairs[character] || longerOf[character]) return pairOfWidth(character, width, style, setter)
  return singleOfWidth(character, width, style, setter)
}

/** Two arrows, as far apart as in the character of the pair. */
function pairOfWidth(sign: string, width: number, style: Style, setter: Setter): Box {
  const { font } = setter
  const longer = longerOf[sign]
  const equal = longer === undefined ? sign : '⇌'
  const [over, under] = pairs[equal] ?? [equal, equal]
  const size = sizeOf(style)
  const character = font.glyphBox(font.glyph(equal))
  const raise = Math.max(leastRaise, character.top - font.glyphBox(font.glyph(over)).top) * size
  const whole = Math.max(width, character.advance * size)
  const arrow = (text: string, side: 'over' | 'under') => {
    const share = longer === undefined || longer === side ? 1 : shortShare
    const box = singleOfWidth(text, share * whole, style, setter)
    return { box, before: (whole - box.width) / 2 }
  }
  const [high, low] = [arrow(over, 'over'), arrow(under, 'under')]
  const height = character.height * size
  const depth = character.depth * size
  const content = [
    framed([kern(high.before, style), high.box.element], { height, depth: 0, raise, width: 0 }, style),
    kern(low.before, style),
    framed([low.box.element], { height, depth, raise: -raise }, style),
    kern(low.before, style),
  ]
  return { atom: 'rel', width: whole, height, depth, italic: 0, element: h('mrow', content) }
}

function singleOfWidth(character: string, width: number, style: Style, setter: Setter): Box {
  const { font } = setter
  const size = sizeOf(style)
  const id = font.glyph(character)
  const glyph = font.glyphBox(id)
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
  if (character === '↦') return { ...box, element: barred(glyph, width, style, setter) }
  if (character === '↔') return { ...box, element: doubleHeaded(missing, style, setter) }
  const isRight = character === '→'
  if (!isRight && character !== '←') {
    const isBuilt = font.parts(id, 'horizontal').length > 0
    return { ...box, element: isBuilt ? builtArrow(character, box, style) : centred(sign, missing, style) }
  }
  const minus = font.glyphBox(font.glyph('−'))
  const shaft = framed(
    [
      h('mspace', {
        height: inEm((minus.height - minus.bottom) * size, style),
        style: `padding-left:${inEm(missing + (overlap - bearing) * size, style)};background:currentcolor`,
      }),
    ],
    { height: box.height, depth: 0, raise: minus.bottom * size },
    style,
  )
  const back = kern(-overlap * size, style)
  const edge = kern(bearing * size, style)
  const content = isRight ? [edge, shaft, back, sign] : [sign, back, shaft, edge]
  return { ...box, element: h('mrow', content) }
}

/** ↔ from an arrow to the left and one to the right. `missing`: what it is longer than the character. */
function doubleHeaded(missing: number, style: Style, setter: Setter): Element {
  const size = sizeOf(style)
  const { advance } = setter.font.glyphBox(setter.font.glyph('→'))
  const width = missing + advance * size
  const [left, right] = ['←', '→'].map(head => singleOfWidth(head, width - headRoom * size, style, setter))
  if (!left || !right) return h('mrow')
  const under = framed([left.element], { height: left.height, depth: left.depth, width: 0 }, style)
  return h('mrow', [under, kern(headRoom * size, style), right.element])
}

/** ↦ from a bar and an arrow to the right. */
function barred(glyph: GlyphBox, width: number, style: Style, setter: Setter): Element {
  const size = sizeOf(style)
  const rule = constantAt(setter.font, 'OverbarRuleThickness', style)
  const height = inEm((glyph.top - glyph.bottom) * size, style)
  const bar = h('mspace', { height, style: `padding-left:${inEm(rule, style)};background:currentcolor` })
  const frame = { height: glyph.height * size, depth: 0, raise: glyph.bottom * size, width: 0 }
  const arrow = singleOfWidth('→', width, style, setter)
  return h('mrow', [framed([kern(bearing * size, style), bar], frame, style), arrow.element])
}

/** An arrow that browsers build from parts: as wide as the space over it. */
function builtArrow(
  character: string,
  { width, height, depth }: Omit<Box, 'element'>,
  style: Style,
): Element {
  const arrow = h('mover', { accent: 'true' }, [
    h('mo', { stretchy: 'true', lspace: '0', rspace: '0' }, character),
    h('mspace', { style: `padding-left:${inEm(width, style)}` }),
  ])
  // An empty letter, so that browsers do not take the arrow for an operator with limits.
  return h('mrow', [h('mi'), framed([arrow], { height, depth }, style)])
}

function centred(sign: Element, missing: number, style: Style): Element {
  return h('mrow', [kern(missing / 2, style), sign, kern(missing / 2, style)])
}
