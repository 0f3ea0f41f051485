/** Inline and display formulas. */
import { expect, it } from 'vitest'
import { bodyHtml, nodeHtml } from '../body-html.ts'

it('is MathML in a span', async () => {
  expect(await bodyHtml('In $x$.')).toMatch(
    /^<p>In <span class="formula"><math [^>]*><mi>x<\/mi><\/math><\/span>\./,
  )
})

it('has its number if it is displayed and numbered', async () => {
  const html = await bodyHtml('$$y$$ {#eq:y}')
  expect(html).toMatch(/^<span id="eq-y" class="equation"><math display="block"/)
  expect(html).toMatch(/<\/math><span class="equation-number">\(1\)<\/span><\/span>$/)
  expect(await bodyHtml('$$y$$')).not.toContain('equation-number')
})

it('shows its TeX if it was not resolved', async () => {
  const html = await nodeHtml({ type: 'paragraph', children: [{ type: 'inlineMath', value: 'x^2' }] })
  expect(html).toBe('<p><span class="formula"><code>x^2</code></span></p>')
})
