/** How much time and memory the build of one article may take. */

export interface Limits {
  /** Processor time of Node and the browser together, in seconds; 0 for no limit. */
  readonly cpu: number
  /** Memory of Node and the browser together, in MB; 0 for no limit. */
  readonly memory: number
}

/** A book of 300 pages takes 20 s on a slow machine. An article of 60 large drawings takes 970 MB. */
export const usualLimits: Limits = { cpu: 60, memory: 1074 }

/** What went over its limit. */
export interface Excess {
  readonly of: 'cpu' | 'memory'
  /** The limit, in seconds or MB. */
  readonly limit: number
}

/** Thrown where the work was awaited. */
export class LimitError extends Error {
  readonly excess: Excess

  constructor(excess: Excess) {
    super(`More than ${excessText(excess)}`)
    this.name = 'LimitError'
    this.excess = excess
  }

  /** What the command line prints below the message. */
  get remedy(): string {
    return 'Make what is unusually large smaller, or set OFFPRINT_LIMIT_CPU or OFFPRINT_LIMIT_MEMORY to more.'
  }
}

/** `60 s of processor time`, `1,074 MB of memory` */
export function excessText({ of, limit }: Excess): string {
  return of === 'cpu' ? `${limit} s of processor time` : `${limit.toLocaleString('en')} MB of memory`
}

/**
 * The limits that the user sets by options, else by OFFPRINT_LIMIT_CPU and OFFPRINT_LIMIT_MEMORY, else the
 * usual ones. Values of the environment that are no numbers are passed over.
 */
export function limitsOf(
  asked: Partial<Limits>,
  environment: Readonly<Record<string, string | undefined>>,
): Limits {
  const fromEnvironment = (name: string) => {
    const text = environment[name]
    return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
  }
  return {
    cpu: asked.cpu ?? fromEnvironment('OFFPRINT_LIMIT_CPU') ?? usualLimits.cpu,
    memory: asked.memory ?? fromEnvironment('OFFPRINT_LIMIT_MEMORY') ?? usualLimits.memory,
  }
}
