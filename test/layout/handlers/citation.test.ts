/** Citations in the text: the links of the style and the words of the author. */
import { expect, it } from 'vitest'
import { bodyHtml, cited, nodeHtml } from '../body-html.ts'

it('has an id to come back to and links to the works', async () => {
  expect(await bodyHtml('As [@c] says.', cited)).toContain(
    '<span id="citation-1" class="citation">[<a href="#ref-c" class="citation-link">1</a>]</span> says.',
  )
})

it('keeps the markup of the words around the works', async () => {
  const html = await bodyHtml('Known [see *really* @c, p. 3].', cited)
  expect(html).toContain('see <em>really</em> [<a href="#ref-c"')
  expect(html).not.toContain('data-child')
})

it('shows its source if it was not resolved', async () => {
  const html = await nodeHtml({
    type: 'paragraph',
    children: [{ type: 'citation', source: '[@x]', mode: 'parenthetical', items: [] }],
  })
  expect(html).toBe('<p><span id="" class="citation">[@x]</span></p>')
})
