/** The output of code cells, which are not run. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('is marked as missing', async () => {
  const html = await bodyHtml('```{python}\n#| label: fig-x\n#| fig-cap: A plot\nplot()\n```')
  expect(html).toContain('<p class="not-run"><mark class="problem">Code not run: python, fig-x</mark></p>')
  expect(html).toContain('A plot</figcaption>')
})
