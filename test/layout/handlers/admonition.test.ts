/** Admonitions: class, head and number of the box. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it("has its kind, the author's classes and a head in its first paragraph", async () => {
  const html = await bodyHtml(':::{note} Mind *this*\n:class: quiet card\nText.\n:::')
  expect(html).toContain('<div class="admonition admonition-note quiet own-card"')
  expect(html).toContain('<p><span class="admonition-label">Note: Mind <em>this</em>.</span> Text.</p>')
})

it('has a paragraph for its head before other blocks', async () => {
  const html = await bodyHtml(':::{warning}\n- a\n:::')
  expect(html).toContain('<p class="head"><span class="admonition-label">Warning.</span></p>\n<ul>')
})

it('is numbered if references can name it', async () => {
  const html = await bodyHtml('::: {#nte-a .callout-note}\n## What?\nText.\n:::\n\nSee @nte-a.')
  expect(html).toContain('id="nte-a" role="note"')
  expect(html.replaceAll('\u00A0', '~')).toContain(
    '<span class="admonition-label">Note~1: What?</span> Text.',
  )
})
