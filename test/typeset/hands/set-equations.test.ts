/** Display equations on several lines. */
import { expect, it } from 'vitest'
import { setEquations } from '../../../pipeline/typeset/hands/set-equations.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, htmlIn, pageFiller } from './open-page.ts'

const fill = pageFiller()

const html =
  '<div class="equation"><math><mrow data-wide="0"><mi>a</mi><mo>=</mo><mi>b</mi><mspace width="1em"></mspace><mo>=</mo><mi>c</mi></mrow></math><span class="equation-number">(1)</span></div>'
const lines = [
  { child: 0, indent: 0 },
  { child: 4, indent: 2 },
]

it('moves each line into a row of a table, without the space at its end', async () => {
  const page = await fill(html)
  await runHand(page, setEquations, [[0, { lines, numberPlace: 'below', scale: 1, fits: true }]])
  expect(await htmlIn(page, 'math')).toBe(
    '<mrow><mspace></mspace><mtable class="lines" displaystyle="true">' +
      '<mtr><mtd><mrow><mi>a</mi><mo>=</mo><mi>b</mi></mrow></mtd></mtr>' +
      '<mtr><mtd style="padding-left:2.000em"><mrow><mo form="infix">=</mo><mi>c</mi><mspace></mspace></mrow></mtd></mtr>' +
      '</mtable></mrow>',
  )
  expect(await attributesOf(page, 'div', 'class')).toEqual(['equation has-number-below'])
})

it('moves a number beside the lines down to the last line', async () => {
  const page = await fill(html)
  await runHand(page, setEquations, [[0, { lines, numberPlace: 'beside', scale: 1, fits: true }]])
  const [style] = await attributesOf(page, '.equation-number', 'style')
  expect(Number(/top:([\d.]+)px/.exec(style ?? '')?.[1])).toBeGreaterThan(0)
})

it('reports an equation that is not on the page', async () => {
  const job = { lines, numberPlace: 'beside', scale: 1, fits: true } as const
  await expect(runHand(await fill(html), setEquations, [[5, job]])).rejects.toThrow('There is no equation 5')
})
