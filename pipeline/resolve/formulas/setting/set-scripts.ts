/**
 * Superscripts and subscripts: `<msup>`, `<msub>`, `<msubsup>` (The TeXbook, appendix G, rule 18, with the
 * constants of OpenType). Browsers measure the base from its box; TeX does not if the base is a character.
 * So base and scripts are put into frames without height and depth, which browsers shift by constants, and
 * the rest of the shift is the offset of the script inside its frame.
 *   <msup> x 2  →  <msup> <mpadded height="0em"> x  <mpadded voffset="0.1em"> 2
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Box, constantAt, framed, kern, type Setter, sized } from './box.ts'
import { mathKern } from './math-kern.ts'
import { type Style, subscriptStyle, superscriptStyle } from './style.ts'

interface Scripts {
  readonly base: Box
  readonly sub: Box | undefined
  readonly sup: Box | undefined
}

interface Shifts {
  readonly up: number
  readonly down: number
}

/** `parts`: base, subscript and superscript as elements of `parent`. */
export function setScripts(
  parent: Element,
  parts: { readonly base: Element; readonly sub?: Element | undefined; readonly sup?: Element | undefined },
  style: Style,
  setter: Setter,
): Box {
  const scripts: Scripts = {
    base: setter.set(parts.base, style),
    sub: parts.sub && setter.set(parts.sub, subscriptStyle(style)),
    sup: parts.sup && setter.set(parts.sup, superscriptStyle(style)),
  }
  const { base, sub, sup } = scripts
  const shifts = shiftsOf(scripts, style, setter)
  // Where a browser puts scripts without height and depth.
  const own: Shifts = {
    up: constantAt(setter.font, 'SuperscriptShiftUp', style),
    down: constantAt(setter.font, 'SubscriptShiftDown', style),
  }
  const height = Math.max(base.height, sup ? shifts.up + sup.height : 0, sub ? sub.height - shifts.down : 0)
  const depth = Math.max(base.depth, sub ? shifts.down + sub.depth : 0, sup ? sup.depth - shifts.up : 0)
  const { supKern, subKern, reduction } = kernsOf(scripts, shifts, setter)
  const subFrame = (script: Box) => {
    const to = subscriptStyle(style)
    const frame = { height: 0, depth: depth - own.down, raise: own.down - shifts.down }
    return sized(framed(kerned(script, subKern, to), frame, to), style, to)
  }
  const supFrame = (script: Box) => {
    const to = superscriptStyle(style)
    const frame = { height: height - own.up, depth: 0, raise: shifts.up - own.up }
    return sized(framed(kerned(script, supKern, to), frame, to), style, to)
  }
  const baseFrame = framed(
    [base.element],
    {
      height: sup ? 0 : height,
      depth: sub ? 0 : depth,
      ...(reduction !== 0 && { width: base.width - reduction }),
    },
    style,
  )
  const children = [baseFrame, ...(sub ? [subFrame(sub)] : []), ...(sup ? [supFrame(sup)] : [])]
  const after = constantAt(setter.font, 'SpaceAfterScript', style)
  return {
    element: h(parent.tagName, withoutPadding(parent), children),
    atom: base.atom,
    width:
      base.width - reduction + Math.max(sub ? subKern + sub.width : 0, sup ? supKern + sup.width : 0) + after,
    height,
    depth,
    italic: 0,
    ...(base.letter && { first: base.letter }),
  }
}

function shiftsOf({ base, sub, sup }: Scripts, style: Style, { font }: Setter): Shifts {
  const constant = (name: Parameters<typeof constantAt>[1]) => constantAt(font, name, style)
  const isCharacter = base.nucleus !== undefined
  let up = isCharacter ? 0 : base.height - constant('SuperscriptBaselineDropMax')
  let down = isCharacter ? 0 : base.depth + constant('SubscriptBaselineDropMin')
  if (!sup) {
    down = Math.max(down, constant('SubscriptShiftDown'), (sub?.height ?? 0) - constant('SubscriptTopMax'))
    return { up: 0, down }
  }
  up = Math.max(
    up,
    constant(style.isCramped ? 'SuperscriptShiftUpCramped' : 'SuperscriptShiftUp'),
    sup.depth + constant('SuperscriptBottomMin'),
  )
  if (!sub) return { up, down: 0 }
  down = Math.max(down, constant('SubscriptShiftDown'))
  const missing = constant('SubSuperscriptGapMin') - (up - sup.depth - (sub.height - down))
  if (missing > 0) {
    down += missing
    const low = constant('SuperscriptBottomMaxWithSubscript') - (up - sup.depth)
    if (low > 0) {
      up += low
      down -= low
    }
  }
  return { up, down }
}

/**
 * The spaces before the scripts: the slant of the base moves a superscript to the right, and the font may
 * have a correction for the pair of letters. `reduction`: what an operator's base is narrower by, as its
 * subscript stands under its slant.
 */
function kernsOf({ base, sub, sup }: Scripts, shifts: Shifts, { font }: Setter) {
  const isOperator = base.atom === 'op' && base.nucleus === undefined
  const reduction = isOperator ? base.italic : 0
  const between = (script: Box | undefined, corner: 'sup' | 'sub') =>
    script?.first && base.nucleus
      ? mathKern(font, base.nucleus, script.first, {
          corner,
          shift: corner === 'sup' ? shifts.up : shifts.down,
        })
      : 0
  const slant = isOperator && !sub ? 0 : base.italic
  return { supKern: sup ? slant + between(sup, 'sup') : 0, subKern: between(sub, 'sub'), reduction }
}

function kerned(script: Box, before: number, style: Style): Element[] {
  return Math.abs(before) < 0.0005 ? [script.element] : [kern(before, style), script.element]
}

/** The properties without the classes by which Temml pads scripts. */
function withoutPadding({ properties }: Element): Element['properties'] {
  const { className: _, ...others } = properties
  return others
}
