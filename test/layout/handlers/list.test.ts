/** Lists and their numbering. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('has no class if it is numbered as usual', async () => {
  expect(await bodyHtml('3. a\n4. b')).toMatch(/^<ol start="3">/)
})

it.each([
  ['c)  three\nd)  four', '<ol start="3" class="list lower-alpha parenthesis">'],
  ['a) one\nb) two', '<ol class="list lower-alpha parenthesis">'],
  ['3) three\n4) four', '<ol start="3" class="list decimal parenthesis">'],
  ['- a\n\n  1) one\n  2) two', '<ol class="list decimal parenthesis">'],
  ['(iv) four\n(v) five', '<ol start="4" class="list lower-roman parentheses">'],
])('has classes for other marks: %j', async (source, expected) => {
  expect(await bodyHtml(source)).toContain(expected)
})
