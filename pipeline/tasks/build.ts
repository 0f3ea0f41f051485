/**
 * A whole build of one article. If its browser ends, or its pages take too much, it is built once more, or
 * without pages. The stages are in `run-stages.ts`.
 */
import type { Host } from '../host/index.ts'
import { report } from '../model/diagnostics.ts'
import { applySeverities } from '../model/severities.ts'
import { BrowserError } from '../tools/browser/puppeteer.ts'
import type { BuildOptions, BuildResult } from './build-options.ts'
import { needsPages } from './outputs.ts'
import { OverLimit, reportOverLimit } from './over-limit.ts'
import { runBuild } from './run-stages.ts'

export type { BuildOptions, BuildResult } from './build-options.ts'

/**
 * Builds one article. The author's mistakes become messages of `files`. If there is no browser, or it fails
 * twice, or the pages take too much time or memory, that is a message too, and everything that needs no pages
 * is made.
 */
export async function build(options: BuildOptions, host: Host): Promise<BuildResult> {
  const first = await unlessFailed(buildAll(options, host))
  if (!(first instanceof Error)) return first
  if (!isDeath(first)) return await buildWithoutPages(options, first, host)
  const second = await unlessFailed(buildAll({ ...options, browser: undefined }, host))
  return second instanceof Error ? await buildWithoutPages(options, second, host) : second
}

/** Why an article has no pages, or is not made at all. */
export type Failure = BrowserError | OverLimit

/** The result of `work`, or the error if the browser or a limit is the reason why it failed. */
export async function unlessFailed<T>(work: Promise<T>): Promise<T | Failure> {
  try {
    return await work
  } catch (error) {
    if (error instanceof BrowserError || error instanceof OverLimit) return error
    throw error
  }
}

/** True if a browser that was at work has ended, so that another one may do the same work. */
export function isDeath(failure: Failure): boolean {
  return failure instanceof BrowserError && (failure.failure === 'ended' || failure.failure === 'crashed')
}

/** Makes the outputs that need no pages, and reports why the others are missing. */
export async function buildWithoutPages(
  options: BuildOptions,
  failure: Failure,
  host: Host,
): Promise<BuildResult> {
  const formats = options.formats.filter(format => !needsPages(format))
  if (failure instanceof OverLimit && !(failure.isOfPages && formats.length > 0)) {
    return nothingMade(options, failure)
  }
  const made = await unlessFailed(buildAll({ ...options, formats, browser: undefined }, host))
  if (made instanceof OverLimit) return nothingMade(options, made)
  if (made instanceof Error) throw made
  // Without a manuscript the browser was not needed, so its failure is not reported.
  if (!made.manuscript) return made
  if (failure instanceof OverLimit) reportOverLimit(failure, made.manuscript.file)
  else {
    report(made.manuscript.file, 'browser-failed', {
      reason: `Missing pages of the article: ${failure.message}`,
      note: failure.remedy,
      cause: failure,
    })
  }
  return made
}

function nothingMade(options: BuildOptions, failure: OverLimit): BuildResult {
  const { files } = failure.reached
  reportOverLimit(failure)
  applySeverities(files, undefined, options.severity)
  return { outputs: new Map(), timings: [], files }
}

/** Builds one article with all outputs that are asked for. Throws `BrowserError` and `OverLimit`. */
export async function buildAll(options: BuildOptions, host: Host): Promise<BuildResult> {
  const result = await runBuild(options, host)
  applySeverities(result.files, result.journal?.manifest.severity, options.severity)
  return result
}
