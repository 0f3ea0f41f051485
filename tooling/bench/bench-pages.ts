/**
 * `npm run bench:pages`: whether the pages reach their figures. Builds the benchmark's articles, has them
 * judged, and prints each figure beside its target. Needs ../shared/bench and what its judge needs. Exit
 * status: 0 all targets reached, 1 one missed or nothing to measure, 2 wrong usage.
 *
 *   npm run bench:pages -- --seeds 2,3 --list          the judge, with articles from further seeds
 *   npm run bench:pages -- --time --long -n 5          the times instead; with --judge both
 *   npm run bench:pages -- --pdf a.pdf --source plain.txt
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BrowserError } from '../../pipeline/index.ts'
import { BenchError } from './bench-error.ts'
import { judgePath } from './judge.ts'
import { type Options, type Part, parts, readOptions } from './options.ts'
import type { PartInput, Result } from './part.ts'
import { articleQuality, fileQuality } from './quality.ts'
import { besideBare, longBesideShort } from './speed.ts'

const style = 'transactions'
const work: Readonly<Record<Part, (input: PartInput) => Promise<Result>>> = {
  judge: articleQuality,
  time: besideBare,
  long: longBesideShort,
}
const onProgress = (step: string) => void process.stderr.write(`${step}\n`)

/** Prints each part as it is done. Answers whether all targets are reached. */
async function run(options: Options): Promise<boolean> {
  if (!existsSync(judgePath(options.bench))) {
    throw new BenchError(`There is no benchmark at ${options.bench}; name its folder in OFFPRINT_BENCH.`)
  }
  if (options.pdf !== undefined) return tell(await fileQuality(options.pdf, options))
  const temporary = mkdtempSync(join(tmpdir(), 'offprint-bench-'))
  try {
    const input = { options, style, folder: temporary, onProgress }
    const reached: boolean[] = []
    for (const part of parts) if (options.parts.has(part)) reached.push(tell(await work[part](input)))
    return reached.every(Boolean)
  } finally {
    rmSync(temporary, { recursive: true })
  }
}

function tell({ text, isReached }: Result): boolean {
  process.stdout.write(`\n${text}\n`)
  return isReached
}

function usage(): Options {
  try {
    return readOptions()
  } catch (error) {
    if (error instanceof TypeError) {
      onProgress(error.message)
      process.exit(2)
    }
    throw error
  }
}

try {
  process.exitCode = (await run(usage())) ? 0 : 1
} catch (error) {
  if (!(error instanceof BenchError || error instanceof BrowserError)) throw error
  onProgress(error.message)
  process.exitCode = 1
}
