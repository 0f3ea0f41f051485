/** The spaces and soft hyphens at which a copy editor allows no line end. */
import { describe, expect, it } from 'vitest'
import { heldPlaces, withWholeQuantities } from '../../../pipeline/typeset/lines/held-places.ts'
import { softHyphen } from '../../../pipeline/typeset/lines/word-breaks.ts'

/** The text with `_` for a space at which no line ends, and without the soft hyphens that are held. */
function held(text: string): string {
  const places = heldPlaces(text)
  return Array.from(text, (character, at) => {
    if (!places.has(at)) return character
    return character === softHyphen ? '' : '_'
  }).join('')
}

describe('held together are', () => {
  const cases: readonly (readonly [what: string, text: string, expected: string])[] = [
    ['labels and numbers', 'see Table 2 and Figure S1 or Fig. 3a', 'see Table_2 and Figure_S1 or Fig._3a'],
    ['labels and numbers in brackets', 'in Equation (4), Ref. [5]', 'in Equation_(4), Ref._[5]'],
    ['labels and letters', 'Appendix B shows, Panel C.', 'Appendix_B shows, Panel_C.'],
    ['labels in other languages', 'siehe Abbildung 3 und Tab. 4', 'siehe Abbildung_3 und Tab._4'],
    [
      'a label that could be divided',
      `Sec${softHyphen}tion 3 Sec${softHyphen}tion`,
      `Section_3 Sec${softHyphen}tion`,
    ],
    ['numbers of issues and pages', 'vol. 3, no. 1, pp. 4–5, p. 6', 'vol._3, no._1, pp._4–5, p._6'],
    ['days and months', '31 Mar 2015, 6 May, May 6, 2026', '31_Mar 2015, 6_May, May_6, 2026'],
    ['days and months elsewhere', 'am 31. März, le 2 août', 'am 31._März, le 2_août'],
    ['initials and surnames', 'by D. E. Knuth, J.-P. Serre', 'by D._E._Knuth, J.-P._Serre'],
    ['surnames and initials after them', 'Dreyer L, Smith AB. Title', 'Dreyer_L, Smith_AB. Title'],
    ['et al.', 'Rao et al. (2020), Rao et al. [3], et alii', 'Rao et_al._(2020), Rao et_al._[3], et alii'],
    ['titles of persons', 'with Dr. Snow', 'with Dr._Snow'],
    ['enumerators', 'for (b) the second and (iv) more', 'for (b)_the second and (iv)_more'],
    ['what leads to an identifier', 'doi: 10.1000/1', 'doi:_10.1000/1'],
    ['per cent', '5 % of', '5_% of'],
  ]
  it.each(cases)('%s', (_, text, expected) => expect(held(text)).toBe(expected))

  it('nothing else', () => {
    const texts = [
      'the table is',
      'May we 3',
      'Stable 2',
      'a part of it',
      'in 31 markets',
      'section a',
      'algorithm [6]',
    ]
    for (const text of texts) expect(held(text)).toBe(text)
  })
})

describe('quantities in cells that are not divided', () => {
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ['1 250 000–1 375 000', '1_250_000–1_375_000'],
    ['12,345.67 ± 0.05', '12,345.67_±_0.05'],
    ['+3.5 × 10⁻³', '+3.5_×_10⁻³'],
    ['≤ 0.05', '≤_0.05'],
    ['79.06% - 80.99%', '79.06%_- 80.99%'],
    ['12 kg m⁻²', '12_kg_m⁻²'],
    ['5 % of all patients', '5 % of all patients'],
    ['Phase 2 trials', 'Phase 2 trials'],
    ['12 participants', '12 participants'],
    ['a − b', 'a − b'],
  ]
  it.each(cases)('%s', (text, expected) =>
    expect(withWholeQuantities(text).replaceAll('\u00A0', '_')).toBe(expected),
  )
})
