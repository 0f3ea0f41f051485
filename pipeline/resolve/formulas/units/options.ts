/** Options of siunitx, `[per-mode=symbol, group-digits=none]`. */
import { defaultNumberStyle, type NumberStyle } from './number.ts'

export interface UnitOptions {
  readonly number: NumberStyle
  /** How units below a fraction bar are written: m s⁻¹, m/s, or as a fraction. */
  readonly per: 'power' | 'symbol' | 'fraction'
  /** What is between units, and between a number and its unit, as TeX. */
  readonly unitProduct: string
  readonly quantityProduct: string
  readonly rangePhrase: string
  readonly listSeparator: string
  readonly listFinalSeparator: string | undefined
  /** Options that siunitx does not have, or that are not applied here. */
  readonly unknown: readonly string[]
}

export const defaultOptions: UnitOptions = {
  number: defaultNumberStyle,
  per: 'power',
  unitProduct: '\\,',
  quantityProduct: '\\,',
  rangePhrase: '\\text{–}',
  listSeparator: '\\text{, }',
  listFinalSeparator: undefined,
  unknown: [],
}

/** Options that change fonts, or how input is read, in ways that print nothing else. */
const withoutEffect =
  /^(?:mode|.*-mode|.*-font.*|.*-command|.*-color|color|detect-.*|math-.*|text-.*|reset-.*|parse-(?:numbers|units)|input-.*|propagate-.*|number-(?:mode|color)|unit-(?:mode|color)|tight-spacing|allow-.*|retain-.*|space-before-unit)$/

type Change = (options: UnitOptions, value: string) => UnitOptions | undefined

const inNumber =
  (change: (value: string) => Partial<NumberStyle> | undefined): Change =>
  (options, value) => {
    const changed = change(value)
    return changed && { ...options, number: { ...options.number, ...changed } }
  }
const tex =
  (name: 'unitProduct' | 'quantityProduct'): Change =>
  (options, value) => ({ ...options, [name]: value })
const words =
  (name: 'rangePhrase' | 'listSeparator' | 'listFinalSeparator'): Change =>
  (options, value) => ({ ...options, [name]: `\\text{${value}}` })

const perModes: Readonly<Record<string, UnitOptions['per']>> = {
  power: 'power',
  'power-positive-first': 'power',
  reciprocal: 'power',
  symbol: 'symbol',
  'repeated-symbol': 'symbol',
  fraction: 'fraction',
}

const changes: Readonly<Record<string, Change>> = {
  'per-mode': (options, value) => {
    const per = perModes[value]
    return per && { ...options, per }
  },
  'group-separator': inNumber(groupSeparator => ({ groupSeparator: inBraces(groupSeparator) })),
  'group-digits': inNumber(value =>
    /^(?:none|false)$/.test(value) ? { groupMinimum: Number.POSITIVE_INFINITY } : {},
  ),
  'group-minimum-digits': inNumber(value =>
    /^\d+$/.test(value) ? { groupMinimum: Number(value) } : undefined,
  ),
  'output-decimal-marker': inNumber(decimalMarker => ({ decimalMarker })),
  'exponent-product': inNumber(exponentProduct => ({ exponentProduct: `${exponentProduct} ` })),
  'separate-uncertainty': inNumber(value => ({ uncertainty: value === 'false' ? 'as-written' : 'separate' })),
  'uncertainty-mode': inNumber(value => ({ uncertainty: value === 'separate' ? 'separate' : 'as-written' })),
  'inter-unit-product': tex('unitProduct'),
  'number-unit-product': tex('quantityProduct'),
  'quantity-product': tex('quantityProduct'),
  'range-phrase': words('rangePhrase'),
  'list-separator': words('listSeparator'),
  'list-final-separator': words('listFinalSeparator'),
  'list-pair-separator': words('listFinalSeparator'),
}

/** Reads options as they are written between square brackets. `base`: the options that hold otherwise. */
export function readOptions(source: string | undefined, base: UnitOptions = defaultOptions): UnitOptions {
  let options = base
  const unknown: string[] = []
  for (const [name, value] of splitOptions(source ?? '')) {
    const change = Object.hasOwn(changes, name) ? changes[name] : undefined
    const changed = change?.(options, value)
    if (changed) options = changed
    else if (change || !withoutEffect.test(name)) unknown.push(value === '' ? name : `${name}=${value}`)
  }
  return { ...options, unknown }
}

/** `a=b, c={d, e}` → [a, b], [c, `d, e`] */
function splitOptions(source: string): [string, string][] {
  const entries = source.match(/(?:\{(?:[^{}]|\{[^{}]*\})*\}|[^,{}])+/g) ?? []
  return entries
    .map((entry): [string, string] => {
      const at = entry.indexOf('=')
      const value = at < 0 ? '' : entry.slice(at + 1).trim()
      return [(at < 0 ? entry : entry.slice(0, at)).trim(), value.replace(/^\{([\s\S]*)\}$/, '$1')]
    })
    .filter(([name]) => name !== '')
}

/** A comma between groups of digits is not punctuation. */
function inBraces(separator: string): string {
  return separator === '' ? '' : `{${separator}}`
}
