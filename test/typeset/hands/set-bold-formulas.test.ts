/** Formulas in bold text have bold letters. */
import { expect, it } from 'vitest'
import { setBoldFormulas } from '../../../pipeline/typeset/hands/set-bold-formulas.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { boldAlphabets } from '../../../pipeline/values/bold-letters.ts'
import { htmlIn, pageFiller } from './open-page.ts'

const fill = pageFiller()
const formula =
  '<math><mi>x</mi><mi>β</mi><mi mathvariant="normal">R</mi><mi>log</mi><mn>12</mn><mo>+</mo></math>'

it('sets letters and digits in bold, and no operators', async () => {
  const page = await fill(`<h1 style="font-weight: 700">On ${formula}</h1>`)
  await runHand(page, setBoldFormulas, boldAlphabets)
  expect((await htmlIn(page, 'math')).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toBe(' 𝒙 𝜷 𝐑 𝐥𝐨𝐠 𝟏𝟐 + ')
})

it('leaves formulas in other text', async () => {
  const page = await fill(`<p>On ${formula}</p>`)
  await runHand(page, setBoldFormulas, boldAlphabets)
  expect((await htmlIn(page, 'math')).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toBe(' x β R log 12 + ')
})
