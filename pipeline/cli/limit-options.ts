/** How much time and memory an article may take, from the options or the environment. */
import { type Command, InvalidArgumentError } from 'commander'
import type { Watchdog } from '../tools/watchdog/watchdog.ts'

export interface LimitFlags {
  /** In seconds. */
  readonly limitCpu?: number
  /** In MB. */
  readonly limitMemory?: number
}

/** Adds the options to a command. */
export function addLimitOptions(command: Command): Command {
  return command
    .option('--limit-cpu <seconds>', 'processor time for an article (default: 60; 0: no limit)', readLimit)
    .option('--limit-memory <MB>', 'memory for an article (default: 1074; 0: no limit)', readLimit)
}

/** Starts to look after this process, which may be interrupted: it has no other work. */
export async function watchdogOf({ limitCpu, limitMemory }: LimitFlags = {}): Promise<Watchdog> {
  const [{ limitsOf }, { startWatchdog }] = await Promise.all([
    import('../tools/watchdog/limits.ts'),
    import('../tools/watchdog/watchdog.ts'),
  ])
  const asked = {
    ...(limitCpu !== undefined && { cpu: limitCpu }),
    ...(limitMemory !== undefined && { memory: limitMemory }),
  }
  return startWatchdog({ limits: limitsOf(asked, process.env), canInterrupt: true })
}

/** Does work of a command that has no options for limits. Throws `LimitError`. */
export async function bounded<T>(name: string, work: () => Promise<T>): Promise<T> {
  const watch = (await watchdogOf()).watch(name)
  try {
    return await watch.bound(work())
  } finally {
    watch.end()
  }
}

function readLimit(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a number, 0 for no limit.')
}
