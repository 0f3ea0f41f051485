/** YAML with the places of its values. */
import { describe, expect, it } from 'vitest'
import { readYaml } from '../../pipeline/values/yaml-source.ts'

/** Front matter begins in line 2 of its file, after the fence of four characters. */
const start = { line: 2, column: 1, offset: 4 }
const text = `title: Cholera
authors:
  - name: John Snow
    email: snow@example.org
  - William Farr
`
const source = readYaml(text, start)

/** The part of the file at `path`. */
function textAt(path: readonly (string | number)[]): string {
  const place = source.placeOf(path)
  return `---\n${text}`.slice(place?.start.offset, place?.end.offset)
}

describe('the place of a value', () => {
  it('has line, column and offset in the file', () => {
    expect(source.placeOf(['authors', 0, 'name'])).toEqual({
      start: { line: 4, column: 11, offset: 38 },
      end: { line: 4, column: 20, offset: 47 },
    })
    expect(textAt(['authors', 0, 'name'])).toBe('John Snow')
    expect(textAt(['authors', 1])).toBe('William Farr')
  })

  it('is that of the nearest value around a missing one', () => {
    expect(textAt(['authors', 1, 'email'])).toBe('William Farr')
    expect(source.placeOf(['keywords'])?.start).toEqual(start)
  })

  it('is moved in the first line only by the column where the text begins', () => {
    const { placeOf } = readYaml('a: 1\nb: 2', { line: 5, column: 10 })
    expect(placeOf(['a'])?.start).toEqual({ line: 5, column: 13 })
    expect(placeOf(['b'])?.start).toEqual({ line: 6, column: 4 })
  })
})

describe('the place of a key', () => {
  it('is that of the key itself', () => {
    expect(source.placeOfKey([], 'authors')?.start).toEqual({ line: 3, column: 1, offset: 19 })
    expect(source.placeOfKey(['authors', 0], 'email')?.start).toMatchObject({ line: 5, column: 5 })
  })

  it('is that of the map if the key is missing', () => {
    expect(source.placeOfKey(['authors', 0], 'orcid')?.start).toMatchObject({ line: 4, column: 5 })
  })
})

describe('the value', () => {
  it('is made of plain objects', () => {
    expect(source.errors).toEqual([])
    expect(source.value).toEqual({
      title: 'Cholera',
      authors: [{ name: 'John Snow', email: 'snow@example.org' }, 'William Farr'],
    })
  })

  it('is missing if the text is not YAML, and the errors have their places', () => {
    const { value, errors } = readYaml('title: Cholera\ntitle: Wells\n', start)
    expect(value).toBeUndefined()
    expect(errors.map(error => error.place?.start.line)).toEqual([3])
  })
})
