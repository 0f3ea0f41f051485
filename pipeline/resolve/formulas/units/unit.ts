/** Units as TeX: from macros, `\metre\per\second`, or as they are written, `m.s^{-1}`. */
import { siUnitParts } from '../../../values/si-unit.ts'
import type { UnitOptions } from './options.ts'

type UnitPart = NonNullable<ReturnType<typeof siUnitParts>>[number]

/** Undefined if a macro of the unit is not known. */
export function printUnit(source: string, options: UnitOptions): string | undefined {
  if (literal.test(source)) return literalUnit(source, options)
  const parts = siUnitParts(source)
  if (!parts) return undefined
  const above = parts.filter(part => !part.isDivisor)
  const below = parts.filter(part => part.isDivisor)
  if (below.length === 0 || options.per === 'power') {
    return parts.map(part => printPart(part, part.isDivisor)).join(options.unitProduct)
  }
  const join = (units: readonly UnitPart[]) =>
    units.map(part => printPart(part, false)).join(options.unitProduct)
  const top = above.length === 0 ? '1' : join(above)
  if (options.per === 'fraction') return `\\frac{${top}}{${join(below)}}`
  const isOne = below.length === 1
  return `${above.length === 0 ? '1' : top}/${isOne ? join(below) : `(${join(below)})`}`
}

function printPart({ sign, power, qualifier }: UnitPart, isInverse: boolean): string {
  const exponent = isInverse ? `-${power === '' ? '1' : power}`.replace(/^--/, '') : power
  const below = qualifier === '' ? '' : `_{\\mathrm{${qualifier}}}`
  return `${unitSign(sign)}${below}${exponent === '' ? '' : `^{${exponent}}`}`
}

function unitSign(sign: string): string {
  if (sign === '%') return '\\%'
  return /[µÅ°′″]/.test(sign) ? `\\text{${sign}}` : `\\mathrm{${sign.replace('Ω', '\\Omega ')}}`
}

/** A unit as it is written: its only commands are spaces, signs and fonts, `km\,h^{-1}`. */
const literal =
  /^(?:[^\\]|\\(?:[^a-zA-Z]|(?:cdot|times|circ|mu|upmu|Omega|mathrm|text|textrm|rm)(?![a-zA-Z])))*$/

/** `kg.m/s^2`: a full stop is a product, unless it is in a number. */
function literalUnit(source: string, { unitProduct }: UnitOptions): string {
  return `\\mathrm{${source
    .trim()
    .replace(/(?<!\d)\.|\.(?!\d)|~/g, unitProduct)
    .replace(/(?<!\\)%/g, '\\%')}}`
}

/** True for degrees, minutes and seconds of an angle, which follow their number without space. */
export function isAngle(source: string): boolean {
  return /^\s*\\(?:degree|arcminute|arcsecond)\s*$/.test(source)
}
