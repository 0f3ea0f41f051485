/** Divs that are theorems, by their classes and ids. */
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { parseMarkdown } from '../../../../pipeline/parse/markdown/index.ts'

it.each([
  ['{#lem-a}', 'lemma', 'lem-a'],
  ['{.lemma #a}', 'lemma', 'lem:a'],
  ['lem', 'lemma', undefined],
  ['{.lem #a}', 'lemma', 'lem:a'],
  ['{.Prop #a}', 'proposition', 'prp:a'],
  ['defn', 'definition', undefined],
  ['pf', 'proof', undefined],
])('::: %s', (attributes, kind, id) => {
  const [node] = parseMarkdown(new VFile(`::: ${attributes}\nText.\n:::\n`)).children
  expect(node).toMatchObject({ type: 'theorem', kind })
  const found = node?.type === 'theorem' ? node.attributes : undefined
  expect(found?.id).toBe(id)
  expect(found?.classes).toEqual([])
})
