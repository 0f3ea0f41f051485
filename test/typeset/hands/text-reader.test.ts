/** The text of one paragraph as runs, atoms and anchors. */
import { expect, it } from 'vitest'
import type { BrowserPage } from '../../../pipeline/tools/browser/puppeteer.ts'
import { textReader } from '../../../pipeline/typeset/hands/text-reader.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { pageFiller } from './open-page.ts'

const fill = pageFiller()

const ends = { isStart: true, isEnd: true }

function read(page: BrowserPage) {
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
  const { block, faces } = await read(page)
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
  const { block } = await read(page)
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
  const { block } = await read(page)
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
  const { block } = await read(await fill('<pre>a  b\n  c\n</pre>'))
  expect(block).toMatchObject({ text: 'a  b\n  c', setting: 'preserved' })
})
