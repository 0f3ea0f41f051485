/** The galley: what is a paragraph, a box, a float, a note or a break. */
import { expect, it } from 'vitest'
import { boxReader } from '../../../pipeline/typeset/hands/box-reader.ts'
import { readGalley } from '../../../pipeline/typeset/hands/read-galley.ts'
import { tableRows } from '../../../pipeline/typeset/hands/table-rows.ts'
import { textReader } from '../../../pipeline/typeset/hands/text-reader.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, pageFiller } from './open-page.ts'

const fill = pageFiller()

const readers = { boxReader, textReader, tableRows }
const css = `<style>
  .strip { width: 200px; line-height: 20px; position: relative }
  h2, table { height: 30px } .note { position: absolute } .piece, .equation { display: block }
</style>`
const read = async (html: string, columnHeight = 1000) => {
  const page = await fill(`${css}<div class="strip">${html}</div>`)
  return { page, galley: await runHand(page, readGalley, readers, columnHeight) }
}

it('reads blocks in order, with the white space above them', async () => {
  const { galley } = await read(
    '<section data-source="3"><h2 id="one">One</h2><p style="margin-top: 8px">a</p><div data-break="page"></div><p>b</p></section>',
  )
  expect(galley.blocks).toMatchObject([
    { type: 'box', id: 0, source: 3, gap: 0, height: 30, keepsWithNext: true, heading: 'One' },
    { type: 'text', id: 1, source: 3, gap: 8, text: 'a', lineHeight: 20, isStart: true, isEnd: true },
    { type: 'break', id: 2, kind: 'page' },
    { type: 'text', id: 3, gap: 0, text: 'b' },
  ])
  expect(galley.ids).toEqual([{ id: 'one', block: 0 }])
})

it('reads the pieces of a paragraph around a display equation', async () => {
  const { galley } = await read(
    '<p><span class="piece">a</span><span class="equation">x</span><span class="piece">b</span></p>',
  )
  expect(galley.blocks).toMatchObject([
    { type: 'text', text: 'a', isStart: true, isEnd: false },
    { type: 'box', keepsWithPrevious: true },
    { type: 'text', text: 'b', isStart: false, isEnd: true },
  ])
})

it('takes figures and tables longer than a column out of the flow', async () => {
  const here = '<figure data-placement="here">c</figure>'
  const html = `<p>a</p><figure id="f" data-placement="top" data-span="page">b</figure>${here}<table></table>`
  const { galley } = await read(html, 20)
  expect(galley.blocks.map(({ type }) => type)).toEqual(['text', 'box'])
  expect(galley.floats).toMatchObject([
    { target: 'f', span: 'page', placement: 'top', after: 1, isTable: false },
    { span: 'column', after: 2, isTable: true },
  ])
})

it('reads notes apart from the text, and the marks that lead to them', async () => {
  const { galley, page } = await read(
    '<p>a<sup class="note-mark"><a id="m" href="#note-1">1</a></sup> <a href="#one">b</a></p><div class="note" data-note="note-1"><p>Of it.</p></div>',
  )
  expect(galley.blocks).toMatchObject([
    { text: 'a1 b', marks: [{ at: 1, target: 'note-1' }], links: [{ at: 3, target: 'one' }] },
  ])
  expect(galley.notes).toMatchObject([{ target: 'note-1', blocks: [{ type: 'text', text: 'Of it.' }] }])
  expect(await attributesOf(page, '[data-block]', 'data-block')).toEqual(['0', '2', '1'])
})
