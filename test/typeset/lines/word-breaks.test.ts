/** The places where words, addresses and names of code may be divided, and what each division costs. */
import { describe, expect, it } from 'vitest'
import type { Run } from '../../../pipeline/typeset/galley.ts'
import {
  breakCosts,
  breaksIn,
  isDividedByHyphens,
  softHyphen,
} from '../../../pipeline/typeset/lines/word-breaks.ts'

/** The word with a mark at each break: `=` adds a hyphen, `|` none, `!` is only for rescue. */
function divided(word: string, kind: Run['kind'] = 'text', before = ''): string {
  const text = before + word
  const breaks = breaksIn({ text, start: before.length, end: text.length, kind })
  let shown = ''
  let from = before.length
  for (const { end, next, cost, isHyphen } of breaks) {
    if (cost === breakCosts.rowRescue || cost === breakCosts.nameRescue) continue
    shown += text.slice(from, end) + (isHyphen ? '=' : cost >= breakCosts.rescue ? '!' : '|')
    from = next
  }
  return shown + text.slice(from)
}

describe('addresses', () => {
  const cases: readonly (readonly [address: string, expected: string])[] = [
    ['https://doi.org/10.1000/ab-c_d?e=fg', 'https://|doi!.org|/10.1000|/ab|-c|_d|?e|=|fg'],
    ['doi:10.1000/182', 'doi:10.1000|/182'],
    ['10.1000/16<1661::AID', '10.1000|/16!<1661::AID'],
    ['(https://ab.org/bc)', '(https://|ab!.org|/bc)'],
    ['https://github.com/ab/c.', 'https://|github!.com|/ab/c.'],
    ['jane.doe@example.org', 'jane!.doe@!example!.org'],
    ['https://a.org/x%20yz', 'https://|a!.org|/x!%20yz'],
  ]
  it.each(cases)('%s', (address, expected) => expect(divided(address)).toBe(expected))

  it('never inside the prefix of a DOI', () => {
    for (const text of ['10.12345/abc', 'doi:10.12345/abc', 'https://dx.doi.org/10.12345/abc'])
      expect(divided(text)).not.toMatch(/10[|!]\.|\.[|!]12345/)
  })

  it('that are short are only divided for rescue', () => {
    expect(divided('ab.org/cd/ef', 'address')).toBe('ab!.org!/cd!/ef')
    expect(divided('example.org/a-path/of_some', 'address')).toBe('example!.org|/a|-path|/of|_some')
  })

  it('with a long number are divided inside it, with three characters on both sides, as the last rescue', () => {
    const text = 'https://doi.org/10.1017/S0140525X'
    const last = breaksIn({ text, start: 0, end: text.length, kind: 'text' }).filter(
      ({ cost }) => cost === breakCosts.rowRescue,
    )
    expect(last.map(({ end }) => text.slice(23, end))).toEqual(['/S01', '/S014', '/S0140', '/S01405'])
  })

  it('have no hyphens', () => {
    expect(divided(`https://ex${softHyphen}ample.org/`)).not.toContain('=')
    expect(isDividedByHyphens('https://example.org/documentation')).toBe(false)
    expect(isDividedByHyphens('jane@university.org')).toBe(false)
    expect(isDividedByHyphens('documentation.')).toBe(true)
  })
})

describe('names', () => {
  const cases: readonly (readonly [name: string, kind: Run['kind'], expected: string])[] = [
    ['UnfoldSim.simulate_data(MultiComponent)', 'code', 'Unfold|Sim.|simulate_|data(|Multi|Component)'],
    ['brentq_max', 'code', 'brentq_|max'],
    ['name.py', 'address', 'name.|py'],
    ['MixedModels.jl', 'address', 'Mixed|Models.|jl'],
    [`Pretty${softHyphen}Tables.jl`, 'text', `Pretty${softHyphen}Tables.|jl`],
    ['\\section*{Thanks}', 'code', '\\section*{|Thanks}'],
    ['\\toprule,\\midrule', 'code', '\\toprule,|\\midrule'],
    ['../src/model_fit', 'text', '../|src/|model_|fit'],
    ['a.m.', 'text', 'a.m.'],
    ['Ph.D.', 'text', 'Ph.D.'],
  ]
  it('with a long part are divided inside it, without a hyphen, as the last rescue', () => {
    const text = 'algpseudo_c'
    const breaks = breaksIn({ text, start: 0, end: text.length, kind: 'code' })
    expect(breaks.map(({ end, cost }) => [end, cost])).toEqual(
      [3, 4, 5, 6].map(end => [end, breakCosts.nameRescue]),
    )
  })

  it.each(cases)('%s as %s', (name, kind, expected) => expect(divided(name, kind)).toBe(expected))
})

describe('words', () => {
  const cases: readonly (readonly [word: string, expected: string])[] = [
    [`hy${softHyphen}phen`, 'hy=phen'],
    ['one—two', 'one—|two'],
    ['one—”', 'one—”'],
    ['one—”two', 'one—”two'],
    ['e-mail', 'e-mail'],
    ['(t-test)', '(t-test)'],
    ['well-known', 'well-|known'],
    ['Python+NumPy', 'Python+|NumPy'],
    ['Sch93,MPW08', 'Sch93,|MPW08'],
    ['10,000', '10,000'],
    ['and/or', 'and/|or'],
  ]
  it.each(cases)('%s', (word, expected) => expect(divided(word)).toBe(expected))

  it('with a capital cost more, unless they begin a sentence or capitals mark nouns', () => {
    const word = `Cour${softHyphen}napeau`
    const costly = (before: string, capitalizesNouns = false) => {
      const text = before + word
      const [first] = breaksIn({
        text,
        start: before.length,
        end: text.length,
        kind: 'text',
        capitalizesNouns,
      })
      return first?.isCapitalized === true
    }
    expect([costly('by '), costly('by ('), costly(''), costly('it. '), costly('it: “')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(costly('by ', true)).toBe(false)
  })
})
