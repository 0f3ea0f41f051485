/**
 * Limits over and under an operator, and signs over and under anything: `<mover>`, `<munder>`,
 * `<munderover>` (The TeXbook, appendix G, rule 13a).
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Box, constantAt, framed, kern, type Setter, sized } from './box.ts'
import { type Style, subscriptStyle, superscriptStyle } from './style.ts'

export interface Limits {
  /** The base, or its box if it is set already. */
  readonly base: Element | Box
  readonly under?: Element | undefined
  readonly over?: Element | undefined
}

export function setLimits(parent: Element, parts: Limits, style: Style, setter: Setter): Box {
  const constant = (name: Parameters<typeof constantAt>[1]) => constantAt(setter.font, name, style)
  const base = 'element' in parts.base ? parts.base : setter.set(parts.base, style)
  const over = parts.over && setter.set(parts.over, superscriptStyle(style))
  const under = parts.under && setter.set(parts.under, subscriptStyle(style))
  const isLarge = base.hasLimits === true || (base.element.tagName === 'mo' && base.atom === 'op')
  const up = over
    ? base.height + Math.max(constant('UpperLimitBaselineRiseMin'), constant('UpperLimitGapMin') + over.depth)
    : 0
  const down = under
    ? base.depth +
      Math.max(constant('LowerLimitBaselineDropMin'), constant('LowerLimitGapMin') + under.height)
    : 0
  // Where a browser puts the baselines of limits without height and depth.
  const own = isLarge
    ? {
        up: base.height + constant('UpperLimitBaselineRiseMin'),
        down: base.depth + constant('LowerLimitBaselineDropMin'),
      }
    : {
        up: base.height + constant('OverbarVerticalGap'),
        down: base.depth + constant('UnderbarVerticalGap'),
      }
  const height = Math.max(base.height, over ? up + over.height : 0)
  const depth = Math.max(base.depth, under ? down + under.depth : 0)
  const limit = (box: Box, to: Style, frame: Parameters<typeof framed>[1], shift: number) =>
    sized(framed(shifted(box.element, shift, to), frame, to), style, to)
  const slant = isLarge ? base.italic / 2 : 0
  const children = [
    isLarge ? base.element : framed([unstretched(base.element)], base, style),
    ...(under
      ? [
          limit(
            under,
            subscriptStyle(style),
            { height: 0, depth: depth - own.down, raise: own.down - down },
            -2 * slant,
          ),
        ]
      : []),
    ...(over
      ? [
          limit(
            over,
            superscriptStyle(style),
            { height: height - own.up, depth: 0, raise: up - own.up },
            2 * slant,
          ),
        ]
      : []),
  ]
  return {
    element: h(parent.tagName, children),
    atom: base.atom,
    width: Math.max(base.width, over?.width ?? 0, under?.width ?? 0),
    height,
    depth,
    italic: 0,
  }
}

/** Content that is centred this far beside the middle: half of a space at its side. */
function shifted(element: Element, shift: number, style: Style): Element[] {
  if (Math.abs(shift) < 0.0005) return [element]
  return shift > 0 ? [kern(shift, style), element] : [element, kern(-shift, style)]
}

/** A sign as the base of limits keeps its size. */
function unstretched(element: Element): Element {
  if (element.tagName !== 'mo') return element
  return { ...element, properties: { ...element.properties, stretchy: 'false' } }
}
