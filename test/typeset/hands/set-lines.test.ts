/** Paragraphs that are cut into the chosen lines. */
import { expect, it } from 'vitest'
import { type SetLine, setLines } from '../../../pipeline/typeset/hands/set-lines.ts'
import { pageGrid } from '../../../pipeline/typeset/page-grid.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { sheetRules } from '../../../pipeline/typeset/sheet/sheet-rules.ts'
import { htmlIn, pageFiller } from './open-page.ts'

const fill = pageFiller()

const line = (start: number, over: Partial<SetLine> = {}): SetLine => ({
  start,
  isHyphenated: false,
  wordSpacing: 0,
  letterSpacing: 0,
  scale: 1,
  shift: 0,
  ...over,
})
const paragraph = '<p data-block="4">one <em id="e">di\u00ADvi\u00ADded</em> word</p>'

it('divides elements between lines, and removes soft hyphens', async () => {
  const page = await fill(paragraph)
  const lines = [line(0, { isHyphenated: true }), line(10)]
  await runHand(page, setLines, [{ id: 4, lines, pieces: [] }])
  expect(await htmlIn(page, 'body')).toContain(
    '<p data-block="4" class="set-inset"><span class="line divided">one <em id="e" class="cut-end">divi</em></span>\n<span class="line"><em class="cut-start">ded</em> word</span></p>',
  )
})

it('marks a line of code that continues', async () => {
  const page = await fill('<pre data-block="4">one two</pre>')
  const lines = [line(0), line(4, { shift: 9, isContinued: true })]
  await runHand(page, setLines, [{ id: 4, lines, pieces: [] }])
  expect(await htmlIn(page, 'pre')).toBe(
    '<span class="line">one </span>\n<span class="line continued" style="margin-inline-start:9.000px">two</span>',
  )
})

it('writes indents, spaces, tracking and scale to the line, and white space before it', async () => {
  const page = await fill('<p data-block="4">one</p>')
  const lines = [line(0, { shift: 12, wordSpacing: 1, letterSpacing: 0.5, scale: 0.98, room: [3, 4] })]
  await runHand(page, setLines, [{ id: 4, lines, pieces: [] }])
  expect(await htmlIn(page, 'p')).toBe(
    '<span class="room" style="padding-block: 3px 4px;"></span><span class="line" style="margin-inline-start:12.000px;word-spacing:1.0000px;letter-spacing:0.5000px;font-size:98.000%">one</span>',
  )
})

it('puts lines of another column into a box of their own', async () => {
  const page = await fill('<p data-block="4">one two</p>')
  const pieces = [
    { from: 0, left: 10, top: 500 },
    { from: 1, left: 110, top: 50 },
  ]
  await runHand(page, setLines, [{ id: 4, lines: [line(0), line(4)], pieces }])
  expect(await htmlIn(page, 'p')).toBe(
    '<span class="line">one </span><span class="piece-rest" style="left: 100px; top: -450px;"><span class="line">two</span></span>',
  )
})

it('reports a block that is not on the page', async () => {
  const page = await fill(paragraph)
  await expect(runHand(page, setLines, [{ id: 9, lines: [], pieces: [] }])).rejects.toThrow('no block 9')
})

it('draws what CSS adds to an element only at its own ends', async () => {
  const measures = { width: 800, height: 1000, top: 50, bottom: 50, left: 50, right: 50, gutter: 0 }
  const grid = pageGrid({ ...measures, columns: 1, baseline: 16, 'line-numbers': 0 })
  const rules = sheetRules(grid)
  const css = 'b { padding: 0 10px } b::before { content: "(" } b::after { content: ")" }'
  const page = await fill(`<style>${rules} ${css}</style><p data-block="4"><b>one two six</b></p>`)
  await runHand(page, setLines, [{ id: 4, lines: [line(0), line(4), line(8)], pieces: [] }])
  const drawn = await page.run(() =>
    Array.from(document.querySelectorAll('b')).map(piece => [
      getComputedStyle(piece, '::before').content,
      getComputedStyle(piece, '::after').content,
      getComputedStyle(piece).paddingLeft,
      getComputedStyle(piece).paddingRight,
    ]),
  )
  expect(drawn).toEqual([
    ['"("', 'none', '10px', '0px'],
    ['none', 'none', '0px', '0px'],
    ['none', '")"', '0px', '10px'],
  ])
})
