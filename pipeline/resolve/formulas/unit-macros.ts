/**
 * Units by the names of the LaTeX package siunitx, for `\SI{5}{\kilo\meter}` in formulas. Names with another
 * meaning in formulas, such as `\bar` and `\square`, are left out.
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

export const unitMacros: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...table(prefixes), ...table(units), ...table(short)]),
  '\\degreeCelsius': '{}^{\\circ}C',
  '\\squared': '^2',
  '\\cubed': '^3',
  '\\SIrange': '\\num{#1}\\text{–}\\SI{#2}{#3}',
  '\\qtyrange': '\\num{#1}\\text{–}\\SI{#2}{#3}',
  '\\numrange': '\\num{#1}\\text{–}\\num{#2}',
  '\\ang': '{#1}^{\\circ}',
  '\\of': '',
  '\\tothe': '^{#1}',
}
