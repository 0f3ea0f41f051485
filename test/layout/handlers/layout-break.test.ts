/** Forced breaks of pages and columns. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it.each([
  ['\\newpage', 'page'],
  ['{{< pagebreak >}}', 'page'],
  ['\\columnbreak', 'column'],
])('%s', async (source, kind) => {
  expect(await bodyHtml(`A\n\n${source}\n\nB`)).toBe(
    `<p>A</p>\n<div class="layout-break" data-break="${kind}"></div>\n<p>B</p>`,
  )
})
