/** Paragraphs. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('has the looseness that its author asks for', async () => {
  expect(await bodyHtml('One *line*. {looseness=1}\n\nTwo.')).toBe(
    '<p data-looseness="1">One <em>line</em>.</p>\n<p>Two.</p>',
  )
})
