/** Superscript, subscript, small capitals and underlined text. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it.each([
  ['x^2^', 'x<sup>2</sup>'],
  ['H~2~O', 'H<sub>2</sub>O'],
  ['[*u*]{.underline}', '<u><em>u</em></u>'],
  ['[small]{.smallcaps}', '<span class="smallcaps">small</span>'],
])('%s', async (source, expected) => {
  expect(await bodyHtml(source)).toBe(`<p>${expected}</p>`)
})
