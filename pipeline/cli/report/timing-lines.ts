/** The table that `offprint build --timings` prints. */
import type { StepTiming } from '../../tasks/timings.ts'

/** What the operating system counted for this process: CPU time in ms, memory in bytes. */
interface Usage {
  readonly cpu: number
  readonly memory: number
}

/** `timings`: of one article or of several, whose times for the same step are added. */
export function timingLines(timings: readonly StepTiming[], { cpu, memory }: Usage): readonly string[] {
  const steps = new Map<string, StepTiming>()
  for (const timing of timings) {
    const { step } = timing
    const sum = steps.get(step) ?? { step, wall: 0, browser: 0 }
    steps.set(step, addedTo(sum, timing))
  }
  const all = timings.reduce(addedTo, { step: 'all', wall: 0, browser: 0 })
  const rows = [...steps.values(), all].map(({ step, wall, browser }) =>
    row(step, seconds(wall), seconds(browser)),
  )
  const mebibytes = Math.round(memory / 2 ** 20)
  return [
    row('step', 'seconds', 'browser'),
    ...rows,
    `Node: ${seconds(cpu)} s of CPU time, at most ${mebibytes} MiB of memory (the browser's are not counted)`,
  ]
}

function addedTo(sum: StepTiming, { wall, browser }: StepTiming): StepTiming {
  return { step: sum.step, wall: sum.wall + wall, browser: sum.browser + browser }
}

function row(step: string, wall: string, browser: string): string {
  return `${step.padEnd(10)}${wall.padStart(8)}${browser.padStart(9)}`
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2)
}
