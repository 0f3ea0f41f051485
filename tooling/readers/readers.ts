/**
 * `npm run readers`: pandoc's command tests and test documents through Offprint's reader. Prints how many are
 * read as pandoc reads them, by kind of what is in them, and every case that is not. `differences.json` has
 * the reason for each that is known; the exit status is 1 if another case differs, or a known one does not
 * any more.
 *
 *   npm run readers             all cases
 *   npm run readers -- 3123     what differs in the cases whose names begin so
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { diffArrays } from 'diff'
import { VFile } from 'vfile'
import { parseMarkdown } from '../../pipeline/parse/markdown/index.ts'
import { readMarkup } from '../../pipeline/parse/passes/read-markup.ts'
import { kindNames, outlineOf } from './outline.ts'
import { documentCases, pandocCases, type ReaderCase } from './pandoc-cases.ts'

const tests = fileURLToPath(new URL('../../../shared/corpora/tests', import.meta.url))
const [prefix] = process.argv.slice(2)
const known = readKnown()
const cases = [...pandocCases(`${tests}/pandoc-command`), ...documentCases(`${tests}/pandoc`)].filter(
  ({ name }) => prefix === undefined || name.startsWith(prefix),
)
const say = (line: string) => process.stdout.write(`${line}\n`)
if (cases.length === 0) {
  process.stderr.write(`There are no cases at ${tests}\n`)
  process.exit(2)
}

const results = cases.map(one => ({ ...one, read: outlineOfSource(one.source) }))
const isAlike = ({ expected, read }: (typeof results)[number]) => expected.join('\n') === read.join('\n')
const byKind = Map.groupBy(
  results.flatMap(result => kindsIn(result).map(kind => ({ kind, result }))),
  ({ kind }) => kind,
)
const row = (kind: string, list: typeof results) =>
  `| ${kind} | ${list.length} | ${list.filter(isAlike).length} |`
say('| | cases | as pandoc |\n|---|---:|---:|')
for (const [kind, entries] of [...byKind].sort(([a], [b]) => a.localeCompare(b, 'en')))
  say(
    row(
      kind,
      entries.map(({ result }) => result),
    ),
  )
say(`${row('together', results)}\n`)
const differing = results.filter(result => !isAlike(result))
for (const result of differing) {
  say(`${result.name}: ${known[result.name] ?? 'NOT EXPLAINED'}`)
  if (prefix !== undefined || known[result.name] === undefined) say(differenceText(result))
}
const names = new Set(differing.map(({ name }) => name))
const alike = Object.keys(known).filter(name => prefix === undefined && !names.has(name))
for (const name of alike) say(`${name}: explained, but read as pandoc reads it`)
process.exitCode = differing.some(({ name }) => known[name] === undefined) || alike.length > 0 ? 1 : 0

function outlineOfSource(source: string): readonly string[] {
  const file = new VFile({ path: 'case.md', value: source })
  file.data.dialect = 'pandoc'
  const tree = parseMarkdown(file)
  readMarkup(tree, file)
  return outlineOf(tree)
}

/** The kinds of nodes in what pandoc reads; "text" if there are none. */
function kindsIn({ expected }: ReaderCase): readonly string[] {
  const kinds = expected.flatMap(line =>
    line.startsWith('image ') ? 'image' : kindNames.has(line) ? line : [],
  )
  return kinds.length > 0 ? [...new Set(kinds)] : ['text']
}

function differenceText({ expected, read }: (typeof results)[number]): string {
  return diffArrays([...expected], [...read])
    .map(({ added, removed, value }) => `    ${added ? '+' : removed ? '-' : ' '} ${value.join(' · ')}`)
    .join('\n')
}

function readKnown(): Readonly<Record<string, string>> {
  const text = readFileSync(new URL('./differences.json', import.meta.url), 'utf8')
  // The file is part of this repository.
  return JSON.parse(text) as Record<string, string>
}
