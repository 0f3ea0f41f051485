/** Display equations that are wider than their column, in parts between breaks. */
import { expect, it } from 'vitest'
import { mathOperators } from '../../../pipeline/model/math-operators.ts'
import { formulaReader } from '../../../pipeline/typeset/hands/formula-reader.ts'
import { readEquations } from '../../../pipeline/typeset/hands/read-equations.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, pageFiller } from './open-page.ts'

const fill = pageFiller()

const equation = (row: string, width = 10) =>
  `<div class="equation" data-source="6" style="width: ${width}px"><math><mrow>${row}</mrow></math></div>`
const text = (words: string) =>
  words
    .split(' ')
    .map(word => (/\w/.test(word) ? `<mi>${word}</mi>` : `<mo>${word}</mo>`))
    .join('')

async function openings(words: string): Promise<readonly string[]> {
  const page = await fill(equation(text(words)))
  const [read] = await runHand(page, readEquations, formulaReader, mathOperators)
  return read?.parts.map(({ opening, child }) => `${opening} ${child}`) ?? []
}

it('marks each equation that is too wide, and no others', async () => {
  const page = await fill(equation(text('a = b'), 500) + equation(text('a = b')))
  const read = await runHand(page, readEquations, formulaReader, mathOperators)
  expect(read).toMatchObject([{ id: 0, source: 6, column: 10, number: 0 }])
  expect(await attributesOf(page, 'mrow', 'data-wide')).toEqual([null, '0'])
})

it.each([
  ['a = b + c', ['none 0', 'relation 1', 'sign 3']],
  ['a = ( b + c ) − d', ['none 0', 'relation 1', 'sign 7']],
  ['a : = b', ['none 0', 'relation 1']],
  ['a b', ['none 0']],
])('cuts a formula before relations and signs, but not inside brackets: %s', async (words, expected) => {
  expect(await openings(words)).toEqual(expected)
})
