/** A journal's template with the parts of an article in its slots. */
import type { ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { h } from 'hastscript'
import { expect, it } from 'vitest'
import { fillTemplate, type Slots } from '../../pipeline/layout/template.ts'
import { toHtml } from './to-html.ts'

const slots: Slots = {
  title: [h('h1', 'Mud')],
  keywords: [
    h('p', { className: ['keywords'] }, [h('span', { className: ['label'] }, 'Keywords'), ' ', 'mud']),
  ],
  doi: [h('p', { className: ['doi'] }, 'https://doi.org/10.1234/mud')],
}

function filled(html: string): string {
  const { children } = fillTemplate(fromHtml(html, { fragment: true }), slots)
  return toHtml(children.filter((child): child is ElementContent => child.type !== 'doctype'))
}

it('slots are replaced, and an element with empty slots alone is removed', () => {
  const html = '<header><slot name="title"></slot></header><div><slot name="license"></slot></div>'
  expect(filled(html)).toBe('<header><h1>Mud</h1></header>')
})

it('a break of the page goes with the slots beside it', () => {
  const breaks = '<div class="layout-break" data-break="page"></div>'
  const html = `<div><slot name="abstract"></slot>${breaks}</div><div>${breaks}<slot name="title"></slot></div>`
  expect(filled(html)).toBe(`<div>${breaks}<h1>Mud</h1></div>`)
})

it('a label above its part is a paragraph of its own; a part without a label stays as it is', () => {
  const html = '<slot name="keywords" data-label="above"></slot><slot name="doi" data-label="above"></slot>'
  expect(filled(html)).toBe(
    '<div class="keywords"><p class="label">Keywords</p><p>mud</p></div><p class="doi">https://doi.org/10.1234/mud</p>',
  )
})
