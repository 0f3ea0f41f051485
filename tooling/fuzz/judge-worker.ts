/** The worker of `judge-in-worker.ts`: judges each case that it is sent, and measures its processor time. */
import { parentPort } from 'node:worker_threads'
import type { CaseFiles, Fault } from './case.ts'
import { judge } from './judge.ts'

/** Processor time of one case, in seconds. */
const limit = 5

parentPort?.on('message', async (files: CaseFiles) => {
  const start = process.cpuUsage()
  const fault = await judge(files)
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  const slow: Fault | undefined =
    seconds > limit ? { kind: 'hang', detail: `${seconds.toFixed(1)} s` } : undefined
  parentPort?.postMessage(fault ?? slow)
})
