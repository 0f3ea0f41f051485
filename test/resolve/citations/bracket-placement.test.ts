/** Citations in brackets, in manuscripts that were written for raised marks. */
import { describe, expect, it } from 'vitest'
import { buildInOwn, loadOwn } from '../../own-journal.ts'
import { cited } from './cited.ts'
import { numeric, superscript } from './styles.ts'

async function printed(markdown: string, csl = numeric): Promise<string> {
  const { text } = await cited(markdown, { csl })
  return text.replace(/ (?:Notes1|References).*$/, '').replaceAll('\u00A0', ' ')
}

it.each([
  ['Procedures.[@a] Next', 'Procedures [1]. Next'],
  ['Procedures,[@a] next', 'Procedures [1], next'],
  ['Procedures:[@a] next', 'Procedures [1]: next'],
  ['Procedures.[@a][@c] Next', 'Procedures [1][2]. Next'],
  ['Procedures.[@a], [@c] Next', 'Procedures [1], [2]. Next'],
  ['Procedures.[@a]', 'Procedures [1].'],
  ['*Procedures*.[@a] Next', 'Procedures [1]. Next'],
  ['*Procedures.*[@a] Next', 'Procedures [1]. Next'],
  ['`code`.[@a] Next', 'code [1]. Next'],
  ['“Procedures.”[@a] Next', '“Procedures” [1]. Next'],
  ['“Why?”[@a] Next', '“Why?” [1] Next'],
  ['Why?[@a] Next', 'Why [1]? Next'],
  ['In 2020.[@a] Next', 'In 2020 [1]. Next'],
  ['Procedures.^[@a]^ Next', 'Procedures [1]. Next'],
  ['Procedures.<sup>[@a],[@c]</sup> Next', 'Procedures [1],[2]. Next'],
  ['Procedures.[@a]^[Note.] Next', 'Procedures [1].^1^ Next'],
  ['Procedures. [@a] Next', 'Procedures [1]. Next'],
  ['Procedures. [@a]', 'Procedures [1].'],
  ['程序。[@a] 下', '程序[1]。 下'],
])('go before the stop: %s', async (markdown, expected) => {
  expect(await printed(markdown)).toBe(expected)
})

it.each([
  ['Procedures [@a]. Next', 'Procedures [1]. Next'],
  ['Snow et al.[@a] found', 'Snow et al. [1] found'],
  ['Done. [@a] shows it', 'Done. [1] shows it'],
  ['In Fig. [@a] The', 'In Fig. [1] The'],
  ['In the U.S.[@a] and', 'In the U.S. [1] and'],
  ['By Smith J.[@a] Next', 'By Smith J. [1] Next'],
  ['And so on…[@a] Next', 'And so on… [1] Next'],
  ['In the skin[@a] of', 'In the skin [1] of'],
  ['A value 1.[@a]5', 'A value 1. [1]5'],
  ['> Procedures.[@a]', 'Procedures. [1]'],
])('stay, with a space before them: %s', async (markdown, expected) => {
  expect(await printed(markdown)).toBe(expected)
})

it('stay before raised marks', async () => {
  expect(await printed('Procedures.[@a] Next', superscript)).toMatch(/^Procedures\.\^1\^ Next/)
})

it('have no second superscript if they are raised', async () => {
  expect(await printed('Procedures.^[@a]^ Next', superscript)).toMatch(/^Procedures\.\^1\^ Next/)
})

describe('by the journal', () => {
  const csl =
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><citation><layout prefix="(" suffix=")"><text variable="title"/></layout></citation></style>'
  const sources = { 'references.bib': '@book{a, title={Snow}}\n@book{b, title={Ice}}\n' }
  const text = 'One.[@a] Two,[@a] three.[@a][@b] Four. [@b]\n'

  it.each([
    ['', 'One (Snow). Two (Snow), three (Snow) (Ice). Four (Ice).'],
    ['citations: {brackets: as-written}', 'One. (Snow) Two, (Snow) three. (Snow) (Ice) Four. (Ice)'],
    ['citations: {before: "."}', 'One (Snow). Two, (Snow) three (Snow) (Ice). Four (Ice).'],
  ])('%j', async (manifest, expected) => {
    const { words } = await buildInOwn(manifest, text, { sources, files: { 'mine.csl': csl } })
    expect(words).toContain(expected)
  })

  it.each([
    ['citations: {brackets: before-stop}', '4:23', '`as-written` or `before-punctuation`'],
    ['citations: {before: [.]}', '4:21', 'citations.before'],
  ])('%s is reported at %s', async (manifest, place, expected) => {
    const { messages } = await loadOwn(`${manifest}\n`)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(`journal.yml:${place}  error`)
    expect(messages[0]).toContain(expected)
  })
})
