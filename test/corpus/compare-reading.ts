/** What Offprint printed beside what pandoc reads in the same file. */
import { diffArrays } from 'diff'
import type { Built } from './build-in-child.ts'
import type { Entry } from './entries.ts'
import { pandocReading } from './pandoc-reading.ts'
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
  const changes = diffArrays([...reading.words], [...built.words])
  const common = changes
    .filter(one => !one.added && !one.removed)
    .reduce((sum, one) => sum + one.value.length, 0)
  const total = reading.words.length + built.words.length
  const differences = changes
    .filter(one => one.added || one.removed)
    .map(one => `${one.added ? '+' : '-'} ${one.value.join(' ')}`)
  return { agreement: total === 0 ? 1 : (2 * common) / total, differences, pandoc: reading.parts }
}
