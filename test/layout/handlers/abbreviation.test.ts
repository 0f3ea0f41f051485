/** An abbreviation becomes `<abbr>` with its meaning. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('has its meaning as title', async () => {
  const html = await bodyHtml('Of {abbr}`MyST (Markedly Structured *Text*)`.')
  expect(html).toContain('<abbr title="Markedly Structured *Text*">MyST</abbr>')
})
