/** Runs a program and returns what it prints. Throws if it fails, with all that it printed. */
import { spawnSync } from 'node:child_process'

export interface RunOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string | undefined>>
}

export function run(program: string, words: readonly string[], { cwd, env }: RunOptions): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) throw error
  if (status !== 0)
    throw new Error(`${program} ${words.join(' ')} ended with status ${status}:\n${stdout}${stderr}`)
  return stdout
}
