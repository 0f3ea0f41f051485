/** Tables that are cut between their rows. */
import { expect, it } from 'vitest'
import { cutTables } from '../../../pipeline/typeset/hands/cut-tables.ts'
import { tableCutter } from '../../../pipeline/typeset/hands/table-cutter.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, htmlIn, pageFiller } from './open-page.ts'

const fill = pageFiller()

const row = (height: number, cell: string) => `<tr style="height: ${height}px"><td>${cell}</td></tr>`
const html = `<div class="strip"><figure data-block="2" class="table" data-continued="Table 1 (continued)" style="width: 100px">
  <figcaption style="height: 20px; line-height: 20px">Table 1</figcaption>
  <table style="border-collapse: collapse; width: 100px"><thead>${row(10, '<b id="h">H</b>')}</thead>
  <tbody>${row(30, 'a')}${row(40, 'b')}</tbody></table></figure></div>`
const css = '<style>td { font-size: 5px; line-height: 5px }</style>'
const cut = {
  id: 2,
  parts: [
    { x: 10, y: 100, from: 0, end: 1 },
    { x: 200, y: 50, from: 1, end: 2 },
  ],
}

it('places each row inside its own table', async () => {
  const page = await fill(css + html)
  await runHand(page, cutTables, tableCutter, [cut])
  const places = (await attributesOf(page, '[data-block] tr', 'style')).map(
    style => /left: [\d.]+px; top: [\d.]+px; width: [\d.]+px; height: [\d.]+px/.exec(style ?? '')?.[0],
  )
  expect(places).toEqual([
    'left: 10px; top: 120px; width: 100px; height: 10px',
    'left: 10px; top: 130px; width: 100px; height: 30px',
    'left: 200px; top: 80px; width: 100px; height: 40px',
  ])
})

it('repeats caption and head above a further part, without ids and for the eye alone', async () => {
  const page = await fill(css + html)
  await runHand(page, cutTables, tableCutter, [cut])
  expect(await attributesOf(page, '.again', 'aria-hidden')).toEqual(['true'])
  const again = await htmlIn(page, '.again')
  expect(again.replace(/<[^>]+>/g, '')).toBe('Table 1 (continued)H')
  expect(await attributesOf(page, '#h', 'id')).toEqual(['h'])
})
