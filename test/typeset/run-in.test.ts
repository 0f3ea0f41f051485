/** Headings that begin a paragraph, in the document that is printed. */
import { h } from 'hastscript'
import { expect, test } from 'vitest'
import { printDocument } from '../../pipeline/typeset/sheet/print-document.ts'

test('a heading that another one follows stands alone', async () => {
  const root = h(null, [
    h('main', [
      h('h4', { className: ['run-in'] }, 'Third'),
      h('h5', { className: ['run-in'] }, 'Fourth'),
      h('p', 'Text.'),
    ]),
  ])
  const { html } = await printDocument({ root, language: 'en' })
  expect(html.replace(/\u00AD/g, '')).toMatch(
    /<p[^>]*><span class="run-in" role="heading" aria-level="4">Third<\/span><\/p>\s*<p[^>]*><span class="run-in" role="heading" aria-level="5">Fourth<\/span> Text\.<\/p>/,
  )
})
