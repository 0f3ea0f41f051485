/** Units as TeX: from macros, `\metre\per\second`, or as they are written, `m.s^{-1}`. */
import { siUnitParts } from '../../../values/si-unit.ts'
import type { UnitOptions } from './options.ts'

type UnitPart = NonNullable<ReturnType<typeof siUnitParts>>[number]

/** Undefined if a macro of the unit is not known. */
export function printUnit(source: string, options: UnitOptions): string | undefined {
  if (!source.includes('\\')) return literalUnit(source, options)
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

/** `kg.m/s^2`: a full stop is a product. */
function literalUnit(source: string, { unitProduct }: UnitOptions): string {
  return `\\mathrm{${source.trim().replace(/[.~]/g, unitProduct).replace(/%/g, '\\%')}}`
}

/** True for degrees, minutes and seconds of an angle, which follow their number without space. */
export function isAngle(source: string): boolean {
  return /^\s*\\(?:degree|arcminute|arcsecond)\s*$/.test(source)
}
