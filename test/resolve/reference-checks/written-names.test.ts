/** The names and places of fields in messages about references. */
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { placeOfVariable, writtenName } from '../../../pipeline/resolve/reference-checks/written-names.ts'
import { file, source } from './bibtex-source.ts'

it.each([
  ['DOI', 4],
  ['issued', 2],
  ['page', 1],
  [undefined, 1],
])('%s is on line %i', (variable, line) => {
  expect(placeOfVariable(source, variable)?.start.line).toBe(line)
})

it('gives no place if the reader of the file gives none', () => {
  expect(placeOfVariable({ file, type: '', fields: new Map() }, 'DOI')).toBeUndefined()
})

it('names fields as the file does', () => {
  expect(writtenName('container-title', 'article-journal', source)).toBe('journal')
  expect(writtenName('container-title', 'chapter', source)).toBe('booktitle')
  const json = { ...source, file: new VFile({ path: '/paper/references.json' }) }
  expect(writtenName('container-title', 'chapter', json)).toBe('container-title')
})
