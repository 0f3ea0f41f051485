/**
 * `npm run corpus`: builds every manuscript of ../shared/corpora as its author left it, and holds what comes
 * out against what is known: exit status, messages (`corpus/expected-messages.txt`; `UPDATE=1` writes it
 * anew), and, with pandoc installed, the words and parts that pandoc reads in the same file. Exit status: 0
 * as expected, 1 not, 2 without the corpora.
 *
 *   npm run corpus                      all of them, about four minutes
 *   npm run corpus -- joss- myst-       those whose name begins so
 *   npm run corpus -- --differences joss-rhea      with every word that differs
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildInChild } from './build-in-child.ts'
import { compareReading } from './compare-reading.ts'
import { type Entry, findEntries } from './entries.ts'
import { isAsExpected, type Outcome, outcomeText, summary } from './outcome.ts'

const corpora = fileURLToPath(new URL('../../../shared/corpora', import.meta.url))
const expectedFile = new URL('./expected-messages.txt', import.meta.url)
const flags = process.argv.slice(2).filter(one => one.startsWith('--'))
const names = process.argv.slice(2).filter(one => !one.startsWith('--'))

if (!existsSync(corpora)) {
  process.stderr.write(`There are no corpora at ${corpora}.\n`)
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'offprint-corpus-'))
try {
  const all = await findEntries(corpora)
  const entries = all.filter(({ name }) => names.length === 0 || names.some(one => name.startsWith(one)))
  const outcomes: Outcome[] = []
  // Two at a time: a build keeps about one core busy.
  const queue = [...entries]
  const work = async () => {
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      const outcome = await outcomeOf(entry)
      outcomes.push(outcome)
      process.stderr.write(`${outcomeText(outcome, flags.includes('--differences'))}\n`)
    }
  }
  await Promise.all([work(), work()])
  outcomes.sort((a, b) => a.entry.name.localeCompare(b.entry.name, 'en'))
  const found = new Map(outcomes.map(({ entry, built }) => [entry.name, built.messages]))
  const expected = readExpected()
  if (process.env.UPDATE === '1') {
    for (const [name, messages] of found) expected.set(name, messages)
    writeFileSync(expectedFile, expectedText(expected))
  }
  process.stdout.write(`${summary(outcomes, expected)}\n`)
  process.exitCode = outcomes.every(outcome => isAsExpected(outcome, expected)) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true })
}

async function outcomeOf(entry: Entry): Promise<Outcome> {
  const built = await buildInChild(entry, join(folder, entry.name))
  return { entry, built, reading: compareReading(entry, built) }
}

/** A name on a line of its own, its messages below, indented. */
function readExpected(): Map<string, readonly string[]> {
  const known = new Map<string, string[]>()
  if (!existsSync(expectedFile)) return known
  let messages: string[] = []
  for (const line of readFileSync(expectedFile, 'utf8').split('\n')) {
    if (line === '') continue
    if (line.startsWith('  ')) {
      messages.push(line.slice(2))
    } else {
      messages = []
      known.set(line, messages)
    }
  }
  return known
}

function expectedText(known: ReadonlyMap<string, readonly string[]>): string {
  const sorted = [...known].sort(([a], [b]) => a.localeCompare(b, 'en'))
  return sorted
    .map(([name, messages]) => [name, ...messages.map(line => `  ${line}`), ''].join('\n'))
    .join('\n')
}
