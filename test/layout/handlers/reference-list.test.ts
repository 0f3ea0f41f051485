/** Reference lists in the text. */
import { expect, it } from 'vitest'
import { bodyHtml, cited } from '../body-html.ts'

it('is where the author placed it', async () => {
  const html = await bodyHtml('As [@c] says.\n\n::: {#refs}\n:::\n\n# After\n\nText.', cited)
  expect(html).toMatch(
    /says\.<\/p>\n<section id="refs" class="references">.*<li id="ref-c">.*<\/section>\n<h2/s,
  )
})

it('is not in the text otherwise', async () => {
  expect(await bodyHtml('As [@c] says.', cited)).not.toContain('class="references"')
})
