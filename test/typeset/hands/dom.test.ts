/** The kit that each hand receives. */
import { expect, it } from 'vitest'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { pageFiller } from './open-page.ts'

const fill = pageFiller()

it('finds numbered blocks, and the source of the nearest element around', async () => {
  const page = await fill(
    '<section data-source="7"><p data-block="2">a</p><h1 data-block="0" data-source="8">b</h1></section><p>c</p>',
  )
  const facts = await runHand(page, dom => ({
    blocks: Array.from(dom.blocks(), ([id, { tagName }]) => [id, tagName]),
    sources: dom.all('p, h1').map(element => dom.sourceOf(element) ?? 'none'),
  }))
  expect(facts).toEqual({
    blocks: [
      [2, 'P'],
      [0, 'H1'],
    ],
    sources: [7, 8, 'none'],
  })
})

it('reports a page without a strip', async () => {
  await expect(runHand(await fill('<p>a</p>'), dom => dom.strip().className)).rejects.toThrow('no strip')
})

it('reads texts in order, lengths, and how an element is displayed', async () => {
  const page = await fill('<p>a<b>b<i>c</i></b>d<i hidden>e</i></p>')
  const facts = await runHand(page, dom => ({
    texts: dom.all('p').flatMap(element => dom.textsIn(element).map(text => text.data)),
    pixels: [dom.pixels('1.5px'), dom.pixels('normal')],
    inline: dom.all('p, b').map(element => dom.isInline(element)),
    hidden: dom.all('i').map(element => dom.isHidden(element)),
  }))
  expect(facts).toEqual({
    texts: ['a', 'b', 'c', 'd', 'e'],
    pixels: [1.5, 0],
    inline: [false, true],
    hidden: [false, true],
  })
})

it('measures the caption above a table, and the one line of a repeated caption', async () => {
  const page = await fill(
    '<figure><figcaption style="line-height: 20px; height: 60px; margin-bottom: 5px">A</figcaption><table></table></figure>',
  )
  const head = await runHand(page, dom => {
    const [figure, table] = dom.all('figure, table')
    return figure && table && dom.tableHead(figure, table)
  })
  expect(head).toEqual({ before: 65, continued: 25 })
})
