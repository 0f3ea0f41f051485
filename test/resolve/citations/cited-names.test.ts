/** Names of cited works in running text. */
import { expect, it } from 'vitest'
import { authorsOf } from '../../../pipeline/resolve/citations/cited-names.ts'

const words = { and: 'and', etAl: 'et al.' }
const named = (...families: string[]) =>
  authorsOf({ id: 'a', type: 'book', author: families.map(family => ({ family })) }, words)

it('have typographic apostrophes', () => {
  expect(named("O'Neal", "'t Hooft")).toBe('O’Neal and ’t Hooft')
})

it('are shortened from three on', () => {
  expect(named('Doe', 'Roe', 'Poe')).toBe('Doe et al.')
})
