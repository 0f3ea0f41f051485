/** Mistakes in the keys of a manifest that say how things are counted. */
import { expect, it } from 'vitest'
import { loadOwn } from '../own-journal.ts'

it.each([
  ['headings: {numbering: romans}', '4:23', 'expected none, decimal, roman, Roman, alpha, Alpha'],
  ['headings:\n  numbering: [Roman, Alfa]', '5:22', 'expected none, decimal'],
  ['headings:\n  numbering: [{format: Roman, labels: "{own}"}]', '5:31', 'labels'],
  ['headings:\n  numbering: [{format: Roman, number: "{parent}"}]', '5:39', 'expected a pattern with {own}'],
  ['headings: {numbering: []}', '4:23', 'expected'],
  ['numbering: {figures: arabic}', '4:22', 'expected decimal, roman, Roman, alpha, Alpha, or a group'],
  ['numbering:\n  tables: {within: chapter}', '5:20', 'expected `article`, `section` or `subsection`'],
  ['numbering:\n  theorems: {shared: [theorem, lemmas]}', '5:32', '`theorem`, `lemma`, `corollary`'],
  ['numbering: {supplement: S}', '4:25', 'expected a pattern with {number}'],
  ['numbering: {equation: Roman}', '4:13', 'equation'],
  ['numbering: {appendices: Roman}', '4:25', 'expected'],
])('%j is reported at %s', async (manifest, place, expected) => {
  const { journal, messages } = await loadOwn(`${manifest}\n`)
  expect(journal).toBeUndefined()
  expect(messages).toHaveLength(1)
  expect(messages[0]).toContain(`journal.yml:${place}  error`)
  expect(messages[0]).toContain(expected)
})
