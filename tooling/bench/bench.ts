/**
 * `npm run bench`: cold times and memory of a whole build of the benchmark articles, beside whatever rivals
 * the benchmark finds installed. Needs ../shared/bench and Python 3; the report goes to bench-results/.
 *
 *   npm run bench -- -n 5 -s S,M -p pandoc-weasyprint,typst-hand
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bench = process.env.OFFPRINT_BENCH ?? join(root, '../shared/bench')
const script = join(bench, 'run-bench/run_bench.py')

if (!existsSync(script)) {
  process.stderr.write(`There is no benchmark at ${bench}; name its folder in OFFPRINT_BENCH.\n`)
  process.exit(1)
}

const results = join(root, 'bench-results')
mkdirSync(results, { recursive: true })
const node = join(root, 'node_modules/.bin/node')
/** The command as users have it; npm and npx would add their own start. */
const cli = join(root, 'pipeline/offprint.mjs')
const made = '$(dirname {out})/offprint'
/** The PDF that is judged, and the HTML with it; the slug of `article.md` is its folder's name. */
const command = [
  `${node} ${cli} build {md} --style transactions --to pdf,html --output ${made} --quiet`,
  `cp ${made}/$(basename {dir}).pdf {out}`,
].join(' && ')

const { status } = spawnSync(
  'python3',
  [script, '--out', results, '-x', `offprint=${command}`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
