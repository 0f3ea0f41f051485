/**
 * Builds a manuscript in a process of its own and watches it and its children (the browser) by /proc: time
 * of the processors, memory, connections. What passes a limit is ended. Linux only.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `megabytes`: memory of all processes, pages that they share counted once. */
export const LIMITS = { cpuSeconds: 10, wallSeconds: 180, megabytes: 1024 } as const

export type Failure = 'hang' | 'memory' | 'stack trace' | 'read outside' | 'request' | 'silence'

export interface Ending {
  readonly failures: readonly Failure[]
  readonly cpuSeconds: number
  readonly megabytes: number
  readonly messages: number
  /** The first line of what was printed, of a stack trace three. */
  readonly said: string
}

const program = fileURLToPath(new URL('../../pipeline/offprint.mjs', import.meta.url))
const TICKS_A_SECOND = 100
const EVERY = 100

interface Usage {
  cpuSeconds: number
  megabytes: number
  hasConnected: boolean
}

/** Builds the manuscript at `path`. Every process of the build has ended when the promise resolves. */
export function buildWatched(
  path: string,
  { formats, output }: { readonly formats: readonly string[]; readonly output: string },
): Promise<Ending> {
  const began = performance.now()
  const child = spawn(process.execPath, [program, 'build', path, '--to', formats.join(), '-o', output], {
    env: { ...process.env, OFFPRINT_SNAPSHOT: 'off', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer) => {
    if (said.length < 4e6) said += chunk.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const seen = new Map<number, number>()
  const usage: Usage = { cpuSeconds: 0, megabytes: 0, hasConnected: false }
  const failures = new Set<Failure>()
  const look = () => {
    const family = familyOf(child.pid ?? 0)
    note(family, seen, usage)
    if (usage.cpuSeconds > LIMITS.cpuSeconds) failures.add('hang')
    if (performance.now() - began > LIMITS.wallSeconds * 1000) failures.add('hang')
    if (usage.megabytes > LIMITS.megabytes) failures.add('memory')
    if (failures.size > 0) for (const pid of family) endProcess(pid)
  }
  const timer = setInterval(look, EVERY)
  return new Promise(done => {
    child.on('close', () => {
      clearInterval(timer)
      if (/^\s+at .+:\d+:\d+\)?$/m.test(said)) failures.add('stack trace')
      if (usage.hasConnected) failures.add('request')
      if (showsForeignFile(output)) failures.add('read outside')
      const messages = said.match(/^.*(error|warning).*$/gm)?.length ?? 0
      if (failures.size === 0 && messages === 0 && !existsSync(output)) failures.add('silence')
      done({ ...usage, failures: [...failures], messages, said: failures.size > 0 ? shortened(said) : '' })
    })
  })
}

function shortened(said: string): string {
  const lines = said.split('\n').map(line => line.slice(0, 160))
  const trace = lines.findIndex(line => /^\s+at /.test(line))
  return (trace < 0 ? lines.slice(0, 1) : lines.slice(Math.max(0, trace - 2), trace + 3)).join(' | ').trim()
}

/** The process and all below it. */
function familyOf(root: number): readonly number[] {
  const parents = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(statOf(Number(name))?.[1] ?? 0)
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)])
  }
  const family = [root]
  for (const pid of family) family.push(...(parents.get(pid) ?? []))
  return family
}

/** The fields of /proc/<pid>/stat after the name: state, parent … */
function statOf(pid: number): readonly string[] | undefined {
  const text = textOf(`/proc/${pid}/stat`)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')
}

function note(family: readonly number[], seen: Map<number, number>, usage: Usage): void {
  let kilobytes = 0
  for (const pid of family) {
    const stat = statOf(pid)
    if (stat) seen.set(pid, (Number(stat[11]) + Number(stat[12])) / TICKS_A_SECOND)
    const own = textOf(`/proc/${pid}/smaps_rollup`)?.match(/^Pss: +(\d+)/m)?.[1]
    kilobytes += Number(own ?? 0)
    if (hasForeignSocket(pid)) usage.hasConnected = true
  }
  usage.cpuSeconds = [...seen.values()].reduce((sum, seconds) => sum + seconds, 0)
  usage.megabytes = Math.max(usage.megabytes, kilobytes / 1024)
}

/** Whether the process holds a socket whose other end is not this machine. */
function hasForeignSocket(pid: number): boolean {
  const foreign = new Set<string>()
  for (const kind of ['tcp', 'tcp6', 'udp', 'udp6']) {
    for (const line of textOf(`/proc/${pid}/net/${kind}`)?.split('\n').slice(1) ?? []) {
      const [, , remote = '', , , , , , , inode = ''] = line.trim().split(/\s+/)
      const isHere = remote === '' || /^0+:0000$|^0100007F:|^0+01000000:/.test(remote)
      if (!isHere) foreign.add(`socket:[${inode}]`)
    }
  }
  if (foreign.size === 0) return false
  try {
    const folder = `/proc/${pid}/fd`
    return readdirSync(folder).some(name => foreign.has(readlinkSync(join(folder, name))))
  } catch {
    return false
  }
}

/** Whether an output contains lines of this machine's /etc/passwd. */
function showsForeignFile(output: string): boolean {
  if (!existsSync(output)) return false
  const [first = ''] = (textOf('/etc/passwd') ?? '').split('\n')
  return readdirSync(output).some(
    name => name.endsWith('.html') && textOf(join(output, name))?.includes(first),
  )
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
