/** Sections that the page names get ids, but never twice the same, and none in place of another. */
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { expect, it } from 'vitest'
import { withSectionIds } from '../../../pipeline/render/web/section-ids.ts'

it.each([
  ['a declaration', h('section.declaration.funding'), 'offprint-funding'],
  ['the notes', h('section.notes'), 'offprint-notes'],
  ['one with an id', h('section#own.notes'), 'own'],
  ['another section', h('section.abstract'), undefined],
  ['another element', h('div.notes'), undefined],
])('%s', (_, section, id) => {
  const [changed] = withSectionIds([section])
  expect(changed?.type === 'element' && changed.properties.id).toBe(id)
})

it('are unique', () => {
  const sections = [h('section.declaration.funding'), h('section.declaration.funding')]
  expect(withSectionIds(sections).map(node => toHtml(node))).toEqual([
    '<section id="offprint-funding" class="declaration funding"></section>',
    '<section class="declaration funding"></section>',
  ])
})
