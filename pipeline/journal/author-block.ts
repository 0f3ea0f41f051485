/** The values that the lines of an author's block may have: of an affiliation, or of the author. */
import { z } from 'zod'
import { affiliationParts } from '../model/metadata.ts'
import { namesIn } from '../values/pattern.ts'

export const blockValues = {
  affiliation: affiliationParts,
  author: ['email', 'orcid', 'phone'],
} as const

/** A line: values of the affiliation, or values of the author, not both. */
export const authorBlockLine = z
  .string()
  .refine(
    pattern =>
      Object.values(blockValues).some(known =>
        namesIn(pattern).every(name => known.some(value => value === name)),
      ),
    `expected a pattern with ${listed(blockValues.affiliation)}, or one with ${listed(blockValues.author)}`,
  )

function listed(names: readonly string[]): string {
  return names.map(name => `{${name}}`).join(' ')
}
