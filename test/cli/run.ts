/** Test help: runs the command line, in this process or in one of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import type { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { run as runWords } from '../../pipeline/cli/cli.ts'

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

/** The process of the tests is not to be interrupted, nor killed. */
const unlimited = { OFFPRINT_LIMIT_CPU: '0', OFFPRINT_LIMIT_MEMORY: '0' }

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

/** Runs that were asked for wait for each other: they share the folder and the streams of the process. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Runs the command line in this process, without the seconds that a process of its own takes to load its
 * modules. `runProgram` shows what only a whole process can: how it ends.
 */
export function run(words: readonly string[], options: RunOptions = {}): Promise<Run> {
  const running = last.then(() => runHere(words, options))
  last = running.catch(() => {})
  return running
}

const streams = ['stdout', 'stderr'] as const

async function runHere(words: readonly string[], { folder, environment = {} }: RunOptions): Promise<Run> {
  const before = { folder: process.cwd(), exitCode: process.exitCode }
  const forgetListeners = noteListeners()
  const kept = setVariables({ ...plain, ...unlimited, npm_lifecycle_event: undefined, ...environment })
  const printed = { stdout: '', stderr: '' }
  const writes = streams.map(name =>
    vi.spyOn(process[name], 'write').mockImplementation(text => {
      printed[name] += typeof text === 'string' ? text : new TextDecoder().decode(text)
      return true
    }),
  )
  process.exitCode = undefined
  try {
    if (folder !== undefined) process.chdir(folder)
    await runWords(words)
    return { status: Number(process.exitCode ?? 0), ...printed }
  } finally {
    for (const write of writes) write.mockRestore()
    forgetListeners()
    process.exitCode = before.exitCode
    setVariables(kept)
    process.chdir(before.folder)
  }
}

/** Returns a function that removes the listeners that the program adds for the life of its process. */
function noteListeners(): () => void {
  const watched: readonly (readonly [EventEmitter, string])[] = [
    [process.stdout, 'error'],
    [process.stderr, 'error'],
    [process, 'uncaughtException'],
    [process, 'beforeExit'],
  ]
  const noted = watched.map(([emitter, event]) => ({ emitter, event, known: emitter.rawListeners(event) }))
  return () => {
    for (const { emitter, event, known } of noted)
      for (const listener of emitter.rawListeners(event))
        if (!known.includes(listener)) emitter.removeListener(event, listener as () => void)
  }
}

/** Sets variables of the environment, and returns their earlier values. */
function setVariables(values: Readonly<Record<string, string | undefined>>) {
  const before = Object.fromEntries(Object.keys(values).map(name => [name, process.env[name]]))
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  return before
}

/** Resolves when the program has ended. Servers of this process can answer it meanwhile. */
export async function runProgram(words: readonly string[], options: RunOptions = {}): Promise<Run> {
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
