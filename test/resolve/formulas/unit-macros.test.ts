import { describe, expect, it, test } from 'vitest'
import { printLatex } from '../../parse/markdown/latex/print-latex.ts'

/** A quantity of siunitx → what it prints, in text and in a formula. */
test.each([
  ['\\SI{5}{\\kilo\\meter\\per\\second}', '5kms⁻¹'],
  ['\\SI[per-mode=symbol]{5}{\\kilo\\meter\\per\\second}', '5km/s'],
  ['\\SI[per-mode=fraction]{5}{\\meter\\per\\second}', '5m/s'],
  ['\\unit[per-mode=symbol]{\\joule\\per\\kilogram\\per\\kelvin}', 'J/(kgK)'],
  ['\\qty{9.81}{\\metre\\per\\second\\squared}', '9.81ms⁻²'],
  ['\\unit{\\per\\square\\metre}', 'm⁻²'],
  ['\\SI[mode=text]{5e3}{\\meter}', '5×10³m'],
  ['\\qty{1.5 +- 0.2}{\\kilo\\gram}', '(1.5±0.2)kg'],
  ['\\num{3 +- 0.2}', '3±0.2'],
  ['\\num{1.234(5)}', '1.234(5)'],
  ['\\num[separate-uncertainty=true]{1.234(5)}', '1.234±0.005'],
  ['\\num{1.5e-3}', '1.5×10⁻³'],
  ['\\num[exponent-product=\\cdot]{1.5e6}', '1.5⋅10⁶'],
  ['\\num{e10}', '10¹⁰'],
  ['\\num{-.5}', '−0.5'],
  ['\\num{1234}', '1234'],
  ['\\num{12345.67891}', '12345.67891'],
  ['\\num[group-separator={,}]{1234567}', '1,234,567'],
  ['\\num[output-decimal-marker={,}]{1.5}', '1,5'],
  ['\\num{>= 5}', '≥5'],
  ['\\ang{10;20;30}', '10°20′30′′'],
  ['\\ang{-5.5}', '−5.5°'],
  ['\\ang{;5;}', '5′'],
  ['\\unit{\\kilo\\gram\\per\\cubic\\metre}', 'kgm⁻³'],
  ['\\si{\\square\\centi\\metre}', 'cm²'],
  ['\\si{\\metre\\tothe{4}\\per\\second\\squared}', 'm⁴s⁻²'],
  ['\\unit{kg.m/s^2}', 'kgm/s²'],
  ['\\unit{0.872\\,m\\,s^{-1}}', '0.872ms⁻¹'],
  ['\\SIrange{1}{5}{\\metre}', '1–5m'],
  ['\\qtyrange[range-phrase={ to }]{1}{5}{\\metre}', '1 to 5m'],
  ['\\numrange{1}{5}', '1–5'],
  ['\\numlist{1;2;3}', '1, 2, 3'],
  ['\\numlist[list-final-separator={ and }]{1;2;3}', '1, 2 and 3'],
  ['\\SIlist{1;2}{\\metre}', '1m, 2m'],
  ['\\qtylist{1;2}{\\km}', '1km, 2km'],
  ['\\numproduct{1 x 2}', '1×2'],
  ['\\qtyproduct{1 x 2}{\\metre}', '1m×2m'],
  ['\\complexnum{1+2i}', '1+2i'],
  ['\\SI{20}{\\percent}', '20%'],
  ['\\SI{3}{\\micro\\metre}', '3µm'],
  ['\\qty{25}{\\degreeCelsius}', '25°C'],
  ['\\qty{5}{\\ohm}', '5Ω'],
])('%s', async (source, printed) => {
  const { text, messages } = await printLatex(`${source} and $${source}$`)
  const formula = `⟨${printed.replaceAll(' ', '')}⟩`
  expect(text.replaceAll(/[\u2009\u00A0]/g, '').replaceAll(/(?<=⟨[^⟩]*) (?=[^⟨]*⟩)/g, '')).toBe(
    `${formula} and ${formula}`,
  )
  expect(messages).toEqual([])
})

test('a unit that no package has is reported', async () => {
  const { messages } = await printLatex('$\\SI{5}{\\furlong}$')
  expect(messages.join()).toContain('\\furlong')
})

test.each([
  ['\\num{1.2.3}', 'Unexpected number `1.2.3` in \\num'],
  ['\\num[round-precision=2]{1.234}', 'Unexpected option `round-precision=2` of \\num'],
  ['\\qty[colour=red]{1}{\\metre}', 'Unexpected option `colour=red` of \\qty'],
])('%s is reported at its place', async (source, reason) => {
  const { messages } = await printLatex(`Text with $x + ${source}$.`)
  expect(messages.join('\n')).toContain(reason)
  expect(messages.join('\n')).toContain('math-unit')
})

describe('\\sisetup', () => {
  const messagesOf = async (source: string) => (await printLatex(source)).messages.join('\n')
  const textOf = async (source: string) => (await printLatex(source)).text.replace(/[\u2009\u00A0⟨⟩]/g, '')

  it.each([
    ['\\sisetup{output-decimal-marker={,}}\n\n$\\num{1.5}$', '1,5'],
    [
      '\\sisetup{output-decimal-marker={,}}\n\\sisetup{per-mode=symbol}\n\n$\\SI{1.5}{\\m\\per\\s}$',
      '1,5m/s',
    ],
    ['\\sisetup{output-decimal-marker={,}}\n\n$\\num[output-decimal-marker=.]{1.5}$', '1.5'],
    ['$\\num{1.5}$\n\n\\sisetup{output-decimal-marker={,}}\n\n$\\num{2.5}$', '1.5 2,5'],
  ])('%s holds for the formulas after it', async (source, expected) => {
    expect(await textOf(source)).toBe(expected)
    expect(await messagesOf(source)).toBe('')
  })

  it('reports what it does not know once, at its place', async () => {
    const messages = await messagesOf('Text.\n\n\\sisetup{foo=bar}\n\n$\\num{1}$ and $\\num{2}$')
    expect(messages).toContain('Unexpected option `foo=bar` of \\sisetup')
    expect(messages.match(/foo=bar/g)).toHaveLength(1)
  })
})
