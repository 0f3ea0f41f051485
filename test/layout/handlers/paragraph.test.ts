/** Paragraphs. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('carries the wish of its author for the line breaker', async () => {
  expect(await bodyHtml('One *line*. {looseness=1}\n\nTwo.')).toBe(
    '<p data-looseness="1">One <em>line</em>.</p>\n<p>Two.</p>',
  )
})
