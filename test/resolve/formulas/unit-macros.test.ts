import { expect, test } from 'vitest'
import { printLatex } from '../../parse/markdown/latex/print-latex.ts'

/** A quantity of siunitx → what it prints, in text and in a formula. */
test.each([
  ['\\SI{5}{\\kilo\\meter\\per\\second}', '5km/s'],
  ['\\SI[per-mode=symbol]{5e3}{\\meter}', '5×10³m'],
  ['\\qty[mode=text]{1.5 +- 0.2}{\\kilo\\gram}', '1.5±0.2kg'],
  ['\\num[group-separator={,}]{1.5e-3}', '1.5×10⁻³'],
  ['\\num{e10}', '10¹⁰'],
  ['\\ang[x=y]{10;20;30}', '10^∘20′30′′'],
  ['\\ang{;5;}', '5′'],
  ['\\unit[a=b]{\\kilo\\gram\\per\\cubic\\metre}', 'kg/m³'],
  ['\\si{\\square\\centi\\metre}', 'cm²'],
  ['\\si{\\metre\\tothe{4}\\per\\second\\squared}', 'm⁴/s²'],
  ['\\unit{kg.m/s^2}', 'kgm/s²'],
  ['\\SIrange[x]{1}{5}{\\metre}', '1–5m'],
  ['\\qtyrange{1}{5}{\\metre}', '1–5m'],
  ['\\numrange[x]{1}{5}', '1–5'],
  ['\\numlist{1;2;3}', '1, 2, 3'],
  ['\\SIlist[x]{1;2}{\\metre}', '1m, 2m'],
  ['\\qtylist{1;2}{\\km}', '1km, 2km'],
  ['\\numproduct{1 x 2}', '1×2'],
  ['\\qtyproduct{1 x 2}{\\metre}', '1m×2m'],
  ['\\SI{20}{\\percent}', '20%'],
  ['\\SI{3}{\\micro\\metre}', '3µm'],
])('%s', async (source, printed) => {
  const { text, messages } = await printLatex(`${source} and $${source}$`)
  const formula = `⟨${printed.replaceAll(' ', '')}⟩`
  expect(text.replaceAll('\u2009', '')).toBe(`${formula} and ${formula}`)
  expect(messages).toEqual([])
})

test('a unit that no package has is reported', async () => {
  const { messages } = await printLatex('$\\SI{5}{\\furlong}$')
  expect(messages.join()).toContain('\\furlong')
})
