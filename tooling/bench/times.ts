/**
 * How long an article takes from its tree to the printed PDF, before that is finished: in our pages, and in
 * those of the bare browser. One warm browser, a fresh page for each run, runs in turn, medians.
 */
import { spawnSync } from 'node:child_process'
import { type Browser, type BrowserPage, launchBrowser } from '../../pipeline/tools/browser/puppeteer.ts'
import { typeset } from '../../pipeline/typeset/index.ts'
import { barePage } from './bare-page.ts'
import { BenchError } from './bench-error.ts'
import type { Prepared } from './typeset-input.ts'

/** Opens a page of the browser in which the article stands as it will be printed. */
export type Opener = (browser: Browser) => Promise<BrowserPage>

/** In seconds. */
export interface Times {
  readonly pages: number
  /** Stage typeset, or the opening of the bare page. */
  readonly set: number
  readonly print: number
  /** Both; of several runs the median of their sums. */
  readonly total: number
}

export function ourPages(input: Prepared): Opener {
  return async browser => (await typeset({ ...input, browser: Promise.resolve(browser) })).sheet
}

/** What is opened is made here, and not timed: the tree is not hyphenated, and its HTML is written before. */
export function barePages(input: Prepared): Opener {
  const { html, view } = barePage(input)
  return browser => browser.open(html, view)
}

/** Medians, in the order of `openers`. One round goes before those that count; `onRound` is told 0 for it. */
export async function timed(
  openers: readonly Opener[],
  rounds: number,
  onRound: (round: number) => void,
): Promise<readonly Times[]> {
  const runs: Times[][] = openers.map(() => [])
  const browser = await launchBrowser()
  try {
    for (let round = 0; round <= rounds; round++) {
      onRound(round)
      for (const [index, open] of openers.entries()) {
        const run = await runOnce(open, browser)
        if (round > 0) runs[index]?.push(run)
      }
    }
  } finally {
    await browser.close()
  }
  return runs.map(own => ({
    pages: median(own.map(run => run.pages)),
    set: median(own.map(run => run.set)),
    print: median(own.map(run => run.print)),
    total: median(own.map(run => run.total)),
  }))
}

async function runOnce(open: Opener, browser: Browser): Promise<Times> {
  const started = performance.now()
  const sheet = await open(browser)
  const opened = performance.now()
  const pdf = await sheet.print()
  const printed = performance.now()
  await sheet.close()
  return {
    pages: pageCount(pdf),
    set: (opened - started) / 1000,
    print: (printed - opened) / 1000,
    total: (printed - started) / 1000,
  }
}

function pageCount(pdf: Uint8Array): number {
  const { stdout } = spawnSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' })
  const pages = /^Pages:\s+(\d+)$/m.exec(stdout ?? '')?.[1]
  if (pages === undefined) throw new BenchError('pdfinfo cannot read the PDF (Debian: poppler-utils).')
  return Number(pages)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}
