/** Test help: starts the program in a process of its own, as it is typed. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../pipeline/offprint.mjs', import.meta.url))

interface RunOptions {
  /** The folder in which the program runs. */
  readonly folder?: string
  /** Variables that are added to the environment of this process. */
  readonly environment?: Readonly<Record<string, string>>
}

interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Tests print the same in a terminal, in a pipe and in a run of GitHub Actions. */
const plain = {
  FORCE_COLOR: undefined,
  NO_COLOR: undefined,
  GITHUB_ACTIONS: undefined,
  GITHUB_STEP_SUMMARY: undefined,
  GITHUB_WORKSPACE: undefined,
  CI_PROJECT_DIR: undefined,
  // The superuser is told that the browser has no sandbox, unless this is meant.
  ...(process.getuid?.() === 0 && { OFFPRINT_NO_SANDBOX: '1' }),
}

/** The running program, for tests that interrupt it or do not read what it prints. */
export function start(words: readonly string[], options: RunOptions = {}): ChildProcessWithoutNullStreams {
  const { folder, environment = {} } = options
  // With this variable of npm, paths begin in the folder in which npm was started.
  const { npm_lifecycle_event: _, ...inherited } = process.env
  return spawn(process.execPath, [program, ...words], {
    env: { ...inherited, ...plain, ...environment },
    ...(folder !== undefined && { cwd: folder }),
  })
}

/** Resolves when the program has ended. Servers of this process can answer it meanwhile. */
export async function run(words: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = start(words, options)
  const printed = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text
    })
  return { status: await endOf(child), ...printed }
}

/** Resolves to the exit status when the program has ended and its output is complete. */
export function endOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise(done => child.once('close', status => done(status)))
}
