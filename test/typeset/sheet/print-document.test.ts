/** Run-in headings in the print document: they begin the paragraph that follows them. */
import { h } from 'hastscript'
import { expect, test } from 'vitest'
import { printDocument } from '../../../pipeline/typeset/sheet/print-document.ts'

test('a run-in heading before another heading is a paragraph by itself', async () => {
  const root = h(null, [
    h('main', [
      h('h4', { className: ['run-in'] }, 'Third'),
      h('h5', { className: ['run-in'] }, 'Fourth'),
      h('p', 'Text.'),
    ]),
  ])
  const { html } = printDocument({ root, language: 'en' })
  expect(html.replace(/\u00AD/g, '')).toMatch(
    /<p[^>]*><span class="run-in" role="heading" aria-level="4">Third<\/span><\/p>\s*<p[^>]*><span class="run-in" role="heading" aria-level="5">Fourth<\/span> Text\.<\/p>/,
  )
})
