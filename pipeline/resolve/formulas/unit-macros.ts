/**
 * The commands of the LaTeX package siunitx for numbers, angles, units and quantities, as macros of Temml:
 * `\SI[per-mode=symbol]{5e3}{\kilo\metre\per\second}` → 5 × 10³ km/s. Numbers and units are read by their
 * grammar; what cannot be read is reported.
 */
import type { MacroParameter } from '../../model/tex-macro.ts'
import {
  bracketed,
  type Expander,
  macroFunction,
  optionalGroup,
  optionalText,
  type TemmlMacro,
} from './temml-macro.ts'
import { hasSeparateUncertainty, printNumber, readNumber } from './units/number.ts'
import { defaultOptions, readOptions, type UnitOptions } from './units/options.ts'
import { isAngle, printUnit } from './units/unit.ts'

/** Reports what a command of siunitx does not understand. `expected`: the remedy. */
export type ReportUnit = (reason: string, expected: string) => void

const option: MacroParameter = { type: 'option', open: '[', close: ']' }
const group: MacroParameter = { type: 'group' }

type Print = (values: readonly string[], context: Context) => string

interface Context {
  readonly command: string
  readonly options: UnitOptions
  readonly report: ReportUnit
}

function number(source: string, { command, options, report }: Context): string {
  const factors = source.split(/(?<=[\d.)])\s*x\s*(?=[\d.+-])/)
  const printed = factors.map(factor => {
    const parsed = readNumber(factor)
    return parsed && printNumber(parsed, options.number)
  })
  if (printed.every(text => text !== undefined)) return printed.join(String.raw`\times `)
  report(
    `Unexpected number \`${source.trim()}\` in ${command}`,
    'Expected digits such as 1.5, 1.5(2) or 1.5e-3.',
  )
  return source
}

function unit(source: string, { command, options, report }: Context): string {
  const printed = printUnit(source, options)
  if (printed !== undefined) return printed
  // Temml reports a macro that it does not know at its place.
  const names = source.match(/\\[A-Za-z]+/g)?.join(' ') ?? source
  report(`Unexpected unit \`${names}\` in ${command}`, 'Expected units of siunitx, or letters.')
  return String.raw`\mathrm{${source}}`
}

function quantity(value: string, unitSource: string, context: Context): string {
  const printed = unitSource.trim() === '' ? '' : unit(unitSource, context)
  const parsed = readNumber(value)
  const isBracketed =
    parsed &&
    printed !== '' &&
    parsed.exponent === '' &&
    hasSeparateUncertainty(parsed, context.options.number)
  const amount = isBracketed ? `(${number(value, context)})` : number(value, context)
  return `${amount}${isAngle(unitSource) || printed === '' ? '' : context.options.quantityProduct}${printed}`
}

/** `10;20;30` → 10°20′30″ */
function angle(source: string, context: Context): string {
  const parts = source.split(';')
  if (parts.length > 3)
    context.report(`Unexpected angle \`${source}\` in \\ang`, 'Expected degrees;minutes;seconds.')
  const signs = [String.raw`\text{°}`, "{}'", "{}''"]
  return parts
    .map(part => part.trim())
    .map((part, index) => (part === '' ? '' : `${number(part, context)}${signs[index] ?? ''}`))
    .join('')
}

function list(items: readonly string[], { options }: Context): string {
  const last = options.listFinalSeparator ?? options.listSeparator
  return items.reduce(
    (text, item, index) =>
      index === 0 ? item : `${text}${index === items.length - 1 ? last : options.listSeparator}${item}`,
    '',
  )
}

const itemsOf = (source: string) => source.split(';').map(item => item.trim())
const factorsOf = (source: string) => source.split(/\s*x\s*/)

const printRange: Print = ([from = '', to = '', of = ''], context) => {
  // A bracket belongs to the range, not to its second number.
  return `${number(from, context)}${context.options.rangePhrase}${quantity(to, of, context)}`
}

/** The commands: how many arguments they have, and how they are printed. */
const commands: Readonly<Record<string, readonly [count: number, print: Print]>> = {
  num: [1, ([value = ''], context) => number(value, context)],
  complexnum: [1, ([value = ''], context) => complexNumber(value, context)],
  ang: [1, ([value = ''], context) => angle(value, context)],
  si: [1, ([of = ''], context) => unit(of, context)],
  unit: [1, ([of = ''], context) => unit(of, context)],
  SI: [2, ([value = '', of = ''], context) => quantity(value, of, context)],
  qty: [2, ([value = '', of = ''], context) => quantity(value, of, context)],
  SIrange: [3, printRange],
  qtyrange: [3, printRange],
  numrange: [2, printRange],
  numlist: [
    1,
    ([values = ''], context) =>
      list(
        itemsOf(values).map(value => number(value, context)),
        context,
      ),
  ],
  SIlist: [2, printQuantities],
  qtylist: [2, printQuantities],
  numproduct: [
    1,
    ([values = ''], context) =>
      factorsOf(values)
        .map(value => number(value, context))
        .join(String.raw`\times `),
  ],
  qtyproduct: [
    2,
    ([values = '', of = ''], context) =>
      factorsOf(values)
        .map(value => quantity(value, of, context))
        .join(String.raw`\times `),
  ],
}

function printQuantities([values = '', of = '']: readonly string[], context: Context): string {
  return list(
    itemsOf(values).map(value => quantity(value, of, context)),
    context,
  )
}

/** `1+2i`: the parts before and after the sign are numbers. */
function complexNumber(source: string, context: Context): string {
  const parts = /^(?=[\s\S]*[ij]$)(.*?[\d.)])?\s*(?:([-+])\s*)?([\d.]*(?:e[-+]?\d+)?)\s*[ij]$/.exec(
    source.trim(),
  )
  if (!parts) return number(source, context)
  const [, real = '', sign = '', imaginary = ''] = parts
  const first = real === '' ? '' : number(real, context)
  const second = imaginary === '' ? '' : number(imaginary, context)
  return String.raw`${first}${sign}${second}\mathrm{i}`
}

/** The TeX of a command. `values`: its options as written, and its arguments. */
type PrintCommand = (values: readonly (string | undefined)[]) => string

function printCommand(name: string, report: ReportUnit, setup: UnitOptions): PrintCommand {
  const [, print] = commands[name] ?? [0, () => '']
  const command = `\\${name}`
  return ([written, ...values]) => {
    const options = readOptions(written, setup)
    for (const unknown of options.unknown) {
      report(
        `Unexpected option \`${unknown}\` of ${command}`,
        'It is not applied. Write the quantity as it is to be printed.',
      )
    }
    return print(
      values.map(value => value ?? ''),
      { command, options, report },
    )
  }
}

function commandMacro(name: string, report: ReportUnit, setup: UnitOptions): TemmlMacro {
  const [count] = commands[name] ?? [0]
  const parameters = [option, ...Array.from({ length: count }, () => group)]
  return macroFunction(parameters, printCommand(name, report, setup))
}

/**
 * `\qty{5}{\metre}` of siunitx, which has two groups; `\qty(x)`, `\qty[x]`, `\qty|x|` and `\qty{x}` of the
 * package physics, with brackets as high as the content.
 */
function quantityOrBrackets(report: ReportUnit, setup: UnitOptions): TemmlMacro {
  const print = printCommand('qty', report, setup)
  return (expander: Expander) => {
    const brackets = bracketed(expander, ['(', '|'])
    if (brackets !== undefined) return brackets
    const options = optionalText(expander)
    const first = optionalGroup(expander)
    if (first === undefined) return options === undefined ? '' : String.raw`\left[${options}\right]`
    const second = optionalGroup(expander)
    const text = second === undefined ? String.raw`\left\{${first}\right\}` : print([options, first, second])
    return text.replaceAll('#', '##')
  }
}

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

/** The macros. `report` is told what they do not understand. `setup`: the options of `\sisetup`. */
export function unitMacros(report: ReportUnit, setup = defaultOptions): Readonly<Record<string, TemmlMacro>> {
  return {
    ...unitNames,
    ...Object.fromEntries(
      Object.keys(commands).map(name => [`\\${name}`, commandMacro(name, report, setup)]),
    ),
    '\\qty': quantityOrBrackets(report, setup),
  }
}

const unitNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...table(prefixes), ...table(units), ...table(short)]),
  '\\degreeCelsius': '\\text{°C}',
  '\\celsius': '\\text{°C}',
  '\\per': '/',
  '\\squared': '^2',
  '\\cubed': '^3',
  '\\of': '',
  '\\tothe': '^{#1}',
}
