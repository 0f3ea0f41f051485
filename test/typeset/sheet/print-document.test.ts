/** The print document: run-in headings begin the paragraph that follows them; parts of entries are joined. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { describe, expect, test } from 'vitest'
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

describe('the parts of an entry', () => {
  const entry = (title: string, properties = {}) =>
    h('p', { className: ['reference'] }, [
      h('span', { dataVariable: 'author' }, 'Rao'),
      ', ',
      h('span', { dataVariable: 'title', ...properties }, title),
    ])
  const printed = (element: Element, language = 'en') =>
    printDocument({ root: h(null, [h('main', [element])]), language }).html.replace(/\u00AD/g, '')

  test('are joined with the text around them', () => {
    expect(printed(entry('Wells'))).toContain('>Rao, Wells</p>')
  })

  test('stay apart where they say more than which part they are', () => {
    expect(printed(entry('Brunnen', { lang: 'de' }))).toContain(
      '>Rao, <span data-variable="title" lang="de">Brunnen</span></p>',
    )
  })

  test('stay apart beside letters that run from right to left', () => {
    expect(printed(entry('مضخات'))).toContain('<span data-variable="author">Rao</span>, ')
    expect(printed(entry('Wells'), 'he')).toContain('<span data-variable="author">Rao</span>, ')
  })

  test('elsewhere stay as they are', () => {
    expect(printed(h('p', [h('span', { dataVariable: 'title' }, 'Wells')]))).toContain('data-variable')
  })
})

test('the room of note marks is that of the longest', () => {
  const note = (mark: string) =>
    h('div', { id: `n${mark}`, className: ['note'] }, [h('a', { href: '#m' }, mark), h('p', 'Text.')])
  const html = (marks: readonly string[]) =>
    printDocument({
      root: h(null, [h('section', { className: ['notes'] }, marks.map(note))]),
      language: 'en',
    }).html
  expect(html(['1', '12', '3'])).toContain('--note-mark-characters: 2')
  expect(html([])).toContain('--note-mark-characters: 1')
})

test('labels stay with their numbers where the browser breaks the lines', () => {
  const html = (element: Element) =>
    printDocument({ root: h(null, [element]), language: 'en' })
      .html.replace(/\u00AD/g, '')
      .replace(/&#xA0;|&nbsp;/g, '\u00A0')
  expect(html(h('figure', [h('figcaption', 'As Table 2')]))).toContain('As Table\u00A02')
  expect(html(h('h2', 'On Table 2'))).toContain('On Table\u00A02')
  expect(html(h('p', 'As Table 2'))).toContain('Table 2')
})
