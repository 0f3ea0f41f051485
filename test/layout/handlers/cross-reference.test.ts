/** Cross-references: links to targets, places for page numbers, and problems. */
import { expect, it } from 'vitest'
import { bodyHtml, drawing } from '../body-html.ts'

const figure = '![A](a.svg){#fig:a}\n\n'
const files = { 'a.svg': drawing }

it('is a link in the words of the journal', async () => {
  const html = await bodyHtml(`${figure}See @fig:a.`, { files })
  expect(html.replaceAll('\u00A0', ' ')).toContain(
    'See <span class="cross-references"><a href="#fig-a" class="cross-reference">Fig. 1</a></span>.',
  )
})

it('names the target whose page it asks for', async () => {
  const html = await bodyHtml(`${figure}On page \\pageref{fig:a}.`, { files })
  expect(html).toContain('<a href="#fig-a" class="page-reference" data-page-of="fig-a">')
})

it('without a target is a visible problem', async () => {
  expect(await bodyHtml('See @fig:b.')).toContain('See <mark class="problem">@fig:b</mark>.')
})
