/** Widths of strings. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { measureText } from '../../../pipeline/typeset/hands/measure-text.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { pageFiller } from './open-page.ts'

const fill = pageFiller()

it('measures each string in the face of its list', async () => {
  const faces = ['20px monospace', '40px monospace']
  const widths = await runHand(await fill(''), measureText, faces, [['mm', 'mmmm'], ['mm']])
  const [[short = 0, long = 0] = [], [large = 0] = []] = widths
  expect(widths.map(list => list.length)).toEqual([2, 1])
  expect(short).toBeGreaterThan(0)
  expect(long / short).toBeCloseTo(2)
  expect(large / short).toBeCloseTo(2)
})

it('measures figures that the page shows in another form', async () => {
  const file = createRequire(import.meta.url).resolve(
    '@fontsource/stix-two-text/files/stix-two-text-latin-400-normal.woff2',
  )
  const font = `data:font/woff2;base64,${readFileSync(file).toString('base64')}`
  const page = await fill(
    `<style>@font-face { font-family: Stix; src: url(${font}) }</style><p style="font: 20px Stix">1</p>`,
  )
  await page.run(async () => {
    await document.fonts.load('20px Stix')
  })
  const faces = [
    '20px Stix',
    '20px Stix;font-variant-numeric:proportional-nums',
    '20px Stix;font-variant-numeric:lining-nums',
  ]
  const strings = ['1111', '8888', 'word']
  const [usual = [], proportional = [], lining = []] = await runHand(page, measureText, faces, [
    strings,
    strings,
    strings,
  ])
  // The usual figures of this face have one width.
  expect(usual[0]).toBeCloseTo(usual[1] ?? 0)
  expect(proportional[0]).toBeLessThan((proportional[1] ?? 0) - 2)
  expect(proportional[2]).toBe(usual[2])
  expect(lining).toEqual(usual)
})
