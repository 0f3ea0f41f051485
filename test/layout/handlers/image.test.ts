/** Images in lines of text. */
import { expect, it } from 'vitest'
import { bodyHtml, drawing } from '../body-html.ts'

it('has its data inside, its own size and a text alternative', async () => {
  const html = await bodyHtml('A ![sign](a.svg) here.', { files: { 'a.svg': drawing } })
  expect(html).toMatch(
    /^<p>A <img src="data:image\/svg\+xml;base64,[\w+/=]+" alt="sign" width="4" height="2"> here\.<\/p>$/,
  )
})

it('has the width that the author asks for', async () => {
  const html = await bodyHtml('A ![sign](a.svg){width=2em} here.', { files: { 'a.svg': drawing } })
  expect(html).toContain('style="width: 2em"')
})

it('is a visible problem if the file is missing', async () => {
  expect(await bodyHtml('A ![sign](b.svg) here.')).toContain(
    '<mark class="problem missing-image">Missing image: b.svg</mark>',
  )
})
