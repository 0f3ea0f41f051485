/** What Offprint printed beside what pandoc reads in the same file. */
import { diffArrays } from 'diff'
import type { Built } from './build-in-child.ts'
import type { Entry } from './entries.ts'
import { pandocReading, type Reading } from './pandoc-reading.ts'
import type { Parts } from './parts.ts'

export interface Comparison {
  /** Share of the words of both that agree in order, 0 to 1. */
  readonly agreement: number
  /** "- words that only pandoc has", "+ words that only Offprint has". */
  readonly differences: readonly string[]
  readonly pandoc: Parts
}

/** Undefined for MyST, which pandoc does not read, and without pandoc. */
export function compareReading(entry: Entry, built: Built): Comparison | undefined {
  if (/^myst/.test(entry.name) || built.source === undefined) return undefined
  const reading = pandocReading(built.source)
  if (!reading) return undefined
  // An abstract is a section of the text for some, and a value of the front matter for others.
  const [best = compareWords(reading, built.words)] = [built.words, [...built.abstract, ...built.words]]
    .map(words => compareWords(reading, words))
    .sort((one, other) => other.agreement - one.agreement)
  return best
}

function compareWords(reading: Reading, words: readonly string[]): Comparison {
  const changes = diffArrays([...reading.words], [...words])
  const common = changes
    .filter(one => !one.added && !one.removed)
    .reduce((sum, one) => sum + one.value.length, 0)
  const total = reading.words.length + words.length
  const differences = changes
    .filter(one => one.added || one.removed)
    .map(one => `${one.added ? '+' : '-'} ${one.value.join(' ')}`)
  return { agreement: total === 0 ? 1 : (2 * common) / total, differences, pandoc: reading.parts }
}
