/** The size and place of drop caps. */
import { expect, it } from 'vitest'
import { setDropCaps } from '../../../pipeline/typeset/hands/set-drop-caps.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, htmlIn, pageFiller } from './open-page.ts'

const fill = pageFiller()
const style = 'position: relative; font: 16px/20px serif'
const rules = '<style>.drop-cap { position: absolute; inset-inline-start: 0 }</style>'

it('wraps the first letter, with the punctuation before it', async () => {
  const page = await fill(`${rules}<p style="${style}" data-drop-cap="2"><em>“Rivers” flow</em> on.</p>`)
  await runHand(page, setDropCaps)
  expect((await htmlIn(page, 'p')).replace(/ style="[^"]*"/, '')).toBe(
    '<em><span class="drop-cap">“R</span>ivers” flow</em> on.',
  )
})

it('makes it as high as its lines, and tells its width', async () => {
  const page = await fill(`${rules}<p style="${style}" data-drop-cap="3">Hills rise.</p>`)
  await runHand(page, setDropCaps)
  const shown = await page.run(() => {
    const cap = document.querySelector<HTMLElement>('.drop-cap')
    const context = new OffscreenCanvas(1, 1).getContext('2d')
    if (!cap || !context) return undefined
    const css = getComputedStyle(cap)
    context.font = `1000px ${css.fontFamily}`
    const share = context.measureText('H').actualBoundingBoxAscent / 1000
    const size = Number.parseFloat(css.fontSize)
    return { cap: share * size, text: share * 16, width: cap.getBoundingClientRect().width }
  })
  // Two lines, and the capitals of the first one.
  expect(shown?.cap).toBeCloseTo(40 + (shown?.text ?? 0), 0)
  const [width] = await attributesOf(page, 'p', 'data-drop-width')
  expect(Math.abs(Number(width) - (shown?.width ?? 0))).toBeLessThan(10)
})

it('leaves a paragraph that does not begin with a letter', async () => {
  const page = await fill(`<p data-drop-cap="2">12 hills.</p>`)
  await runHand(page, setDropCaps)
  expect(await htmlIn(page, 'p')).toBe('12 hills.')
  expect(await attributesOf(page, 'p', 'data-drop-width')).toEqual([null])
})
