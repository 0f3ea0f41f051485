/**
 * `npm run bench`: time, processor time and memory of whole builds of the benchmark's articles, beside the
 * rivals that the benchmark finds installed. Needs ../shared/bench and Python 3. The report goes to
 * bench-results/; with `--write`, the table of docs/bench.md is replaced.
 *
 *   npm run bench -- -n 5 -s S,M -p pandoc-weasyprint,typst-hand
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildsTable, type Results, withTable } from './builds-table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bench = process.env.OFFPRINT_BENCH ?? join(root, '../shared/bench')
const script = join(bench, 'run-bench/run_bench.py')
const results = join(root, 'bench-results')
const document = join(root, 'docs/bench.md')

const words = process.argv.slice(2).filter(word => word !== '--write')
const isWritten = words.length + 2 < process.argv.length
const sizes = optionValue('-s', 'S,M,L').split(',')
/** Articles in the two issues whose difference shows what one article more costs. */
const issueSizes = [2, 8] as const

if (!existsSync(script)) {
  process.stderr.write(`There is no benchmark at ${bench}; name its folder in OFFPRINT_BENCH.\n`)
  process.exit(1)
}
mkdirSync(results, { recursive: true })
for (const size of sizes) for (const count of issueSizes) makeIssue(size, count)
const commands = {
  offprint: build('{md}', 'pdf,html'),
  'offprint-pdf': build('{md}', 'pdf'),
  // As after a change of a source: without the startup snapshot.
  'offprint-modules': `export OFFPRINT_SNAPSHOT=off; ${build('{md}', 'pdf,html')}`,
  ...Object.fromEntries(
    issueSizes.map(count => [`offprint-issue-${count}`, build(issueFolder('{size}', count), 'pdf,html')]),
  ),
}
const { status } = spawnSync(
  'python3',
  [script, '--out', results, ...Object.entries(commands).flatMap(words => ['-x', words.join('=')]), ...words],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
if (status === 0) {
  // The cast is safe: the script that has just run writes this file.
  const measured = JSON.parse(readFileSync(join(results, 'results.json'), 'utf8')) as Results
  const table = buildsTable({ measured, sizes, issueSizes, rounds: Number(optionValue('-n', '5')) })
  process.stdout.write(`\n${table}\n`)
  if (isWritten) writeFileSync(document, withTable(readFileSync(document, 'utf8'), table))
}

/** A shell line as users have it (npm and npx would add their own start), which copies a PDF to `{out}`. */
function build(manuscript: string, formats: string): string {
  const made = '$(dirname {out})/offprint'
  const command = [join(root, 'node_modules/.bin/node'), join(root, 'pipeline/offprint.mjs')].join(' ')
  // The slug of `article.md` is its folder's name; an issue has its articles under other names.
  return [
    `rm -rf ${made}`,
    `${command} build ${manuscript} --style transactions --to ${formats} --output ${made} --quiet`,
    `cp $(ls ${made}/*.pdf | head -n 1) {out}`,
  ]
    .join(' && ')
    .replaceAll('{size}', '$(basename {dir})')
}

/** A folder with as many copies of an article. */
function makeIssue(size: string, count: number): void {
  const folder = issueFolder(size, count)
  rmSync(folder, { recursive: true, force: true })
  for (let number = 1; number <= count; number++) {
    cpSync(join(bench, 'articles', size), join(folder, `article-${number}`), { recursive: true })
  }
}

function issueFolder(size: string, count: number): string {
  return join(results, `issue-${size}-${count}`)
}

function optionValue(option: string, otherwise: string): string {
  const at = words.indexOf(option)
  return (at >= 0 ? words[at + 1] : undefined) ?? otherwise
}
