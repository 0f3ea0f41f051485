/**
 * `npm run csl`: the CSL test suite through the bare engine and on Offprint's way; what passes by kind of
 * case, and every case that does not. `npm run csl -- name_` shows the texts of the cases whose names begin
 * so.
 */
import { type CaseResult, readSuite, runCase, suiteFolder } from './suite.ts'

const [prefix] = process.argv.slice(2)
const cases = readSuite().filter(({ name }) => prefix === undefined || name.startsWith(prefix))
if (cases.length === 0) {
  process.stderr.write(`There are no cases at ${suiteFolder}\n`)
  process.exit(1)
}
const results = cases.map(runCase)
const isPassed = (result: CaseResult, way: 'bare' | 'ours') => result[way] === result.expected
const say = (line: string) => process.stdout.write(`${line}\n`)

const byKind = Map.groupBy(results, ({ name }) => name.split('_')[0] ?? '')
const row = (cells: readonly (string | number)[]) =>
  `${String(cells[0]).padEnd(16)}${cells
    .slice(1)
    .map(cell => String(cell).padStart(8))
    .join('')}`
say(row(['', 'cases', 'bare', 'ours']))
for (const [kind, list] of [...byKind, ['together', results] as const]) {
  say(
    row([
      kind,
      list.length,
      ...(['bare', 'ours'] as const).map(way => list.filter(one => isPassed(one, way)).length),
    ]),
  )
}
for (const result of results.filter(one => !isPassed(one, 'ours'))) {
  say(`${isPassed(result, 'bare') ? 'LOST ' : ''}${result.name}`)
  if (prefix === undefined && !isPassed(result, 'bare')) continue
  for (const way of ['expected', 'bare', 'ours'] as const) say(`    ${way}: ${result[way]}`)
}
process.exitCode = results.some(one => isPassed(one, 'bare') && !isPassed(one, 'ours')) ? 1 : 0
