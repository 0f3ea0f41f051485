/** Figures and tables after the text, with a paragraph at their place. */
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import { moveFloatsToEnd } from '../../../pipeline/typeset/sheet/floats-at-end.ts'

const floats = {
  placement: 'end',
  order: ['tables', 'figures'],
  'page-each': true,
  callout: '[{label} about here]',
} as const
const labels: Readonly<Record<string, string>> = { f: 'Figure 1', t: 'Table 1' }

function moved(html: string, over: Partial<Parameters<typeof moveFloatsToEnd>[1]['floats']> = {}) {
  const tree = moveFloatsToEnd(fromHtml(html, { fragment: true }), {
    floats: { ...floats, order: [...floats.order], ...over },
    labelOf: id => labels[id],
  })
  return toHtml(tree)
}
const figure = (id: string, rest = '') => `<figure id="${id}" class="figure"${rest}></figure>`
const table = (id: string, rest = '') => `<figure id="${id}" class="table"${rest}></figure>`
const callout = (label: string) => `<p class="float-callout">[${label} about here]</p>`
const alone = ' data-placement="end-alone" data-span="page"'

it.each([
  ['<div class="text"><p>a</p></div>', '<div class="text"><p>a</p></div>'],
  [
    `<div class="text"><p>a</p>${figure('f')}<p>b</p></div>`,
    `<div class="text"><p>a</p>${callout('Figure 1')}<p>b</p>${figure('f', alone)}</div>`,
  ],
  [
    `<div class="text">${figure('f')}<ul><li>${table('t')}</li></ul></div><footer></footer>`,
    `<div class="text">${callout('Figure 1')}<ul><li>${callout('Table 1')}</li></ul>${table('t', alone)}${figure('f', alone)}</div><footer></footer>`,
  ],
  [`<main>${figure('unnumbered')}<p>a</p></main>`, `<main><p>a</p></main>${figure('unnumbered', alone)}`],
  [`<div class="layout-row">${figure('f')}</div>`, `<div class="layout-row">${figure('f')}</div>`],
  [figure('f', ' data-place="margin"'), figure('f', ' data-place="margin"')],
])('%s', (html, expected) => {
  expect(moved(html)).toBe(expected)
})

it('follows the settings of the journal', () => {
  const html = `<p>a</p>${figure('f')}${table('t')}`
  expect(moved(html, { placement: 'text' })).toBe(html)
  const shared = ' data-placement="end" data-span="page"'
  expect(moved(html, { order: ['figures', 'tables'], 'page-each': false, callout: '' })).toBe(
    `<p>a</p>${figure('f', shared)}${table('t', shared)}`,
  )
})
