/** Definition lists, tight and loose. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('has paragraphs only in loose descriptions', async () => {
  const html = await bodyHtml('A *term*\n: Tight.\n\nOther\n\n: First.\n\n    Second.')
  expect(html).toBe(
    '<dl>\n<dt>A <em>term</em></dt>\n<dd>Tight.</dd>\n<dt>Other</dt>\n' +
      '<dd>\n<p>First.</p>\n<p>Second.</p>\n</dd>\n</dl>',
  )
})
