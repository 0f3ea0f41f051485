/** Test help: an entry of a BibTeX file with the places of its fields. */
import type { Position } from 'unist'
import { VFile } from 'vfile'
import type { ReferenceSource } from '../../../pipeline/model/article.ts'

const text = '@article{a,\n  year = 2001,\n  month = {13},\n  doi = {10.1/x},\n}'
export const file = new VFile({ path: '/paper/references.bib', value: text })
const fields = new Map(
  ['year = 2001', 'month = {13}', 'doi = {10.1/x}'].map(field => [
    field.split(' ')[0] ?? '',
    range(text.indexOf(field), field.length),
  ]),
)
export const source: ReferenceSource = { file, type: 'article', place: range(0, text.length), fields }

function range(from: number, length: number): Position {
  const point = (offset: number) => {
    const lines = text.slice(0, offset).split('\n')
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset }
  }
  return { start: point(from), end: point(from + length) }
}
