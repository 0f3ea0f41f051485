/** Links with and without an address. */
import { expect, it } from 'vitest'
import { bodyHtml, nodeHtml } from '../body-html.ts'

it('keeps its address and title', async () => {
  expect(await bodyHtml('A [*text*](https://example.org "T").')).toBe(
    '<p>A <a href="https://example.org" title="T"><em>text</em></a>.</p>',
  )
})

it('is plain text without an address', async () => {
  const children = [{ type: 'link' as const, url: '', children: [{ type: 'text' as const, value: 'here' }] }]
  expect(await nodeHtml({ type: 'paragraph', children })).toBe('<p><span>here</span></p>')
})
