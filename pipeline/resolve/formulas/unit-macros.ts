/**
 * The commands of the LaTeX package siunitx for numbers, angles, units and quantities, as macros of Temml:
 * `\SI[per-mode=symbol]{5e3}{\kilo\metre\per\second}` → 5 × 10³ km/s. Their options only change the look.
 */
import type { MacroParameter } from '../../model/tex-macro.ts'
import { siUnitParts } from '../../values/si-unit.ts'
import { bracketed, macroFunction, type TemmlMacro } from './temml-macro.ts'

const options: MacroParameter = { type: 'option', open: '[', close: ']' }
const group: MacroParameter = { type: 'group' }

/** A command with options and this number of arguments. `print` makes the TeX of the arguments. */
function command(count: number, print: (...values: string[]) => string): TemmlMacro {
  const parameters = [options, ...Array.from({ length: count }, () => group)]
  return macroFunction(parameters, ([_, ...values]) => print(...values.map(value => value ?? '')))
}

/** `1.5e-3` → 1.5 × 10⁻³; `1 +- 0.2` → 1 ± 0.2; `1x2` → 1 × 2. */
function number(source: string): string {
  const text = source
    .trim()
    .replace(/\+-|\\pm(?![a-zA-Z])/g, String.raw`\pm `)
    .replace(/(?<=[\d.)])\s*x\s*(?=[\d.+-])/g, String.raw`\times `)
  return text.replace(/([\d.]?)\s*[eEdD]([+-]?\d+)/g, (_, digit: string, exponent: string) => {
    const power = `10^{${exponent.replace(/^\+/, '')}}`
    return digit === '' ? power : String.raw`${digit}\times ${power}`
  })
}

/** A unit in macros, `\metre\per\second`, or literal, `m.s^{-1}`. */
function unit(source: string): string {
  const parts = source.includes('\\') ? siUnitParts(source) : undefined
  if (!parts) return String.raw`\mathrm{${literalUnit(source)}}`
  return parts
    .map(({ sign, power, isDivisor, qualifier }, index) => {
      const before = isDivisor ? '/' : index > 0 ? String.raw`\,` : ''
      const exponent = power === '' ? '' : `^{${power}}`
      const below = qualifier === '' ? '' : String.raw`_{\mathrm{${qualifier}}}`
      return `${before}${unitSign(sign)}${below}${exponent}`
    })
    .join('')
}

function literalUnit(source: string): string {
  return source.includes('\\') ? source : source.replace(/[.~]/g, String.raw`\,`)
}

/** `µm` → µ as text, m upright. Degrees are raised. */
function unitSign(sign: string): string {
  const escaped = sign.replace('%', String.raw`\%`).replace(/[µÅ]/g, letter => String.raw`\text{${letter}}`)
  if (sign.endsWith('°C')) return String.raw`{}^{\circ}\mathrm{C}`
  return sign === '°'
    ? String.raw`{}^{\circ}`
    : String.raw`\mathrm{${escaped.replace('Ω', String.raw`\Omega`)}}`
}

function quantity(value: string, unitSource: string): string {
  const printed = unit(unitSource)
  const isTight = /^\s*\\(?:degree|arcminute|arcsecond)\s*$/.test(unitSource)
  return `${number(value)}${isTight || printed === '' ? '' : String.raw`\,`}${printed}`
}

/** `10;20;30` → 10°20′30″ */
function angle(source: string): string {
  const [degrees = '', minutes = '', seconds = ''] = source.split(';').map(number)
  return [
    degrees === '' ? '' : `${degrees}^{\\circ}`,
    minutes === '' ? '' : `${minutes}'`,
    seconds === '' ? '' : `${seconds}''`,
  ].join('')
}

function list(source: string, print: (item: string) => string): string {
  return source
    .split(';')
    .map(item => print(item.trim()))
    .join(String.raw`\text{, }`)
}

const range = String.raw`\text{–}`
const product = (source: string, print: (item: string) => string) =>
  source
    .split(/\s*x\s*/)
    .map(print)
    .join(String.raw`\times `)

const quantities = command(2, quantity)
/** `\qty{5}{\metre}` of siunitx; `\qty(x)` of the package physics, with brackets as high as the content. */
const quantityOrBrackets: TemmlMacro = expander =>
  bracketed(expander, ['(']) ?? (typeof quantities === 'string' ? quantities : quantities(expander))
const ranges = command(3, (from, to, of) => `${number(from)}${range}${quantity(to, of)}`)
const lists = command(2, (values, of) => list(values, value => quantity(value, of)))

/**
 * Units and prefixes by their names, for formulas in which they stand alone. Names with another meaning in
 * formulas, such as `\bar` and `\square`, are left out.
 */
const prefixes =
  'pico p nano n micro \\text{µ} milli m centi c deci d hecto h kilo k mega M giga G tera T peta P femto f atto a'
const units =
  'ampere A candela cd kelvin K gram g kilogram kg metre m meter m mole mol second s becquerel Bq coulomb C farad F gray Gy hertz Hz henry H joule J katal kat lumen lm lux lx newton N ohm \\Omega pascal Pa radian rad siemens S sievert Sv steradian sr tesla T volt V watt W weber Wb day d hour h minute min litre l liter L tonne t hectare ha electronvolt eV dalton Da decibel dB byte B bit bit angstrom Å percent \\%'
/** Short names of siunitx that have no other meaning in formulas. */
const short =
  'kg kg km km cm cm mm mm um \\text{µ}m nm nm ms ms us \\text{µ}s ns ns Hz Hz kHz kHz MHz MHz GHz GHz THz THz eV eV keV keV MeV MeV GeV GeV TeV TeV kPa kPa MPa MPa mol mol mV mV kV kV mA mA kW kW MW MW kJ kJ mL mL'

function table(source: string): [string, string][] {
  const words = source.split(' ')
  return words.flatMap((word, index): [string, string][] =>
    index % 2 === 0 ? [[`\\${word}`, words[index + 1] ?? '']] : [],
  )
}

export const unitMacros: Readonly<Record<string, TemmlMacro>> = {
  ...Object.fromEntries([...table(prefixes), ...table(units), ...table(short)]),
  '\\degreeCelsius': '{}^{\\circ}C',
  '\\celsius': '^{\\circ}\\mathrm{C}',
  '\\per': '/',
  '\\squared': '^2',
  '\\cubed': '^3',
  '\\of': '',
  '\\tothe': '^{#1}',
  '\\num': command(1, number),
  '\\ang': command(1, angle),
  '\\si': command(1, unit),
  '\\unit': command(1, unit),
  '\\SI': quantities,
  '\\qty': quantityOrBrackets,
  '\\SIrange': ranges,
  '\\qtyrange': ranges,
  '\\numrange': command(2, (from, to) => `${number(from)}${range}${number(to)}`),
  '\\numlist': command(1, values => list(values, number)),
  '\\SIlist': lists,
  '\\qtylist': lists,
  '\\numproduct': command(1, values => product(values, number)),
  '\\qtyproduct': command(2, (values, of) => product(values, value => quantity(value, of))),
  '\\complexnum': command(1, number),
}
