/**
 * `npm run hostile`: builds every file of ../shared/corpora/hostile to HTML and PDF, each in a process of its
 * own, and lists those that fail: hang, memory, stack trace, a foreign file in the output, a connection, or
 * neither output nor message. Exit status: 0 none, 1 some, 2 without the files.
 *
 *   npm run hostile                     all of them
 *   npm run hostile -- md/ yaml/laughs  those whose path contains one of the words
 *   npm run hostile -- --html           to HTML alone, without a browser
 *   npm run hostile -- --in FOLDER      the files of another folder
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildWatched, type Ending, LIMITS } from './build-watched.ts'
import { findHostile, type HostileFile } from './find-hostile.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { html: { type: 'boolean', default: false }, in: { type: 'string' } },
})
const root = values.in ?? fileURLToPath(new URL('../../../shared/corpora/hostile', import.meta.url))
if (!existsSync(root)) {
  process.stderr.write(`There are no hostile files at ${root}.\n`)
  process.exit(2)
}

const scratch = mkdtempSync(join(tmpdir(), 'offprint-hostile-'))
const failures: string[] = []
try {
  const files = findHostile(root, positionals)
  for (const [number, file] of files.entries()) {
    const ending = await endingOf(file, join(scratch, String(number)))
    const line = lineOf(file, ending)
    process.stdout.write(`${line}\n`)
    if (ending.failures.length > 0)
      failures.push(`${line}${ending.said === '' ? '' : `\n    ${ending.said}`}`)
  }
  const limits = `${LIMITS.cpuSeconds} s of CPU, ${LIMITS.megabytes} MB`
  process.stdout.write(`\n${files.length} files, limits ${limits}; ${failures.length} fail\n`)
  for (const failure of failures) process.stdout.write(`  ${failure}\n`)
  process.exitCode = failures.length === 0 ? 0 : 1
} finally {
  rmSync(scratch, { recursive: true })
}

/** Builds one file. Its folder and its output are removed, as the outputs of all are large. */
async function endingOf(file: HostileFile, folder: string): Promise<Ending> {
  mkdirSync(folder)
  try {
    const formats = values.html ? ['html'] : ['html', 'pdf']
    return await buildWatched(file.manuscriptIn(folder), { formats, output: join(folder, 'built') })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function lineOf({ name }: HostileFile, { failures, cpuSeconds, megabytes, messages }: Ending): string {
  const state = failures.length === 0 ? 'ok' : failures.join(', ')
  return `${name}: ${state} (${cpuSeconds.toFixed(1)} s, ${Math.round(megabytes)} MB, ${messages} messages)`
}
