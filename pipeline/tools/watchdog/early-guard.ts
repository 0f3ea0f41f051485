/**
 * A shell that looks at this process once a second and kills it if it goes far over the limits. A thread that
 * watches exactly takes as much time to start as a small article to build, so it starts later; until then the
 * shell, which takes a few milliseconds, is there for work that keeps the main thread busy for ever.
 */
import { spawn } from 'node:child_process'
import type { Limits } from './limits.ts'

export interface EarlyGuard {
  end(): void
}

/** How far the process may go over the limits: seconds more, and times as much memory. */
const patience = { cpu: 10, memory: 2 }

/**
 * Arguments: process, hundredths of a second and kB that it may use (0 for no limit), and two messages. Reads
 * /proc/<id>/stat and /proc/<id>/status (proc(5)). Ends when its input ends.
 */
const program = `
look() {
  while sleep 1 2>/dev/null; do
    read -r line < "/proc/$1/stat" || return
    at=0 ticks=0 rss=0
    for field in \${line##*) }; do
      at=$((at + 1))
      case $at in 12|13) ticks=$((ticks + field)) ;; 14) break ;; esac
    done
    while read -r key value _; do
      case $key in VmRSS:) rss=$value; break ;; esac
    done < "/proc/$1/status"
    if [ "$2" -gt 0 ] && [ "$ticks" -gt "$2" ]; then printf '%s\\n' "$4" >&2; kill -9 "$1"; return; fi
    if [ "$3" -gt 0 ] && [ "$rss" -gt "$3" ]; then printf '%s\\n' "$5" >&2; kill -9 "$1"; return; fi
  done
}
set -f
look "$@" </dev/null >/dev/null &
read -r _
kill $! 2>/dev/null
`

/** Starts the shell, in Linux only. `name`: the work as messages name it. */
export function startEarlyGuard({ cpu, memory }: Limits, name: string): EarlyGuard {
  if (process.platform !== 'linux') return { end: () => {} }
  const message = (limit: string) =>
    `${name}  error  Unexpected end of the build: it takes more than ${limit}, and does not stop  limit-reached`
  // What the process has used before does not count.
  const { user, system } = process.cpuUsage()
  const used = { cpu: (user + system) / 1e6, memory: process.memoryUsage.rss() / 1e6 }
  const words = [
    `${process.pid}`,
    `${cpu === 0 ? 0 : Math.ceil((used.cpu + cpu + patience.cpu) * 100)}`,
    `${memory === 0 ? 0 : Math.ceil((used.memory + memory * patience.memory) * 1000)}`,
    message(`${cpu} s of processor time`),
    message(`${memory} MB of memory`),
  ]
  const shell = spawn('/bin/sh', ['-c', program, 'sh', ...words], { stdio: ['pipe', 'ignore', 'inherit'] })
  // Without a shell, only the thread watches.
  shell.on('error', () => {})
  shell.stdin?.on('error', () => {})
  shell.unref()
  return { end: () => shell.stdin?.end() }
}
