/**
 * Limits of time and memory for the work on articles, also for work that keeps Node busy. A thread beside the
 * main one measures Node and the browsers (`watch-process.ts`).
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { SHARE_ENV, Worker } from 'node:worker_threads'
import { type EarlyGuard, startEarlyGuard } from './early-guard.ts'
import { type Excess, LimitError, type Limits } from './limits.ts'
import { type Order, type WatchSettings, watchProcess } from './watch-process.ts'

export interface Watchdog {
  /** Begins to watch the work on an article. `name`: the article as messages name it. */
  watch(name: string): Watch
  /** Ends the thread. */
  close(): Promise<void>
}

/** The watch over the work on one article. */
export interface Watch {
  /**
   * Returns what `work` returns. Throws `LimitError` if any article goes over its limit meanwhile: an
   * interruption may concern all work that is under way.
   */
  bound<T>(work: Promise<T>): Promise<T>
  /** Names what is being done, for the message. */
  stage(name: string): void
  /** Counts the processes of a browser, too. */
  addBrowser(browser: { readonly group: number; readonly profile: string }): void
  end(): void
}

interface WatchdogSettings {
  readonly limits: Limits
  /**
   * True to interrupt JavaScript that keeps the main thread busy, and to kill the process if this does not
   * help. Work of others in the same process may be lost then. If false, the limits hold for the browser and
   * wherever Node comes to itself.
   */
  readonly canInterrupt: boolean
  /** After how long a time of work the thread starts, in ms. Default: 3,000. */
  readonly delay?: number
}

/** Most articles are built before. The thread takes as much time as a fifth of a small article. */
const usualDelay = 3000

/** The part of the largest heap that may be used. Beyond it, Node ends with a trace of its own. */
const safeHeap = 0.85

/** Begins to watch when the work takes longer than usual. Nothing of it keeps the process alive. */
export function startWatchdog({ limits, canInterrupt, delay = usualDelay }: WatchdogSettings): Watchdog {
  const isWatching = limits.cpu > 0 || limits.memory > 0
  const underWay = new Map<number, (error: LimitError) => void>()
  const waiting: Order[] = []
  let worker: Worker | undefined
  let guard: EarlyGuard | undefined
  let timer: NodeJS.Timeout | undefined
  const tell = (order: Order) => {
    if (worker) worker.postMessage(order)
    else if (isWatching) waiting.push(order)
  }
  const hear = (excess: Excess) => {
    tell({ type: 'heard' })
    for (const reject of underWay.values()) reject(new LimitError(excess))
    underWay.clear()
  }
  const startThread = () => {
    worker ??= watchingThread(canInterrupt, hear)
    for (const order of waiting.splice(0)) worker.postMessage(order)
    guard?.end()
  }
  const begin = (name: string) => {
    if (worker || !isWatching) return
    if (delay === 0) return startThread()
    if (canInterrupt) guard ??= startEarlyGuard(limits, withoutControls(name))
    timer ??= setTimeout(startThread, delay).unref()
  }
  let count = 0
  return {
    async close() {
      clearTimeout(timer)
      guard?.end()
      await worker?.terminate()
    },
    watch(name) {
      const id = ++count
      const exceeded = new Promise<never>((_, reject) => underWay.set(id, reject))
      exceeded.catch(() => {})
      begin(name)
      const { user, system } = process.cpuUsage()
      const used = { cpu: (user + system) / 1e6, memory: process.memoryUsage.rss() / 1e6 }
      tell({ type: 'begin', id, name, ...limits, ...(!worker && { used }) })
      return {
        bound: work => Promise.race([work, exceeded]),
        stage: stage => tell({ type: 'stage', id, stage }),
        addBrowser: browser => tell({ type: 'browser', ...browser }),
        end() {
          underWay.delete(id)
          tell({ type: 'end', id })
          if (underWay.size > 0 || worker) return
          clearTimeout(timer)
          timer = undefined
          waiting.length = 0
          guard?.end()
          guard = undefined
        },
      }
    },
  }
}

function watchingThread(canInterrupt: boolean, hear: (excess: Excess) => void): Worker {
  const heap = (getHeapStatistics().heap_size_limit / 1e6) * safeHeap
  const workerData: WatchSettings = { canInterrupt, heap }
  const worker = new Worker(`(${watchProcess})()`, {
    eval: true,
    workerData,
    execArgv: [],
    // Both save time.
    env: SHARE_ENV,
    trackUnmanagedFds: false,
  })
  // Without its thread, an article is built without limits.
  worker.on('error', () => {})
  worker.on('message', hear)
  worker.unref()
  return worker
}

/** A name as one line for the terminal. */
function withoutControls(name: string): string {
  return name.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, '\uFFFD')
}

/** Gives memory of work that was interrupted back, so that it does not count for the next article. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  // The cast is safe: the flag makes the function.
  const collect = runInNewContext('gc') as () => void
  collect()
}
