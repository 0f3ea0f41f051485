/** Source text that is not interpreted. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('is code in a line of text', async () => {
  expect(await bodyHtml('A {foo}`bar`.')).toBe('<p>A <code class="unread">{foo}`bar`</code>.</p>')
})

it('is a block of code as a block', async () => {
  expect(await bodyHtml(':::{unknown}\n*Text*\n:::')).toBe(
    '<pre class="unread"><code class="unread">:::{unknown}\n*Text*\n:::</code></pre>',
  )
})
