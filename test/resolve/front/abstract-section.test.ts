/** An abstract that is a section of the text. */
import { expect, it } from 'vitest'
import { withFrontMatter } from './with-front-matter.ts'

it('takes the abstract from the first section of the text', async () => {
  const { html } = await withFrontMatter(
    'lang: en',
    '# Abstract\n\nIn short.\n\n# Introduction\n\nAt length.',
  )
  expect(html).toMatch(/<section class="abstract"><h2[^>]*>Abstract<\/h2>\s*<p>In short.<\/p>/)
  expect(html.match(/In short/g)).toHaveLength(1)
})
