/** A title block that is higher than its page. */
import { expect, it } from 'vitest'
import { fitTitleBlock } from '../../../pipeline/typeset/hands/fit-title-block.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { htmlIn, pageFiller } from './open-page.ts'

const fill = pageFiller()

const limits = { columnWidth: 100, areaWidth: 210, areaHeight: 300, baseline: 10 }
const high = (tag: string, height: number, words: string) =>
  `<${tag} style="height: ${height}px">${words}</${tag}>`
const plain = (html: string) => html.replace(/ style="[^"]*"/g, '')

async function fitted(...parts: readonly string[]) {
  const css = '<style>* { margin: 0 }</style>'
  const page = await fill(
    `${css}<article><header data-span="page">${parts.join('')}</header><div class="text"><p>Text</p></div></article>`,
  )
  await runHand(page, fitTitleBlock, limits)
  return { title: plain(await htmlIn(page, 'header')), text: plain(await htmlIn(page, '.text')) }
}

it('keeps a title block that fits', async () => {
  const { title, text } = await fitted(high('h1', 100, 'T'), high('p', 200, 'A'))
  expect(title).toBe('<h1>T</h1><p>A</p>')
  expect(text).toBe('<p>Text</p>')
})

it('begins the text with what does not fit, in its own boxes and with its heading', async () => {
  const abstract = `<section>${high('h2', 20, 'Abstract')}${high('p', 150, 'A')}</section>`
  const { title, text } = await fitted(
    high('h1', 100, 'T'),
    high('p', 50, 'Authors'),
    `<div class="summary" id="s">${abstract}${high('p', 20, 'K')}</div>`,
  )
  expect(title).toBe('<h1>T</h1><p>Authors</p>')
  expect(text).toBe(
    '<div class="summary"><section><h2>Abstract</h2><p>A</p></section><p>K</p></div><p>Text</p>',
  )
})

it('makes lines of text of affiliations that are on lines of their own', async () => {
  const line = (words: string) =>
    `<span style="display: block; font-size: 10px; height: 100px">${words}</span>`
  const name = '<span style="display: inline-block; font-size: 9px">N</span>'
  const { title, text } = await fitted(
    high('h1', 150, 'T'),
    `<p style="font-size: 0">${line('A')}, ${line('B')}, ${line(`C ${name}`)}</p>`,
  )
  expect(title).toBe('<h1>T</h1><p><span>A</span>, </p>')
  expect(text).toBe('<p><span>B</span><span>C <span>N</span></span></p><p>Text</p>')
})

it('keeps a first part that is itself higher than the page', async () => {
  expect((await fitted(high('h1', 400, 'T'))).title).toBe('<h1>T</h1>')
})
