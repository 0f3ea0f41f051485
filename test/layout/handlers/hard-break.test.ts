/** Hard line breaks. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('leaves no white space that would indent the next line', async () => {
  expect(await bodyHtml('One\\\ntwo  \nthree')).toBe('<p>One<br>two<br>three</p>')
})
