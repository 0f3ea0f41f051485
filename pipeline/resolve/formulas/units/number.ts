/**
 * Numbers of the LaTeX package siunitx: sign, digits, uncertainty, power of ten.
 *   `-1.5(2)e-3`  →  { sign: '-', integer: '1', decimals: '5', uncertainty: …, exponent: '-3' }
 */

export interface ScientificNumber {
  /** A comparison before the number, as TeX. */
  readonly comparator: string
  readonly sign: '' | '-' | '+' | '\\pm ' | '\\mp '
  readonly integer: string
  /** Digits after the decimal marker; undefined without a marker. */
  readonly decimals: string | undefined
  readonly uncertainty: Uncertainty | undefined
  /** The power of ten; empty without one. */
  readonly exponent: string
}

/** `1.5(2)` has a compact uncertainty: its digits count from the last digit of the number. */
export interface Uncertainty {
  readonly isCompact: boolean
  readonly integer: string
  readonly decimals: string | undefined
}

const comparators: Readonly<Record<string, string>> = {
  '<': '<',
  '>': '>',
  '<=': '\\le ',
  '>=': '\\ge ',
  '<<': '\\ll ',
  '>>': '\\gg ',
  '=': '=',
  '~': '\\sim ',
}
const commands: Readonly<Record<string, string>> = {
  le: '<=',
  leq: '<=',
  ge: '>=',
  geq: '>=',
  ll: '<<',
  gg: '>>',
  sim: '~',
  pm: '±',
  mp: '∓',
}
const signs: Readonly<Record<string, ScientificNumber['sign']>> = {
  '': '',
  '+': '+',
  '-': '-',
  '±': '\\pm ',
  '∓': '\\mp ',
}

const grammar =
  /^(<=|>=|<<|>>|[<>=~])?([-+±∓]?)(\d*)(?:[.,](\d*))?(?:\((\d+)(?:[.,](\d+))?\)|±(\d+)?(?:[.,](\d+))?)?(?:[eEdD]([-+]?\d+))?$/

/** Reads a number. Undefined if it is not one. */
export function readNumber(source: string): ScientificNumber | undefined {
  const text = source
    .replace(/\\([a-z]+)\s*/g, (whole, name: string) => commands[name] ?? whole)
    .replace(/\\[,:;! ]|[\s{}]/g, '')
    .replace(/\+-/g, '±')
    .replace(/[−–]/g, '-')
  const parts = grammar.exec(text)
  if (!parts || text === '') return undefined
  const [, comparator = '', sign = '', integer = '', decimals, compact, compactDecimals, plus, plusDecimals] =
    parts
  const exponent = parts[9] ?? ''
  if (integer === '' && !decimals && exponent === '') return undefined
  const isSeparate = plus !== undefined || plusDecimals !== undefined
  if (/±/.test(text.slice(1)) && !isSeparate) return undefined
  return {
    comparator: comparators[comparator] ?? '',
    sign: signs[sign] ?? '',
    integer,
    decimals,
    exponent: exponent.replace(/^\+/, ''),
    uncertainty:
      compact !== undefined
        ? { isCompact: true, integer: compact, decimals: compactDecimals }
        : isSeparate
          ? { isCompact: false, integer: plus ?? '', decimals: plusDecimals }
          : undefined,
  }
}

export interface NumberStyle {
  /** What is between groups of three digits, as TeX. */
  readonly groupSeparator: string
  /** The least number of digits that are grouped. */
  readonly groupMinimum: number
  readonly decimalMarker: string
  /** The sign between number and power, as TeX. */
  readonly exponentProduct: string
  /** `separate` writes `1.5(2)` as 1.5 ± 0.2. */
  readonly uncertainty: 'as-written' | 'separate'
}

export const defaultNumberStyle: NumberStyle = {
  groupSeparator: '\\,',
  groupMinimum: 5,
  decimalMarker: '.',
  exponentProduct: '\\times ',
  uncertainty: 'as-written',
}

/** True if the number is printed with ±, and so needs brackets before a unit. */
export function hasSeparateUncertainty({ uncertainty }: ScientificNumber, style: NumberStyle): boolean {
  return uncertainty !== undefined && (!uncertainty.isCompact || style.uncertainty === 'separate')
}

/** A number as TeX. */
export function printNumber(number: ScientificNumber, style: NumberStyle): string {
  const mantissa = number.integer === '' && number.decimals === undefined ? '' : printMantissa(number, style)
  const power = number.exponent === '' ? '' : `10^{${number.exponent}}`
  const isBracketed = power !== '' && hasSeparateUncertainty(number, style)
  const value = isBracketed ? `(${mantissa})` : mantissa
  const product = value !== '' && power !== '' ? style.exponentProduct : ''
  return `${number.comparator}${number.sign === '' ? '' : `{${number.sign}}`}${value}${product}${power}`
}

function printMantissa({ integer, decimals, uncertainty }: ScientificNumber, style: NumberStyle): string {
  const value = printDigits(integer === '' ? '0' : integer, decimals, style)
  if (!uncertainty) return value
  if (!uncertainty.isCompact) {
    return `${value}\\pm ${printDigits(uncertainty.integer || '0', uncertainty.decimals, style)}`
  }
  if (style.uncertainty === 'separate') {
    const [whole, part] = separated(uncertainty, decimals?.length ?? 0)
    return `${value}\\pm ${printDigits(whole, part, style)}`
  }
  return `${value}(${printDigits(uncertainty.integer, uncertainty.decimals, style)})`
}

/** `(12)` after two decimals → 0.12 */
function separated({ integer, decimals }: Uncertainty, places: number): [string, string | undefined] {
  if (decimals !== undefined || places === 0) return [integer, decimals]
  const digits = integer.padStart(places + 1, '0')
  return [digits.slice(0, -places), digits.slice(-places)]
}

function printDigits(integer: string, decimals: string | undefined, style: NumberStyle): string {
  const grouped = (digits: string, pattern: RegExp) =>
    digits.length < style.groupMinimum ? digits : digits.replace(pattern, `$&${style.groupSeparator}`)
  const whole = grouped(integer, /\d{1,3}(?=(?:\d{3})+$)/g)
  if (decimals === undefined) return whole
  return `${whole}{${style.decimalMarker}}${grouped(decimals, /\d{3}(?=\d)/g)}`
}
