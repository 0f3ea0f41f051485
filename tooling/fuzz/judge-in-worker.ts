/** Judges cases in a worker, which is ended and started anew if a case takes too long. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { CaseFiles, Fault } from './case.ts'

/** Milliseconds; the worker itself judges processor time. */
const limit = 120_000
const megabytes = 1024

export class Judge {
  #worker: Worker | undefined

  async judge(files: CaseFiles): Promise<Fault | undefined> {
    this.#worker ??= new Worker(new URL('./judge-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    const worker = this.#worker
    const signal = AbortSignal.timeout(limit)
    worker.postMessage(files)
    try {
      const [fault] = await once(worker, 'message', { signal })
      // Sent by judge-worker.ts just now.
      return fault as Fault | undefined
    } catch (error) {
      await this.close()
      if (signal.aborted) return { kind: 'hang', detail: `over ${limit / 1000} s` }
      return { kind: 'crash', detail: String(error) }
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }
}
