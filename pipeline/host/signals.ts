/** What happens to the signals that end the program, while files are written. */
import { setImmediate as turn } from 'node:timers/promises'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Does the work if the program ends, by a signal or otherwise. Returns the function that ends this. */
export function beforeEnd(work: () => void): () => void {
  const release = () => {
    process.off('exit', work)
    for (const signal of signals) process.off(signal, onSignal)
  }
  const onSignal = (signal: NodeJS.Signals) => {
    work()
    release()
    sendUnlessHandled(signal)
  }
  process.on('exit', work)
  for (const signal of signals) process.on(signal, onSignal)
  return release
}

export interface HeldSignals {
  /** True if a signal has come. */
  isHeld(): boolean
  /** Ends the holding, and sends a signal that came meanwhile once more. */
  release(): Promise<void>
}

/** Keeps signals from ending the program until a short piece of work is done. */
export function holdSignals(): HeldSignals {
  const held: NodeJS.Signals[] = []
  const hold = (signal: NodeJS.Signals) => {
    held.push(signal)
  }
  for (const signal of signals) process.on(signal, hold)
  return {
    isHeld: () => held.length > 0,
    async release() {
      // A signal that came during synchronous work is delivered by the event loop.
      await turn()
      for (const signal of signals) process.off(signal, hold)
      if (held[0] !== undefined) sendUnlessHandled(held[0])
    },
  }
}

/** A handler keeps a signal from ending the program; handlers of others have seen it already. */
function sendUnlessHandled(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
}
