/** Tables that are too wide for their column. */
import { expect, it } from 'vitest'
import { fitTables } from '../../../pipeline/typeset/hands/fit-tables.ts'
import { tableFramer } from '../../../pipeline/typeset/hands/table-framer.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, htmlIn, pageFiller } from './open-page.ts'

const fill = pageFiller()

const limits = { columnWidth: 100, areaWidth: 210, areaHeight: 300, baseline: 10 }
const css = `<style>
  figure { width: 100px } figure[data-span=page] { width: 210px } figure[data-orientation=landscape] { width: 300px }
  table { border-spacing: 0; font-size: 10px } .has-divided-words td { overflow-wrap: anywhere } td span { display: inline-block; height: 5px }
</style>`
const table = (width: string) => `<table><tr><td><span style="width: ${width}"></span></td></tr></table>`
const figure = (width: string) => `<figure data-span="column" data-source="3">${table(width)}</figure>`

it('moves a table across the page or onto a turned page', async () => {
  const page = await fill(css + figure('90px') + figure('150px') + figure('280px'))
  expect(await runHand(page, fitTables, tableFramer, limits)).toEqual([])
  expect(await attributesOf(page, 'figure', 'data-span')).toEqual(['column', 'page', 'page'])
  expect(await attributesOf(page, 'figure', 'data-orientation')).toEqual([null, null, 'landscape'])
})

it('sets a table that is held in the text smaller', async () => {
  const page = await fill(
    `${css}<blockquote style="width: 100px" data-source="4">${table('12.5em')}</blockquote>`,
  )
  expect(await runHand(page, fitTables, tableFramer, limits)).toEqual([
    { source: 4, kind: 'table', outcome: 'scaled', ratio: expect.closeTo(0.8, 1) },
  ])
  expect(await attributesOf(page, 'table', 'class')).toEqual(['is-tight'])
})

const words = (...cells: readonly string[]) =>
  `<table style="font: 10px monospace"><tbody><tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr></tbody></table>`
/** The parts of the text, in order, with the figures around them in brackets. */
const order = async (page: Parameters<typeof htmlIn>[0]) =>
  (await htmlIn(page, '.text'))
    .replace(/<figure[^>]*>/g, '[')
    .replaceAll('</figure>', ']')
    .replace(/<p>.*?(\d+).*?<\/p>/g, '$1')
    .replace(/<table.*?<\/table>/g, 't')

it('moves a table without a caption across the page, with a paragraph that names it', async () => {
  const wide = words('internationalisation', 'internationalisation')
  const name = (text: string) => `<p>${text}</p>`
  const bold = (number: number) => name(`<strong>Ta\u00ADble ${number}: Wages</strong>`)
  const text = (content: string) => `${css}<div class="text" style="width: 100px">${content}</div>`
  const page = await fill(text(wide + bold(1) + words('a') + bold(2) + wide + bold(3) + name('In 1998')))
  expect(await runHand(page, fitTables, tableFramer, limits)).toEqual([])
  expect(await order(page)).toBe('[t1]t2[t3]1998')
  expect(await attributesOf(page, 'figure', 'data-span')).toEqual(['page', 'page'])
  const before = await fill(text(bold(1) + wide + bold(2) + wide + name('<strong>Table 3</strong>')))
  await runHand(before, fitTables, tableFramer, limits)
  expect(await order(before)).toBe('[1t][2t]3')
})

it('leaves a table without a caption where it is if the page has one column', async () => {
  const page = await fill(
    `${css}<div class="text" style="width: 100px">${words('internationalisation')}</div>`,
  )
  await runHand(page, fitTables, tableFramer, { ...limits, areaWidth: 100 })
  expect(await order(page)).toBe('t')
})

it('moves a table across the page if a column of words would be one word wide', async () => {
  const number = '<span style="display: inline-block; width: 60px"></span>'
  const figures = ['the first station in the north', 'north'].map(
    first => `<figure class="table" data-span="column">${words(first, number)}</figure>`,
  )
  const page = await fill(css + figures.join(''))
  await runHand(page, fitTables, tableFramer, limits)
  expect(await attributesOf(page, 'figure', 'data-span')).toEqual(['page', 'column'])
})

const divisible = 'in\u00ADter\u00ADna\u00ADtion\u00ADal\u00ADi\u00ADsa\u00ADtion\u00ADal\u00ADly'

it('divides words only if a table does not fit across the page', async () => {
  const page = await fill(
    `${css}<figure data-span="column">${words(divisible)}</figure><figure class="b" data-span="column">${words(divisible, divisible, divisible)}</figure>`,
  )
  expect(await runHand(page, fitTables, tableFramer, limits)).toEqual([])
  expect(await attributesOf(page, 'figure', 'data-span')).toEqual(['page', 'page'])
  expect((await htmlIn(page, 'figure')).includes('\u00AD')).toBe(false)
  expect((await htmlIn(page, '.b')).includes('\u00AD')).toBe(true)
})

it('makes the letters smaller and divides words anywhere, but never a number', async () => {
  const number = '\u2212120,797,384.55\u00A0kg'
  const page = await fill(
    `${css}<figure data-span="column" data-source="3">${words(number, 'x'.repeat(60), number, 'a b')}</figure>`,
  )
  expect(await runHand(page, fitTables, tableFramer, limits)).toEqual([
    { source: 3, kind: 'table', outcome: 'overflows', ratio: 0.7 },
  ])
  expect(await attributesOf(page, 'table', 'class')).toEqual(['is-tight has-divided-heads has-divided-words'])
  const isKept = await page.run(() =>
    Array.from(
      document.querySelectorAll('td'),
      cell => cell.querySelector('span')?.getClientRects().length ?? 0,
    ),
  )
  expect(isKept).toEqual([1, 0, 1, 0])
})
