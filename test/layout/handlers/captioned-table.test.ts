/** A table with its caption and its wishes for the page maker. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('is a figure with the caption first', async () => {
  const html = await bodyHtml('| a |\n|---|\n| b |\n\n: Values, *all* {#tbl:x width=50% credit="Jane Doe"}')
  expect(html.replaceAll('\u00A0', ' ')).toContain(
    '<figure id="tbl-x" class="table" data-continued="Table 1 (continued)." data-span="column"><figcaption>' +
      '<span class="label">Table 1.</span> Values, <em>all</em> <span class="credit">Source: Jane Doe.</span>' +
      '</figcaption><table style="width: 50%">',
  )
})
