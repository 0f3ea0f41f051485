/** Code as HTML. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('is one text if its lines have no wishes', async () => {
  expect(await bodyHtml('```r\na\n\nb\n```')).toContain('<pre><code class="language-r">a\n\nb\n</code></pre>')
})

it('has an element for each numbered line, which CSS counts', async () => {
  const html = await bodyHtml('```{.r .numberLines startFrom="9"}\na\n\nb\n```')
  expect(html).toContain(
    '<pre class="is-numbered" style="counter-reset: code-line 8; --digits: 2"><code class="language-r"><span class="code-line">a</span>\n<span class="code-line"></span>\n<span class="code-line">b</span>\n</code></pre>',
  )
})

it('marks lines that stand out', async () => {
  const html = await bodyHtml('```{.r code-line-numbers="2"}\na\nb\n```')
  expect(html).toContain('<span class="code-line">a</span>\n<span class="code-line is-emphasized">b</span>')
})
