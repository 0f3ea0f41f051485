/** Places in a text that was joined from two files → places in those files. */
import type { Position } from 'unist'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { originOf } from '../../pipeline/model/line-map.ts'

const article = new VFile({ path: 'article.md' })
const methods = new VFile({ path: 'methods.md' })
/** Line 1 of `article.md`, lines 7 and 8 of `methods.md`, indented by two, and line 3 of `article.md`. */
const joined = new VFile({
  path: 'article.md',
  data: {
    lines: [
      { file: article, line: 1, shift: 0 },
      { file: methods, line: 7, shift: 2 },
      { file: methods, line: 8, shift: 2 },
      { file: article, line: 3, shift: 0 },
    ],
  },
})

function range(start: readonly [number, number], end: readonly [number, number]): Position {
  return { start: { line: start[0], column: start[1] }, end: { line: end[0], column: end[1] } }
}

describe('a place in a joined text', () => {
  it('is in the file that its line came from, without the indentation', () => {
    expect(originOf(joined, { line: 3, column: 6 })).toEqual({ file: methods, place: { line: 8, column: 4 } })
    expect(originOf(joined, { line: 4, column: 6 })).toEqual({ file: article, place: { line: 3, column: 6 } })
  })

  it('has no column before the first, even inside the indentation', () => {
    expect(originOf(joined, { line: 2, column: 1 }).place).toEqual({ line: 7, column: 1 })
  })

  it('may be a range', () => {
    const { file, place } = originOf(joined, range([2, 3], [3, 9]))
    expect(file).toBe(methods)
    expect(place).toEqual(range([7, 1], [8, 7]))
  })

  it('is the beginning of a range that ends in another file', () => {
    const { file, place } = originOf(joined, range([3, 5], [4, 2]))
    expect(file).toBe(methods)
    expect(place).toEqual({ line: 8, column: 3 })
  })

  it('is unknown after the last line: only the first file is known', () => {
    expect(originOf(joined, { line: 9, column: 1 })).toEqual({ file: article, place: undefined })
    expect(originOf(joined, undefined)).toEqual({ file: article, place: undefined })
  })
})

it('a file that was not joined keeps its places', () => {
  const place = { line: 9, column: 2 }
  expect(originOf(article, place)).toEqual({ file: article, place })
})
