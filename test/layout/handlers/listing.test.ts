/** Code with a caption. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('is a figure with the caption first that stays in its place', async () => {
  const html = await bodyHtml('```{code-block} python\n:caption: A *loop*\n:name: lst:a\nx = 1\n```')
  expect(html.replaceAll('\u00A0', ' ')).toBe(
    '<figure id="lst-a" class="listing" data-placement="here"><figcaption>' +
      '<span class="label">Listing 1.</span> A <em>loop</em></figcaption>' +
      '<pre><code class="language-python">x = 1\n</code></pre></figure>',
  )
})
