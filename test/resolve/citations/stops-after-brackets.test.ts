/** Stops before citations in brackets, in manuscripts that were written for raised marks. */
import { expect, it } from 'vitest'
import { cited } from './cited.ts'
import { numeric, superscript } from './styles.ts'

async function printed(markdown: string, csl = numeric): Promise<string> {
  const { text } = await cited(markdown, { csl })
  return text.replace(/ (?:Notes1|References).*$/, '').replaceAll('\u00A0', ' ')
}

it.each([
  ['Procedures.[@a] Next', 'Procedures [1]. Next'],
  ['Procedures,[@a] next', 'Procedures [1], next'],
  ['Procedures.[@a][@c] Next', 'Procedures [1][2]. Next'],
  ['Procedures.[@a]', 'Procedures [1].'],
  ['“Procedures.”[@a] Next', '“Procedures.”[1] Next'],
  ['Snow et al.[@a] found', 'Snow et al. [1] found'],
  ['Procedures. [@a] Next', 'Procedures. [1] Next'],
  ['Procedures [@a]. Next', 'Procedures [1]. Next'],
])('%s', async (markdown, expected) => {
  expect(await printed(markdown)).toBe(expected)
})

it('stay before raised marks', async () => {
  expect(await printed('Procedures.[@a] Next', superscript)).toMatch(/^Procedures\.\^1\^ Next/)
})
