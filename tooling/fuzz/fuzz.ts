/**
 * `npm run fuzz -- --minutes N [--seed S] [--kind K]`: builds random manuscripts until the time is over.
 * Prints the number of cases and each fault with its smallest case. The same seed gives the same cases.
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { type Kind, kinds } from './arbitraries/index.ts'
import type { Fault } from './case.ts'
import { Judge } from './judge-in-worker.ts'

/** Cases of one kind before the next kind has its turn. */
const batchSize = 40
/** Milliseconds in which the smallest case of a fault is looked for. */
const shrinkTime = 30_000

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', multiple: true },
  },
})
const names = Object.keys(kinds)
const wanted = values.kind ?? names
const unknown = wanted.filter(name => !names.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`Unexpected kind ${unknown.join(', ')}, expected one of ${names.join(', ')}\n`)
  process.exit(2)
}
// The cast is safe: every name is a key of `kinds`.
const arbitraries = (wanted as Kind[]).map(kind => ({ kind, arbitrary: kinds[kind]() }))
const end = Date.now() + Number(values.minutes) * 60_000
const judge = new Judge()
const cases = new Map<string, number>()
const faults = new Map<string, number>()
for (let batch = 0; Date.now() < end; batch++) {
  for (const { kind, arbitrary } of arbitraries) await runBatch(kind, arbitrary, Number(values.seed) + batch)
}
await judge.close()
say(`Cases: ${listed(cases)}`)
say(`Faults: ${listed(faults) || 'none'}`)
process.exitCode = faults.size > 0 ? 1 : 0

/** Runs cases of one kind up to the first fault, whose case is then made smaller. */
async function runBatch(kind: Kind, arbitrary: (typeof arbitraries)[number]['arbitrary'], seed: number) {
  let last: Fault | undefined
  let kindOfFault: string | undefined
  let limit = end
  const property = fc.asyncProperty(arbitrary, async files => {
    if (Date.now() > limit) return true
    if (!kindOfFault) cases.set(kind, (cases.get(kind) ?? 0) + 1)
    const fault = await judge.judge(files)
    // A smaller case counts only if it shows the same kind of fault.
    if (!fault || (kindOfFault !== undefined && fault.kind !== kindOfFault)) return true
    if (!kindOfFault) limit = Date.now() + shrinkTime
    kindOfFault = fault.kind
    last = fault
    return false
  })
  const { failed, counterexample } = await fc.check(property, { seed, numRuns: batchSize })
  if (!(failed && last && counterexample)) return
  faults.set(last.kind, (faults.get(last.kind) ?? 0) + 1)
  say(`\n${kind}, seed ${seed}: ${last.kind}: ${last.detail}`)
  for (const [name, data] of Object.entries(counterexample[0])) {
    const text = typeof data === 'string' ? JSON.stringify(data) : Buffer.from(data).toString('base64')
    say(`${name}: ${text.slice(0, 2000)}`)
  }
}

function listed(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
