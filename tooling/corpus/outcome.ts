/** What came of a manuscript, as text, and whether it is what is expected. */
import { existsSync, readFileSync } from 'node:fs'
import type { Built } from './build-in-child.ts'
import type { Comparison } from './compare-reading.ts'
import type { Entry } from './entries.ts'
import type { Parts } from './parts.ts'

export interface Outcome {
  readonly entry: Entry
  readonly built: Built
  readonly reading: Comparison | undefined
}

/** Share of words that must agree with pandoc's reading; what is below is explained in `explained.json`. */
const AGREEMENT = 0.995
const kinds: readonly (keyof Parts)[] = ['citations', 'figures', 'tables', 'equations', 'formulas', 'notes']

/** Why a manuscript reads otherwise than pandoc does, by its name. */
const explanations: Readonly<Record<string, string>> = readExplanations()

function readExplanations(): Readonly<Record<string, string>> {
  const file = new URL('./explained.json', import.meta.url)
  // Our own file.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
}

/** `wanting`: with what pandoc has more of than Offprint. */
export function outcomeText({ entry, built, reading }: Outcome, withDifferences: boolean): string {
  if (built.ended !== 'done') return `${entry.name}: ${built.ended}\n${built.said}`
  const words = reading ? `, words ${(100 * reading.agreement).toFixed(2)} %` : ''
  const missing = wanting(built.parts, reading?.pandoc)
  const lacks = missing === '' ? '' : `, fewer than pandoc: ${missing}`
  const head = `${entry.name}: ${built.pages} pages, ${built.messages.length} messages (${built.errors} errors)${words}${lacks}`
  const shown = withDifferences ? (reading?.differences ?? []) : []
  return [head, ...shown.map(line => `  ${line}`)].join('\n')
}

function wanting(ours: Parts | undefined, theirs: Parts | undefined): string {
  if (!ours || !theirs) return ''
  return kinds
    .filter(kind => ours[kind] < theirs[kind])
    .map(kind => `${kind} ${ours[kind]} of ${theirs[kind]}`)
    .join(', ')
}

export function isAsExpected(outcome: Outcome, expected: ReadonlyMap<string, readonly string[]>): boolean {
  const { entry, built, reading } = outcome
  if (built.ended !== 'done' || built.pages === 0) return false
  if (expected.get(entry.name)?.join('\n') !== built.messages.join('\n')) return false
  const differs = (reading?.agreement ?? 1) < AGREEMENT || wanting(built.parts, reading?.pandoc) !== ''
  return !differs || explanations[entry.name] !== undefined
}

export function summary(
  outcomes: readonly Outcome[],
  expected: ReadonlyMap<string, readonly string[]>,
): string {
  const unexpected = outcomes.filter(outcome => !isAsExpected(outcome, expected))
  const count = (ended: string) => outcomes.filter(({ built }) => built.ended === ended).length
  const compared = outcomes.flatMap(({ reading }) => (reading ? [reading.agreement] : []))
  const agreeing = compared.filter(one => one >= AGREEMENT).length
  const lines = [
    `${outcomes.length} manuscripts: ${count('done')} done, ${count('crash')} crashed, ${count('hang')} hung`,
    `${outcomes.filter(({ built }) => built.errors === 0 && built.ended === 'done').length} without an error`,
    `${agreeing} of ${compared.length} agree with pandoc in ${100 * AGREEMENT} % of the words or more`,
    ...outcomes.flatMap(({ entry, reading, built }) => {
      const explanation = explanations[entry.name]
      const differs = (reading?.agreement ?? 1) < AGREEMENT || wanting(built.parts, reading?.pandoc) !== ''
      return differs && explanation !== undefined ? [`  ${entry.name}: ${explanation}`] : []
    }),
    ...(unexpected.length === 0 ? [] : ['Not as expected:']),
    ...unexpected.flatMap(outcome => [
      `  ${outcomeText(outcome, false)}`,
      ...difference(expected.get(outcome.entry.name) ?? [], outcome.built.messages),
    ]),
  ]
  return lines.join('\n')
}

function difference(expected: readonly string[], found: readonly string[]): string[] {
  return [
    ...expected.filter(line => !found.includes(line)).map(line => `    - ${line}`),
    ...found.filter(line => !expected.includes(line)).map(line => `    + ${line}`),
  ]
}
