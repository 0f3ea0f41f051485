/**
 * Quantities with the macros of the LaTeX package siunitx: `` {si}`4 <\kilo\gram\per\square\metre>` `` → "4
 * kg m⁻²". Chemical formulas, `` {chem}`H2O` ``, with numbers as subscripts and charges as superscripts.
 */
import type { PhrasingContent } from 'mdast'
import { ownValue } from '../../../../values/record.ts'
import type { Role } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'

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
  hecto: 'h',
  kilo: 'k',
  mega: 'M',
  giga: 'G',
  tera: 'T',
  peta: 'P',
  exa: 'E',
  zetta: 'Z',
  yotta: 'Y',
}
const units: Readonly<Record<string, string>> = {
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
const powers: Readonly<Record<string, string>> = { square: '²', cubic: '³', squared: '²', cubed: '³' }
/** Power of a unit → the same power after `\per`. */
const negativePowers: Readonly<Record<string, string>> = { '²': '⁻²', '³': '⁻³', '': '⁻¹' }

/** A number and its unit, joined by a no-break space. Undefined if the unit has a macro that is not known. */
export function quantity(node: Role): PhrasingContent[] | undefined {
  const [, number = '', unit = ''] = /^([\s\S]*?)\s*<([^<>]*)>\s*$/.exec(node.value) ?? ['', node.value]
  const text = unit.includes('\\') ? unitText(unit) : unit.trim()
  if (text === undefined) return undefined
  return [
    {
      type: 'text',
      value: [number.trim(), text].filter(Boolean).join('\u00A0'),
      ...atPosition(node.position),
    },
  ]
}

/** A unit as text: `\kilo\gram\per\metre` → `kg m⁻¹`. Undefined if a macro is not known. */
function unitText(source: string): string | undefined {
  const parts: string[] = []
  let prefix = ''
  let power = ''
  let isDivided = false
  for (const [, macro = ''] of source.matchAll(/\\([A-Za-z]+)/g)) {
    const unit = ownValue(units, macro)
    const prefixSign = ownValue(prefixes, macro)
    const powerSign = ownValue(powers, macro)
    if (macro === 'per') isDivided = true
    else if (prefixSign !== undefined) prefix += prefixSign
    else if (macro === 'squared' || macro === 'cubed')
      parts.push(`${parts.pop() ?? ''}${ownValue(powers, macro)}`)
    else if (powerSign !== undefined) power = powerSign
    else if (unit === undefined) return undefined
    else {
      parts.push(`${prefix}${unit}${isDivided ? negativePowers[power] : power}`)
      prefix = power = ''
      isDivided = false
    }
  }
  // `\per\metre\squared` has given m⁻¹², which means m⁻².
  return parts.join('\u00A0').replace(/⁻¹²/g, '⁻²').replace(/⁻¹³/g, '⁻³')
}

/**
 * `H2O`, `CO_2`, `SO4^{2-}` → the text with subscripts and superscripts. A number after a letter, a closing
 * bracket or `_` is a subscript; a charge after `^` is a superscript.
 */
export function chemicalFormula(node: Role): PhrasingContent[] {
  const pieces = node.value.match(/\^\{?[\d+-]+\}?|_\{?\d+\}?|(?<=[\p{L})\]])\d+|[^\d^_]+|[\s\S]/gu) ?? []
  let previous = ''
  return pieces.map((piece): PhrasingContent => {
    const isSubscript = piece.startsWith('_') || (/^\d+$/.test(piece) && /[\p{L})\]]$/u.test(previous))
    const isSuperscript = piece.startsWith('^') && piece.length > 1
    previous = piece
    const value = isSubscript || isSuperscript ? piece.replace(/^[_^]\{?|\}$/g, '') : piece
    const text = { type: 'text', value, ...atPosition(node.position) } as const
    if (isSuperscript)
      return {
        type: 'superscript',
        children: [{ ...text, value: value.replace('-', '−') }],
        ...atPosition(node.position),
      }
    return isSubscript ? { type: 'subscript', children: [text], ...atPosition(node.position) } : text
  })
}
