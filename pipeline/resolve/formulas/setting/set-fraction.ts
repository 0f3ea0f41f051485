/**
 * Fractions and binomials: `<mfrac>` (The TeXbook, appendix G, rule 15). As with scripts, numerator and
 * denominator are in frames without height and depth on the side of the bar.
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Box, constantAt, framed, inEm, type Setter, sized } from './box.ts'
import { denominatorStyle, numeratorStyle, type Style } from './style.ts'

/** The space at both sides of a fraction: \nulldelimiterspace of 1.2 pt. */
export const nullDelimiter = 0.12

export function setFraction(element: Element, style: Style, setter: Setter): Box {
  const [above, below] = element.children.filter(child => child.type === 'element')
  const numerator = setter.set(above ?? h('mrow'), numeratorStyle(style))
  const denominator = setter.set(below ?? h('mrow'), denominatorStyle(style))
  const hasBar = !/^0/.test(String(element.properties.linethickness ?? ''))
  const { own, shifts } = hasBar
    ? shiftsAtBar(numerator, denominator, style, setter)
    : shiftsOfStack(numerator, denominator, style, setter)
  const height = shifts.up + numerator.height
  const depth = shifts.down + denominator.depth
  const top = framed(
    [numerator.element],
    { height: height - own.up, depth: 0, raise: shifts.up - own.up },
    numeratorStyle(style),
  )
  const bottom = framed(
    [denominator.element],
    { height: 0, depth: depth - own.down, raise: own.down - shifts.down },
    denominatorStyle(style),
  )
  // Browsers put a px at each side of a fraction (MathML Core, user agent stylesheet).
  const margin = `margin:0 ${hasBar ? inEm(nullDelimiter, style) : '0'};padding:0`
  return {
    element: h('mfrac', { ...element.properties, style: margin }, [
      sized(top, style, numeratorStyle(style)),
      sized(bottom, style, denominatorStyle(style)),
    ]),
    atom: 'ord',
    width: Math.max(numerator.width, denominator.width) + (hasBar ? 2 * nullDelimiter : 0),
    height,
    depth,
    italic: 0,
  }
}

interface Placing {
  /** Where a browser puts the baselines of frames without height and depth. */
  readonly own: { readonly up: number; readonly down: number }
  readonly shifts: { readonly up: number; readonly down: number }
}

function shiftsAtBar(numerator: Box, denominator: Box, style: Style, { font }: Setter): Placing {
  const constant = (name: Parameters<typeof constantAt>[1]) => constantAt(font, name, style)
  const isDisplay = style.level === 'display'
  const own = {
    up: constant(isDisplay ? 'FractionNumeratorDisplayStyleShiftUp' : 'FractionNumeratorShiftUp'),
    down: constant(isDisplay ? 'FractionDenominatorDisplayStyleShiftDown' : 'FractionDenominatorShiftDown'),
  }
  const half = constant('FractionRuleThickness') / 2
  const axis = constant('AxisHeight')
  const gaps = {
    up: constant(isDisplay ? 'FractionNumDisplayStyleGapMin' : 'FractionNumeratorGapMin'),
    down: constant(isDisplay ? 'FractionDenomDisplayStyleGapMin' : 'FractionDenominatorGapMin'),
  }
  return {
    own,
    shifts: {
      up: Math.max(own.up, axis + half + gaps.up + numerator.depth),
      down: Math.max(own.down, gaps.down + denominator.height - axis + half),
    },
  }
}

function shiftsOfStack(numerator: Box, denominator: Box, style: Style, { font }: Setter): Placing {
  const constant = (name: Parameters<typeof constantAt>[1]) => constantAt(font, name, style)
  const isDisplay = style.level === 'display'
  const own = {
    up: constant(isDisplay ? 'StackTopDisplayStyleShiftUp' : 'StackTopShiftUp'),
    down: constant(isDisplay ? 'StackBottomDisplayStyleShiftDown' : 'StackBottomShiftDown'),
  }
  const least = constant(isDisplay ? 'StackDisplayStyleGapMin' : 'StackGapMin')
  const gap = own.up - numerator.depth - (denominator.height - own.down)
  const missing = Math.max(0, (least - gap) / 2)
  return { own, shifts: { up: own.up + missing, down: own.down + missing } }
}
