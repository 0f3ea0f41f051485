/** The galley: what is a paragraph, a box, a float, a note or a break, and what the parts of each are. */
import { describe, expect, it } from 'vitest'
import type { BrowserPage } from '../../../pipeline/tools/browser/puppeteer.ts'
import { boxReader } from '../../../pipeline/typeset/hands/box-reader.ts'
import { readGalley } from '../../../pipeline/typeset/hands/read-galley.ts'
import { tableRows } from '../../../pipeline/typeset/hands/table-rows.ts'
import { textReader } from '../../../pipeline/typeset/hands/text-reader.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, htmlIn, pageFiller } from './open-page.ts'

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

it('reads the capitals that CSS asks for, by the rules of the language', async () => {
  const capitals =
    '<style>b { text-transform: uppercase } i { text-transform: none } u { text-transform: capitalize }</style>'
  const { page, galley } = await read(
    `${capitals}<p>a <b>straße <i>no</i> on</b> c</p><p lang="tr"><b>iki</b></p><p><u>it’s two\u00ADfold élan</u></p>`,
  )
  const texts = galley.blocks.map(block => (block.type === 'text' ? block.text : ''))
  expect(texts).toEqual(['a STRASSE no ON c', 'İKİ', 'It’s Two\u00ADfold Élan'])
  expect(await htmlIn(page, 'p')).toBe('a <b>STRASSE <i>no</i> ON</b> c')
})

it('reads the places of items in lists of the text, but not of references', async () => {
  const items = (texts: string) => [...texts].map(text => `<li><p>${text}</p></li>`).join('')
  const nested = `<ul><li><p>e</p><p>f</p><ul>${items('gh')}</ul></li><li><p>i</p><ul>${items('jk')}</ul></li></ul>`
  const { galley } = await read(
    `<ul>${items('abcd')}</ul>${nested}<ul>${items('l')}</ul><ol class="reference-list">${items('mn')}</ol>`,
  )
  const places = galley.blocks.map(block =>
    block.type === 'text' ? `${block.text}${block.item === undefined ? '' : ` ${block.item}`}` : '',
  )
  expect(places.join(', ')).toBe(
    'a first, b second, c, d last, e first, f, g, h, i last, j, k last, l first, m, n',
  )
})

it('keeps a title in bold with what follows', async () => {
  const texts = ['<b>Python</b>', '<b>In</b> Python', '<b>Table 2: Wages</b>', '<b>It was so.</b>']
  const { galley } = await read(texts.map(text => `<p>${text}</p>`).join(''))
  expect(galley.blocks.map(block => block.type !== 'break' && block.keepsWithNext)).toEqual([
    true,
    false,
    false,
    false,
  ])
})

it('keeps the head of a box or theorem with what follows', async () => {
  const { galley } = await read(
    '<div><p class="head"><span class="admonition-label">Tip.</span></p><p>a</p></div>' +
      '<p><span class="admonition-label">Note.</span> b</p>' +
      '<p><span class="piece"><span class="theorem-label">Theorem 1.</span> </span><span class="equation">x</span></p>',
  )
  const kept = galley.blocks.map(block => block.type === 'text' && block.keepsWithNext)
  expect(kept).toEqual([true, false, false, true, false])
})

it('reads which paragraphs are kept together, and where the imprint begins', async () => {
  const { galley } = await read(
    '<p>a</p><footer class="imprint"><p style="break-inside: avoid">b</p></footer>',
  )
  expect(galley.blocks.map(block => block.type === 'text' && block.keepsTogether === true)).toEqual([
    false,
    true,
  ])
  expect(galley.imprint).toBe(1)
  const empty = await read('<p>a</p><footer class="imprint"></footer>')
  expect(empty.galley.imprint).toBeUndefined()
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

describe('the text of a paragraph', () => {
  const ends = { isStart: true, isEnd: true }

  function readParagraph(page: BrowserPage) {
    return runHand(
      page,
      (dom, makeReader, edges) => {
        const reader = makeReader(dom, () => 7)
        const [paragraph] = dom.all('p, pre')
        if (!paragraph) throw new Error('There is no paragraph.')
        return { block: reader.readText(paragraph, edges), faces: reader.faces() }
      },
      textReader,
      ends,
    )
  }

  it('reads runs with their faces and kinds', async () => {
    const page = await fill(
      '<p style="font: 20px monospace">a <i>b</i> <a href="https://a.org">a.org</a> <code style="font: inherit">c</code></p>',
    )
    const { block, faces } = await readParagraph(page)
    expect(block).toMatchObject({ type: 'text', id: 7, text: 'a b a.org c' })
    expect(block.runs.map(({ end, style, kind }) => `${end} ${style} ${kind}`)).toEqual([
      '2 0 text',
      '3 1 text',
      '4 0 text',
      '9 0 address',
      '10 0 text',
      '11 0 code',
    ])
    expect(faces).toEqual(['normal normal 400 20px monospace', 'italic normal 400 20px monospace'])
  })

  it('reads boxes in the line and margins of elements as atoms', async () => {
    const page = await fill(
      '<p>a<span style="display: inline-block; width: 9px; margin-right: 2px" data-rise="30" data-drop="5"></span><b style="margin-left: 4px">b</b></p>',
    )
    const { block } = await readParagraph(page)
    expect(block.text).toBe('a\uFFFCb')
    expect(block.atoms).toEqual([
      { at: 1, width: 11, length: 1, reach: { rise: 30, drop: 5 } },
      { at: 2, width: 4, length: 0 },
    ])
  })

  it('removes double spaces and hidden elements, and reads the setting of the paragraph', async () => {
    const page = await fill(
      '<div data-looseness="-1"><p style="text-align: justify; text-indent: 12px; width: 90px; padding-left: 5px">a <i hidden>x</i><b> b</b><br>c</p></div>',
    )
    const { block } = await readParagraph(page)
    expect(block).toMatchObject({
      text: 'a b\nc',
      setting: 'justified',
      indent: 12,
      x: 5,
      width: 90,
      looseness: -1,
    })
  })

  it('keeps the spaces of code, without the line end at its end', async () => {
    const { block } = await readParagraph(await fill('<pre>a  b\n  c\n</pre>'))
    expect(block).toMatchObject({ text: 'a  b\n  c', setting: 'preserved' })
  })
})

describe('the rows of a table', () => {
  const row = (height: number, cell = '<td>') => `<tr style="height: ${height}px">${cell}</td></tr>`

  async function rowsOf(html: string) {
    const page = await fill(html)
    return await runHand(
      page,
      (dom, read) => {
        const [figure] = dom.all('figure')
        return figure && read(dom, figure)
      },
      tableRows,
    )
  }

  it('reads the heights above, in and below a table, and rows that cells join', async () => {
    const rows = await rowsOf(
      `<figure style="padding: 5px 0 7px"><table style="border-collapse: collapse"><thead>${row(20)}</thead><tbody>${row(30, '<td rowspan="2">')}${row(40, '')}${row(50)}</tbody></table></figure>`,
    )
    const ends = { first: 0, last: 0 }
    const heights = { before: 5, continued: 0, head: 20, body: [30, 40, 50], after: 7 }
    expect(rows).toEqual({ ...heights, ends, joined: [1], lines: [] })
  })

  it('reads the lines of tall rows, and the padding of the first and the last row', async () => {
    const words = (count: number) => Array.from({ length: count }, () => 'word').join('<br>')
    const rows = await rowsOf(
      `<style>table { font-size: 10px; line-height: 20px; border-spacing: 0 } td { padding: 0; vertical-align: top }
        tr:first-child td { padding-top: 3px } tr:last-child td { padding-bottom: 4px }</style>
      <figure><table><tbody><tr><td>a</td><td>b</td></tr><tr><td>${words(6)}</td><td>one<p>two <math><mi>x</mi></math></p></td></tr>
        <tr><td>c</td></tr></tbody></table></figure>`,
    )
    expect(rows?.body).toEqual([23, 120, 24])
    expect(rows?.ends).toEqual({ first: 3, last: 4 })
    expect(rows?.lines.map(([index]) => index)).toEqual([1])
    const [long = [], short = []] = rows?.lines[0]?.[1] ?? []
    expect(long.map(([top, bottom]) => (top + bottom) / 2)).toEqual([10, 30, 50, 70, 90, 110])
    expect(short).toHaveLength(2)
  })
})

describe('the side of the first page', () => {
  const side = (style: string, content: string, rest = '') =>
    `<aside data-place="side" style="position: absolute; width: 90px; ${style}" ${rest}>${content}</aside>`
  const facts =
    '<div style="border: 1px solid; padding: 4px"><p><b style="display: block">Received</b> May</p></div><p style="margin-top: 6px">b</p>'

  it('is one box, and its parts are boxes, as the browser lays them out', async () => {
    const { galley, page } = await read(`${side('padding: 5px; margin-top: 7px', facts)}<p>text</p>`)
    expect(galley.blocks.map(block => block.type === 'text' && block.text)).toEqual(['text'])
    const [first] = galley.sides ?? []
    expect(first).toMatchObject({
      isAtFoot: false,
      whole: { type: 'box', x: 0, width: 100, gap: 7, height: 5 + 50 + 6 + 20 + 5 },
      blocks: [
        { type: 'box', x: 5, gap: 7 + 5, height: 50, width: 90 },
        { type: 'box', x: 5, gap: 6, height: 20 },
      ],
    })
    expect(await attributesOf(page, '[data-block]', 'data-block')).toHaveLength(4)
  })

  it('is read once for each element of the template', async () => {
    const { galley } = await read(
      `${side('', '<p>a</p>')}${side('', 'words alone', 'data-placement="bottom"')}`,
    )
    expect(galley.sides?.map(({ isAtFoot, blocks }) => [isAtFoot, blocks.length])).toEqual([
      [false, 1],
      [true, 1],
    ])
  })

  it('is in parts if it is higher than its page, and what is higher itself is in lines', async () => {
    const high = `<div><p>b</p><p>${'word '.repeat(40)}</p></div>`
    const { galley } = await read(side('', `<p>a</p>${high}`), 60)
    expect(galley.sides?.[0]?.whole).toBeUndefined()
    expect(galley.sides?.[0]?.blocks.map(({ type }) => type)).toEqual(['box', 'box', 'text'])
  })

  it('is in the text in boxes if it has no place', async () => {
    const { galley } = await read(
      `<aside data-place="side"><p>a<b style="display: block">b</b></p></aside><p>c</p>`,
    )
    expect(galley.blocks.map(({ type }) => type)).toEqual(['box', 'text'])
    expect(galley.sides).toBeUndefined()
  })
})
