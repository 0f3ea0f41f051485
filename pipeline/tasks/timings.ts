/** How long the steps of a build take, and for how much of that the browser is at work. */
import type { Browser } from '../tools/browser/puppeteer.ts'

/** Times in milliseconds. */
export interface StepTiming {
  readonly step: string
  /** From the beginning of the step to the beginning of the next. */
  readonly wall: number
  /** The part of `wall` in which a page of the browser had work to do. */
  readonly browser: number
}

export interface Stopwatch {
  /** Ends the step that runs, and begins another. */
  begin(step: string): void
  /** Ends the last step. Returns the steps in the order in which they began. */
  end(): readonly StepTiming[]
}

export function stopwatch(browser: Promise<Browser> | undefined): Stopwatch {
  const timings: StepTiming[] = []
  let ready: Browser | undefined
  browser?.then(
    started => {
      ready = started
    },
    () => {},
  )
  const now = () => ({ wall: performance.now(), browser: ready?.busyTime() ?? 0 })
  let current: (ReturnType<typeof now> & { readonly step: string }) | undefined
  const end = () => {
    if (!current) return
    const { wall, browser } = now()
    timings.push({ step: current.step, wall: wall - current.wall, browser: browser - current.browser })
    current = undefined
  }
  return {
    begin(step) {
      end()
      current = { step, ...now() }
    },
    end() {
      end()
      return timings
    },
  }
}
