/** No-break spaces between the parts of a reference that no line should divide. */
import { expect, it } from 'vitest'
import { htmlFragment } from '../../pipeline/resolve/html-fragment.ts'
import { tieAbbreviations } from '../../pipeline/resolve/no-break-spaces.ts'
import { toHtml } from '../layout/to-html.ts'

it.each([
  ['vol. 3, no. 4, pp. 33–35', 'vol.~3, no.~4, pp.~33–35'],
  ['D. E. Knuth and J. R. R. Tolkien', 'D.~E. Knuth and J.~R.~R. Tolkien'],
  ['S. 5. Berlin. doi: 10.1/x', 'S.~5. Berlin. doi: 10.1/x'],
  ['in water. 1987', 'in water. 1987'],
  ['vol. <span>3</span>, pp. <b>5</b>–6', 'vol.~<span>3</span>, pp.~<b>5</b>–6'],
])('ties %s', (html, expected) => {
  expect(toHtml(tieAbbreviations(htmlFragment(html))).replaceAll('\u00A0', '~')).toBe(expected)
})

it('ties an abbreviation to a number in another element', () => {
  const entry =
    'A, pp. <span data-variable="page">5</span>–<span data-variable="page">9</span>, <i>vol. </i><b>3</b>.'
  expect(toHtml(tieAbbreviations(htmlFragment(entry))).replaceAll('\u00A0', '~')).toBe(
    entry.replace('pp. ', 'pp.~').replace('vol. ', 'vol.~'),
  )
})
