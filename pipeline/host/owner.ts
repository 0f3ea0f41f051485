/** The process of a temporary folder or file, in its name: so that others see if it has ended. */
import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Whether the process of a name is at work. `unknown`: it is on another computer. */
export type OwnerState = 'alive' | 'dead' | 'unknown'

/** The name of this process: its number, the time of its start, and the computer, `4711.1a2b3c.9f86d081`. */
export function ownerName(): string {
  return `${process.pid}.${startOf(process.pid) ?? 0}.${computer()}`
}

export function ownerState(owner: string): OwnerState {
  const [, pid, start, place] = /^(\d+)\.(\w+)\.(\w+)$/.exec(owner) ?? []
  if (pid === undefined || place !== computer()) return 'unknown'
  if (!exists(Number(pid))) return 'dead'
  // A new process may have the number of one that has ended.
  const current = startOf(Number(pid))
  return start !== '0' && current !== undefined && current !== start ? 'dead' : 'alive'
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When the process was started, in ticks of the system; undefined if there is no `/proc`. */
function startOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field, in parentheses, may contain spaces. The time of the start is the 22nd field.
    const ticks = Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[19])
    return ticks.toString(36)
  } catch {
    return undefined
  }
}

/**
 * What tells this computer from others, in eight characters: the paths of the browser's sockets must be
 * short. Containers of one computer have numbers of processes of their own.
 */
function computer(): string {
  return createHash('sha256').update(`${hostname()} ${processNumbers()}`).digest('hex').slice(0, 8)
}

function processNumbers(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}
