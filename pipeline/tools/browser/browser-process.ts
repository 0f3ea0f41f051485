/**
 * One browser process. It is started with a fresh profile, and reached over two pipes (no port is opened). It
 * ends together with its process group and its profile, also if this process ends by a signal or an error, or
 * is killed.
 * This file does not know the protocol inside the pipes.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { makeTemporary } from '../../host/staging.ts'
import { browserArguments } from './browser-arguments.ts'
import { BrowserError, noSandboxRemedy, ownBrowserRemedy } from './browser-error.ts'
import type { Chromium } from './chromium.ts'

/** Sends and receives complete JSON messages; the interface that puppeteer expects. */
export interface Transport {
  onmessage?: (message: string) => void
  onclose?: () => void
  send(message: string): void
  close(): void
}

/** What a watchdog needs of a browser. */
export interface BrowserProcesses {
  /** The process group of all its processes; on Windows the id of the first. */
  readonly group: number
  /** The folder of its profile. */
  readonly profile: string
}

export interface BrowserProcess {
  readonly processes: BrowserProcesses | undefined
  readonly transport: Transport
  /** Rejects with `BrowserError` when the process ends before `end` was called; never resolves. */
  readonly failed: Promise<never>
  end(): Promise<void>
}

/**
 * Windows alone needs handlers. Elsewhere a handler would only delay the end: it does not run while Node is
 * busy. Without one, the system ends this process at once, and the heir tidies up.
 */
const signals = process.platform === 'win32' ? (['SIGINT', 'SIGTERM', 'SIGHUP'] as const) : []
/** The number of lines of the browser's output that an error quotes. */
const keptLines = 8

export function startBrowser(chromium: Chromium, isSandboxed: boolean): BrowserProcess {
  const profile = freshProfile()
  const child = spawn(chromium.executablePath, browserArguments({ profile, isSandboxed }), {
    // A separate process group, so that one call ends all processes of the browser.
    detached: process.platform !== 'win32',
    windowsHide: true,
    env: environmentOf(chromium, profile),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  const said = collectLines(child)
  const silent = new Promise(done => child.stderr?.once('close', done))
  const gone = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message))
    child.once('exit', async (code, signal) => {
      // The last lines of the browser's output may arrive after its end.
      const patience = new AbortController()
      await Promise.race([silent, wait(200, undefined, { signal: patience.signal }).catch(() => {})])
      patience.abort()
      resolve(signal ?? `exit status ${code}`)
    })
  })

  const kill = () => {
    killGroup(child)
    rmSync(profile, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 })
  }
  const onSignal = (signal: NodeJS.Signals) => {
    kill()
    release()
    // If this handler was the only one, it kept the signal from ending this process. Send the signal again.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  const release = () => {
    process.off('exit', kill)
    for (const signal of signals) process.off(signal, onSignal)
  }
  process.once('exit', kill)
  const disinherit = startHeir(child, profile)
  for (const signal of signals) process.on(signal, onSignal)

  const failed = gone.then(reason => {
    release()
    kill()
    disinherit()
    throw explain(chromium.executablePath, reason, said())
  })
  failed.catch(() => {})
  return {
    processes: child.pid === undefined ? undefined : { group: child.pid, profile },
    transport: pipeTransport(child),
    failed,
    async end() {
      killGroup(child)
      await failed.catch(() => {})
    },
  }
}

function freshProfile(): string {
  try {
    return makeTemporary(tmpdir())
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const remedy = 'Let TMPDIR name a folder that you can write to, on a disk with room.'
    throw new BrowserError('missing', `The browser has no place to work: ${reason}.`, remedy, { cause })
  }
}

/**
 * The environment of the browser. On Linux the browser gets nothing of the user's environment; on macOS and
 * Windows it needs this environment.
 */
function environmentOf(chromium: Chromium, profile: string): NodeJS.ProcessEnv {
  const own = { TZ: 'UTC', ...chromium.env }
  if (process.platform !== 'linux') return { ...process.env, ...own }
  const home = { HOME: profile, TMPDIR: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile }
  return { ...home, PATH: process.env.PATH, LANG: 'en_US.UTF-8', ...own }
}

/**
 * The program of the heir: waits for a word on its input. If the input ends without one, this process has
 * ended without tidying up, so the heir ends the browser's group and removes its profile.
 */
const heirProgram =
  'read -r word; [ "$word" = done ] && exit; kill -9 -"$1"; for pause in 0 1 3; do sleep $pause; rm -rf "$2"; done'

/** Starts a small process that outlives this one. Returns a function that ends it. */
function startHeir({ pid }: ChildProcess, profile: string): () => void {
  if (pid === undefined || process.platform === 'win32') return () => {}
  const heir = spawn('/bin/sh', ['-c', heirProgram, 'sh', `${pid}`, profile], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  heir.on('error', () => {})
  heir.stdin.on('error', () => {})
  heir.unref()
  // The cast is safe: Node makes pipes as sockets, which have this method.
  ;(heir.stdin as Writable & { unref(): void }).unref()
  return () => void heir.stdin.end('done\n')
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', `${child.pid}`, '/T', '/F'])
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The process has ended by itself in the meantime.
  }
}

/**
 * Reads and writes messages, which end with a zero byte (Chromium, `--remote-debugging-pipe`). They are
 * written to file descriptor 3 and read from 4.
 */
function pipeTransport(child: ChildProcess): Transport {
  // The cast is safe: `stdio` above asks for these pipes, which the types do not express.
  const writer = child.stdio[3] as Writable
  const reader = child.stdio[4] as Readable
  let parts: Buffer[] = []
  const transport: Transport = {
    send: message => void writer.write(`${message}\0`),
    close: () => void writer.end(),
  }
  reader.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end))
      const message = Buffer.concat(parts).toString()
      parts = []
      start = end + 1
      transport.onmessage?.(message)
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  })
  reader.on('close', () => transport.onclose?.())
  for (const pipe of [writer, reader]) pipe.on('error', () => {})
  return transport
}

function collectLines(child: ChildProcess): () => readonly string[] {
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-4096)
  })
  return () =>
    text
      .split('\n')
      .filter(line => line.trim() !== '')
      .slice(-keptLines)
}

function explain(path: string, reason: string, lines: readonly string[]): BrowserError {
  const words = lines.map(line => `\n  ${line}`).join('')
  if (/EACCES|ENOEXEC|EPERM/.test(reason)) {
    return new BrowserError(
      'not-executable',
      `The browser at ${path} cannot be run (${reason}).`,
      `The file must be a program, on a disk that allows programs; XDG_CACHE_HOME moves the unpacked one. ${ownBrowserRemedy}`,
    )
  }
  if (lines.some(line => /No usable sandbox|namespace/i.test(line))) {
    const what = `The browser at ${path} cannot start: this system gives it no sandbox.`
    return new BrowserError('no-sandbox', what, noSandboxRemedy(path))
  }
  return new BrowserError(
    'ended',
    `The browser at ${path} ended unexpectedly (${reason}).${words}`,
    ownBrowserRemedy,
  )
}
