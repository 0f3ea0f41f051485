/** What of a style sheet moves words out of the lines that Offprint has broken. */
import { expect, it } from 'vitest'
import { findStyleCauses } from '../../../pipeline/typeset/hands/find-style-causes.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { pageFiller } from './open-page.ts'

const fill = pageFiller()

const causes = async (content: string, block: number | null = 1) =>
  runHand(await fill(`<div class="strip">${content}</div>`), findStyleCauses, [block])
const line = (content: string, style: string) =>
  `<style>.x${style}</style><p data-block="1" class="set"><span class="line">a ${content}</span></p>`

it.each([
  ['{ display: block }', 'display: block'],
  ['{ display: flex }', 'display: flex'],
  ['{ float: right }', 'float: right'],
  ['{ position: absolute }', 'position: absolute'],
  ['::before { content: "b"; position: absolute }', 'position: absolute (of ::before)'],
  ['{ letter-spacing: 2px }', 'letter-spacing: 2px'],
])('names the element with %s', async (style, declaration) => {
  expect(await causes(line('<span class="x y">b</span>', style))).toEqual([[1, '.x', declaration]])
})

it('names nothing if all is in its line', async () => {
  const inline = line(
    '<b class="x">b</b><span class="drop-cap" style="position: absolute">c</span>',
    '{ color: red }',
  )
  expect(await causes(inline)).toEqual([])
})

it('names what stands alone, without a block', async () => {
  const stray = '<div class="seal" style="position: absolute">a</div><p data-block="1">b</p>'
  expect(await causes(stray, null)).toEqual([[null, '.seal', 'position: absolute']])
})
