/**
 * The program of the thread that watches. It measures this process and its browsers while articles are built,
 * also while the main thread is busy and no timer of its own would fire. If an article takes too much, the
 * main thread is told. A thread that does not hear it is interrupted, and in the end the process is killed.
 */
import type { Excess } from './limits.ts'

/** What the main thread says. */
export type Order =
  | {
      readonly type: 'begin'
      readonly id: number
      /** The article as messages name it. */
      readonly name: string
      /** In seconds; 0 for no limit. */
      readonly cpu: number
      /** In MB; 0 for no limit. */
      readonly memory: number
      /** What Node had used when the work began, in s and MB, if this thread starts later. */
      readonly used?: { readonly cpu: number; readonly memory: number }
    }
  | { readonly type: 'stage'; readonly id: number; readonly stage: string }
  /** `group`: the process group of a browser. `profile`: a folder to remove if the process is killed. */
  | { readonly type: 'browser'; readonly group: number; readonly profile: string }
  | { readonly type: 'end'; readonly id: number }
  /** The main thread has heard of an excess. */
  | { readonly type: 'heard' }

export interface WatchSettings {
  /** May the main thread be interrupted, and the process be killed? */
  readonly canInterrupt: boolean
  /** The memory in MB at which Node ends by itself with a trace. */
  readonly heap: number
}

/** Is sent to the thread as text, so it uses nothing from outside itself. */
export function watchProcess(): void {
  /** Times in ms: between two looks, until an interruption, between two of them. */
  const times = { look: 100, hearing: 200, again: 300 }
  /**
   * How long a main thread that does not hear may go on, in s, and the part of the limit that its memory may
   * reach. On a machine with much other work it hears late; some loops of compiled code are never
   * interrupted.
   */
  const patience = { cpu: 5, wall: 60, memory: 2 }
  /** Memory in MB that is not due to an article that was built before, or may stay with Node. */
  const usualMemory = 300

  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads')
  const { readFileSync, readdirSync, rmSync, writeSync } = process.getBuiltinModule('node:fs')
  // The cast is safe: the main thread passes these settings.
  const settings = workerData as WatchSettings

  interface Article {
    readonly name: string
    readonly cpu: number
    readonly memory: number
    readonly usedBefore: number
    /** Memory of Node in MB that earlier articles have left. */
    readonly left: number
    /** The greatest number of articles that were built at the same time. */
    beside: number
    stage: string
  }
  interface Told {
    readonly since: number
    readonly cpu: number
    readonly article: Article
    readonly excess: Excess
    interrupted: number
  }
  const articles = new Map<number, Article>()
  const browsers = new Map<number, { readonly profile: string; cpu: number; memory: number }>()
  let members: ReadonlyMap<number, number> = new Map()
  let looks = 0
  let timer: NodeJS.Timeout | undefined
  let told: Told | undefined
  let session: InstanceType<typeof import('node:inspector').Session> | undefined

  const nodeMemory = () => process.memoryUsage.rss() / 1e6
  const nodeCpu = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const cpuNow = () => {
    let sum = nodeCpu()
    for (const { cpu } of browsers.values()) sum += cpu
    return sum
  }

  /** Fields of /proc/<id>/stat, from the state on (proc(5)): the name before them may have any character. */
  const statOf = (id: number) => {
    try {
      const text = readFileSync(`/proc/${id}/stat`, 'latin1')
      return text.slice(text.lastIndexOf(')') + 2).split(' ')
    } catch {
      return undefined
    }
  }
  const memoryOf = (id: number) => {
    try {
      const text = readFileSync(`/proc/${id}/status`, 'latin1')
      // Pages of files are shared by all processes of the browser.
      const parts = text.match(/^Rss(?:Anon|Shmem):\s*\d+/gm) ?? []
      return parts.reduce((sum, part) => sum + Number(/\d+$/.exec(part)?.[0] ?? 0), 0) / 1000
    } catch {
      return 0
    }
  }
  const findMembers = () => {
    const found = new Map<number, number>()
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      const group = Number(statOf(Number(name))?.[2])
      if (browsers.has(group)) found.set(Number(name), group)
    }
    return found
  }
  const measureLinux = () => {
    if (looks % 5 === 1) members = findMembers()
    const sums = new Map<number, { cpu: number; memory: number }>()
    for (const [id, group] of members) {
      const stat = statOf(id)
      if (!stat) continue
      const sum = sums.get(group) ?? { cpu: 0, memory: 0 }
      // utime, stime, and those of children that have ended; 100 to a second.
      sum.cpu += stat.slice(11, 15).reduce((total, part) => total + Number(part), 0) / 100
      sum.memory += memoryOf(id)
      sums.set(group, sum)
    }
    return sums
  }
  const measureOther = () => {
    const sums = new Map<number, { cpu: number; memory: number }>()
    const { execFileSync } = process.getBuiltinModule('node:child_process')
    const text = execFileSync('ps', ['-A', '-o', 'pgid=,rss=,time='], { encoding: 'utf8', timeout: 2000 })
    for (const line of text.split('\n')) {
      const [group = '', memory = '', time = ''] = line.trim().split(/\s+/)
      if (!browsers.has(Number(group))) continue
      const sum = sums.get(Number(group)) ?? { cpu: 0, memory: 0 }
      sum.memory += Number(memory) / 1000
      sum.cpu += time.split(/[-:]/).reduce((total, part) => total * 60 + Number(part), 0)
      sums.set(Number(group), sum)
    }
    return sums
  }
  const measureBrowsers = () => {
    if (browsers.size === 0 || process.platform === 'win32') return
    if (process.platform !== 'linux' && looks % 10 !== 1) return
    try {
      const sums = process.platform === 'linux' ? measureLinux() : measureOther()
      for (const [group, browser] of browsers) {
        const { cpu = 0, memory = 0 } = sums.get(group) ?? {}
        // Times of a process that has ended are lost for a moment, until its parent has them.
        browser.cpu = Math.max(browser.cpu, cpu)
        browser.memory = memory
      }
    } catch {
      // Without these files or this program, Node alone is measured.
    }
  }

  const excessOf = ({ cpu, memory, usedBefore, left, beside }: Article): Excess | undefined => {
    if (cpu > 0 && cpuNow() - usedBefore > cpu * beside) return { of: 'cpu', limit: cpu }
    const inBrowsers = [...browsers.values()].reduce((sum, browser) => sum + browser.memory, 0)
    const inNode = nodeMemory() - left
    const allowed = Math.min(memory * beside, settings.heap + inBrowsers)
    return memory > 0 && inNode + inBrowsers > allowed ? { of: 'memory', limit: memory } : undefined
  }

  const kill = ({ article: { name, stage }, excess }: Told) => {
    const amount =
      excess.of === 'cpu' ? `${excess.limit} s of processor time` : `${excess.limit} MB of memory`
    writeSync(
      2,
      `${name.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, '�')}  error  Unexpected end of ${stage}: it takes more than ${amount}, and does not stop  limit-reached\n` +
        '    Offprint was ended. Earlier files are as they were; other articles were not made.\n',
    )
    for (const [group, { profile }] of browsers) {
      try {
        process.kill(process.platform === 'win32' ? group : -group, 'SIGKILL')
      } catch {
        // It has ended.
      }
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    }
    process.kill(process.pid, 'SIGKILL')
  }

  const interrupt = (excess: Told) => {
    const { memory, left } = excess.article
    const waited = performance.now() - excess.since
    const isTooLarge = memory > 0 && nodeMemory() - left > memory * patience.memory
    const isTooLong = waited > patience.wall * 1000 || nodeCpu() - excess.cpu > patience.cpu
    if (isTooLarge || isTooLong) return kill(excess)
    if (waited < times.hearing + excess.interrupted * times.again) return
    const { Session } = process.getBuiltinModule('node:inspector')
    if (!session) {
      session = new Session()
      session.connectToMainThread()
    }
    excess.interrupted++
    session.post('Runtime.terminateExecution')
  }

  const look = () => {
    looks++
    if (told) {
      if (settings.canInterrupt) interrupt(told)
      return
    }
    measureBrowsers()
    for (const article of articles.values()) {
      const excess = excessOf(article)
      if (!excess) continue
      told = { since: performance.now(), cpu: nodeCpu(), article, excess, interrupted: 0 }
      // An interruption may concern all that is under way, so all articles are given up.
      articles.clear()
      parentPort?.postMessage(excess)
      return
    }
  }

  const rest = () => {
    if (told || articles.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  parentPort?.on('message', (order: Order) => {
    if (order.type === 'begin') {
      const { id, name, cpu, memory, used } = order
      const left = Math.max(0, (used?.memory ?? nodeMemory()) - usualMemory)
      const usedBefore = used?.cpu ?? cpuNow()
      articles.set(id, { name, cpu, memory, usedBefore, left, beside: 1, stage: 'the build' })
      for (const article of articles.values()) article.beside = Math.max(article.beside, articles.size)
      timer ??= setInterval(look, times.look)
    } else if (order.type === 'stage') {
      const article = articles.get(order.id)
      if (article) article.stage = order.stage
    } else if (order.type === 'browser') {
      if (!browsers.has(order.group)) browsers.set(order.group, { profile: order.profile, cpu: 0, memory: 0 })
    } else if (order.type === 'heard') {
      told = undefined
      session?.disconnect()
      session = undefined
      rest()
    } else {
      articles.delete(order.id)
      rest()
    }
  })
}
