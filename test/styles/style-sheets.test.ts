/** The style sheets of styles/ have no mistakes of syntax; those of the base are checked nowhere else. */
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cssProblems } from '../../pipeline/journal/css-problems.ts'
import { library } from '../build-article.ts'

const sheets = globSync('*/*.css', { cwd: library }).toSorted()

it('there are style sheets of the base', () => {
  expect(sheets).toEqual(expect.arrayContaining(['base/common.css', 'base/print.css', 'base/web.css']))
})

it.each(sheets)('%s', sheet => {
  expect(cssProblems(readFileSync(`${library}/${sheet}`, 'utf8'))).toEqual([])
})
