/** Tables that are cut between their rows, and rows that are cut between their lines. */
import { describe, expect, it } from 'vitest'
import { cutTables } from '../../../pipeline/typeset/hands/cut-tables.ts'
import { rowCutter } from '../../../pipeline/typeset/hands/row-cutter.ts'
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
    { x: 10, y: 100, from: 0, end: 1, heights: [30] },
    { x: 200, y: 50, from: 1, end: 2, heights: [40] },
  ],
}

it('places each row inside its own table', async () => {
  const page = await fill(css + html)
  await runHand(page, cutTables, { tableCutter, rowCutter }, [cut])
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
  await runHand(page, cutTables, { tableCutter, rowCutter }, [cut])
  expect(await attributesOf(page, '.again', 'aria-hidden')).toEqual(['true'])
  const again = await htmlIn(page, '.again')
  expect(again.replace(/<[^>]+>/g, '')).toBe('Table 1 (continued)H')
  expect(await attributesOf(page, '#h', 'id')).toEqual(['h'])
})

describe('a row that is cut', () => {
  const words = ['one', 'two', 'th\u00ADree', 'four'].join('<br>')
  const tall = `<style>td { font-size: 5px; line-height: 10px; padding: 0; vertical-align: top } table { border-spacing: 0 }</style>
    <div class="strip"><table data-block="1" style="width: 100px"><tbody>
    <tr id="r"><td>${words}<div id="d">five <b id="b">six<br>seven</b></div></td><td id="s">short</td></tr></tbody></table></div>`
  const parts = [
    { x: 0, y: 0, from: 0, end: 1, stop: 30, heights: [30] },
    { x: 200, y: 0, from: 0, end: 1, start: 30, stop: 50, heights: [20] },
    { x: 300, y: 0, from: 0, end: 1, start: 50, heights: [10] },
  ]

  async function cutRow(html = tall, rowParts = parts) {
    const page = await fill(html)
    await runHand(page, cutTables, { tableCutter, rowCutter }, [{ id: 1, parts: rowParts }])
    return page
  }

  it('becomes a row for each part, with the lines of each cell in order', async () => {
    const page = await cutRow()
    const text = (html: string) =>
      html
        .replace(/<br>/g, ' ')
        .replace(/<\/td>/g, '|')
        .replace(/<[^>]+>/g, '')
    const rows = await Promise.all([1, 2, 3].map(at => htmlIn(page, `tr:nth-child(${at})`)))
    expect(rows.map(text)).toEqual(['one two th\u00ADree |short|', 'fourfive six ||', 'seven||'])
    const places = await attributesOf(page, 'tr', 'style')
    expect(places.map(style => /left: (\d+)px/.exec(style ?? '')?.[1])).toEqual(['0', '200', '300'])
  })

  it('keeps each id once', async () => {
    const page = await cutRow()
    for (const id of ['r', 'd', 'b', 's']) expect(await attributesOf(page, `#${id}`, 'id')).toEqual([id])
  })

  it('has a hyphen where it divides a word', async () => {
    const cell = '<td style="width: 1px">aa bb cc divi\u00ADded</td>'
    const html = tall.replace(/<td>.*<\/td>/s, cell).replace(/<table .*?>/, '<table data-block="1">')
    const page = await cutRow(html, [
      { x: 0, y: 0, from: 0, end: 1, stop: 40, heights: [40] },
      { x: 200, y: 0, from: 0, end: 1, start: 40, heights: [10] },
    ])
    expect(await htmlIn(page, 'tr:nth-child(1) td')).toBe('aa bb cc divi\u00AD<span class="divided"></span>')
    expect(await htmlIn(page, 'tr:nth-child(2) td')).toBe('ded')
  })
})
