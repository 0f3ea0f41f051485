/**
 * Units by the names of the LaTeX package siunitx: `\kilo\gram\per\cubic\metre` → kg, and m with the power 3
 * below a fraction bar.
 */
import { ownValue } from './record.ts'

const prefixes: Readonly<Record<string, string>> = {
  quecto: 'q',
  ronto: 'r',
  yocto: 'y',
  zepto: 'z',
  atto: 'a',
  femto: 'f',
  pico: 'p',
  nano: 'n',
  micro: 'µ',
  milli: 'm',
  centi: 'c',
  deci: 'd',
  deca: 'da',
  deka: 'da',
  hecto: 'h',
  kilo: 'k',
  mega: 'M',
  giga: 'G',
  tera: 'T',
  peta: 'P',
  exa: 'E',
  zetta: 'Z',
  yotta: 'Y',
  ronna: 'R',
  quetta: 'Q',
  kibi: 'Ki',
  mebi: 'Mi',
  gibi: 'Gi',
  tebi: 'Ti',
}

const siUnits: Readonly<Record<string, string>> = {
  ampere: 'A',
  candela: 'cd',
  kelvin: 'K',
  gram: 'g',
  kilogram: 'kg',
  metre: 'm',
  meter: 'm',
  mole: 'mol',
  second: 's',
  becquerel: 'Bq',
  celsius: '°C',
  degreeCelsius: '°C',
  coulomb: 'C',
  farad: 'F',
  gray: 'Gy',
  hertz: 'Hz',
  henry: 'H',
  joule: 'J',
  katal: 'kat',
  lumen: 'lm',
  lux: 'lx',
  newton: 'N',
  ohm: 'Ω',
  pascal: 'Pa',
  radian: 'rad',
  siemens: 'S',
  sievert: 'Sv',
  steradian: 'sr',
  tesla: 'T',
  volt: 'V',
  watt: 'W',
  weber: 'Wb',
  day: 'd',
  degree: '°',
  hectare: 'ha',
  hour: 'h',
  litre: 'l',
  liter: 'L',
  minute: 'min',
  arcminute: '′',
  arcsecond: '″',
  tonne: 't',
  angstrom: 'Å',
  bar: 'bar',
  dalton: 'Da',
  electronvolt: 'eV',
  percent: '%',
  astronomicalunit: 'au',
  decibel: 'dB',
  bel: 'B',
  neper: 'Np',
  byte: 'B',
  bit: 'bit',
}

/** Short names of units, with a prefix: `\km`, `\keV`. */
const shortUnits = `fg pg ng ug mg g kg amu pm nm um mm cm dm m km as fs ps ns us ms s fmol pmol nmol umol mmol mol
  kmol pA nA uA mA A kA ul ml l hl uL mL L hL fL pL nL mHz Hz kHz MHz GHz THz mN N kN MN Pa kPa MPa GPa mohm kohm Mohm
  pV nV uV mV V kV W nW uW mW kW MW GW J uJ mJ kJ eV meV keV MeV GeV TeV kWh F fF pF nF uF H fH pH nH uH mH C nC mC uC
  K mK dB kB MB GB TB`
const short: ReadonlySet<string> = new Set(shortUnits.split(/\s+/))

interface UnitPart {
  /** The sign with its prefix. */
  readonly sign: string
  /** The exponent as it is written; empty for 1. */
  readonly power: string
  readonly isDivisor: boolean
  /** A qualifier after the sign, as in `\kilogram\of{metal}`. */
  readonly qualifier: string
}

const powersBefore: Readonly<Record<string, string>> = { square: '2', cubic: '3' }
const powersAfter: Readonly<Record<string, string>> = { squared: '2', cubed: '3' }

/**
 * The parts of a unit that is written with macros. Undefined if a macro is not known, or if there is other
 * text.
 */
export function siUnitParts(source: string): readonly UnitPart[] | undefined {
  const parts: UnitPart[] = []
  let prefix = ''
  let power = ''
  let isDivisor = false
  const macros = source.matchAll(/\\([A-Za-z]+)(?:\s*\{([^{}]*)\})?|([^\s~.])/g)
  for (const [, name = '', argument = '', other] of macros) {
    if (other !== undefined) return undefined
    const last = parts.at(-1)
    const prefixSign = ownValue(prefixes, name)
    const before = name === 'raiseto' ? argument : ownValue(powersBefore, name)
    const after = name === 'tothe' ? argument : ownValue(powersAfter, name)
    const sign = ownValue(siUnits, name) ?? shortSign(name)
    if (name === 'per') isDivisor = true
    else if (prefixSign !== undefined) prefix += prefixSign
    else if (before !== undefined) power = before
    else if (after !== undefined && last) parts[parts.length - 1] = { ...last, power: after }
    else if (name === 'of' && last) parts[parts.length - 1] = { ...last, qualifier: argument }
    else if (sign === undefined) return undefined
    else {
      parts.push({ sign: prefix + sign, power, isDivisor, qualifier: '' })
      prefix = power = ''
      isDivisor = false
    }
  }
  return prefix === '' && power === '' && !isDivisor ? parts : undefined
}

function shortSign(name: string): string | undefined {
  if (!short.has(name)) return undefined
  return name.replace(/^u/, 'µ').replace(/ohm$/, 'Ω').replace(/^amu$/, 'u')
}
