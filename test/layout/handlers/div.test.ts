/** Blocks and spans with attributes. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('keeps id, classes and language of a block', async () => {
  const html = await bodyHtml('::: {#box .quiet .card lang=de}\nText.\n:::')
  expect(html).toBe('<div lang="de" dir="ltr" id="box" class="quiet own-card">\n<p>Text.</p>\n</div>')
})

it.each([
  ['[x]{.quiet lang=he}', '<span lang="he" dir="rtl" class="quiet">x</span>'],
  ['[Ctrl]{.kbd}', '<kbd class="kbd">Ctrl</kbd>'],
  ['[W]{.abbr title=World}', '<abbr class="abbr" title="World">W</abbr>'],
  ['[x]{.quiet title=World}', '<span class="quiet">x</span>'],
])('a span: %s', async (source, expected) => {
  expect(await bodyHtml(source)).toBe(`<p>${expected}</p>`)
})

it.each([
  ['::: {.panel-tabset}\n## Wages\n\n| a |\n|---|\n| 1 |\n\n: Wages. {#tbl-a}\n:::'],
  ['::::{tab-set}\n:::{tab-item} Wages\n| a |\n|---|\n| 1 |\n\n: Wages. {#tbl-a}\n:::\n::::'],
])('tables stay below the title of their tab: %s', async source => {
  expect(await bodyHtml(source)).toMatch(/<strong>Wages<\/strong>.*<figure[^>]*data-placement="here"/s)
})
