/**
 * The schema of a pattern in a manifest, "Fig. {number}.": it may name only the values that are known at its
 * place. A misspelled name would print nothing.
 */
import { z } from 'zod'
import { nearestWord } from '../values/nearest-word.ts'
import { optionalPart, withoutEscapes } from '../values/pattern.ts'

/** The values that patterns about the article may name; `styles/base/journal.yml` explains them. */
export const articleValues = [
  'journal',
  'journal-abbreviation',
  'publisher',
  'issn',
  'url',
  'site',
  'title',
  'short-title',
  'section',
  'authors',
  'short-authors',
  'doi',
  'license',
  'holder',
  'volume',
  'issue',
  'page-range',
  'year',
  'published',
  'copyright-year',
] as const

/** The values that only running heads and feet may name. */
export const pageValues = ['page', 'sheet', 'pages', 'heading'] as const

export type ArticleValue = (typeof articleValues)[number]

/** A text that may name these values in braces. */
export function patternOf(...names: readonly string[]) {
  return z.string().superRefine((text, context) => {
    for (const { reason, note } of patternProblems(text, names))
      context.addIssue({ code: 'custom', message: reason, params: { note } })
  })
}

interface PatternProblem {
  readonly reason: string
  readonly note: string
}

/** What is wrong with a pattern that may name these values in braces. */
export function patternProblems(text: string, names: readonly string[]): readonly PatternProblem[] {
  const unknown = Array.from(text.matchAll(/\{([^{}]*)\}/g), ([written, name = '']) => ({ written, name }))
    .filter(({ name }) => !names.includes(name))
    .map(({ written, name }) => {
      const nearest = nearestWord(name, names)
      const known = names.map(value => `{${value}}`).join(', ')
      const note = nearest === undefined ? `The values here are ${known}.` : `Did you mean \`{${nearest}}\`?`
      return { reason: `Unexpected \`${written}\``, note }
    })
  // Brackets that enclose others are not read.
  const rest = withoutEscapes(text)
    .replace(optionalPart, '')
    .replace(/\{[^{}]*\}/g, '')
  const stray = /[[\]{}]/.exec(rest)?.[0]
  if (stray === undefined) return unknown
  const unpaired = {
    reason: `Unexpected \`${stray}\` without its other half`,
    note: 'Brackets and braces come in pairs, and brackets do not enclose others. A backslash before a bracket prints it.',
  }
  return [...unknown, unpaired]
}
