/** Superscript, subscript, small capitals and underlined text, and other elements in a line. */
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

it('has the element of each mark of text', async () => {
  expect(
    await bodyHtml(
      '[a]{.mark} <kbd>b</kbd> <abbr title="T">c</abbr> <span lang="fr" dir="ltr">d</span> x^2^',
    ),
  ).toBe(
    '<p><mark class="mark">a</mark> <kbd class="kbd">b</kbd> <abbr class="abbr" title="T">c</abbr> <span lang="fr" dir="ltr">d</span> x<sup>2</sup></p>',
  )
})
