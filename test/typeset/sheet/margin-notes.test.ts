/** Words of the margin become blocks after their paragraph. */
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import { moveMarginNotes } from '../../../pipeline/typeset/sheet/margin-notes.ts'

const moved = (html: string) =>
  toHtml(
    moveMarginNotes(fromHtml(html, { fragment: true }), node =>
      node.type === 'element' ? /^(span|em|b)$/.test(node.tagName) : node.type === 'text',
    ),
  )
const note = (words: string, number?: number) => {
  const mark = number === undefined ? '' : ` data-margin-note="${number}"`
  return number === undefined
    ? `<span data-place="margin">${words}</span>`
    : `<div data-place="margin"${mark}>${words}</div>`
}
const mark = (number: number) => `<span data-margin-mark="${number}"></span>`

it.each([
  ['<p>a b</p>', '<p>a b</p>'],
  [`<p>a ${note('n')} b</p>`, `<p>a ${mark(1)} b</p>${note('n', 1)}`],
  [`<p>a ${note('n')}.</p>`, `<p>a${mark(1)}.</p>${note('n', 1)}`],
  [`<p>a <em>b ${note('n')}</em></p>`, `<p>a <em>b${mark(1)}</em></p>${note('n', 1)}`],
  [
    `<p>a ${note('m')}</p><p>b ${note('n <b>o</b>')}</p>`,
    `<p>a${mark(1)}</p>${note('m', 1)}<p>b${mark(2)}</p>${note('n <b>o</b>', 2)}`,
  ],
  [`<ul><li>a ${note('n')} c</li></ul>`, `<ul><li>a ${mark(1)} c${note('n', 1)}</li></ul>`],
  [`<figure><p>a ${note('n')}</p></figure>`, '<figure><p>a <span>n</span></p></figure>'],
  ['<div data-place="margin">a</div>', '<div data-place="margin">a</div>'],
  [
    '<div class="layout-row"><div data-place="margin">a</div></div>',
    '<div class="layout-row"><div>a</div></div>',
  ],
])('%s', (html, expected) => {
  expect(moved(html)).toBe(expected)
})
