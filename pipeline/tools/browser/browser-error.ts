/**
 * The error of everything that has to do with the browser: what went wrong, and what the user can do about
 * it. The command line prints both.
 */

type BrowserFailure = 'missing' | 'not-executable' | 'ended' | 'timed-out' | 'crashed'

export class BrowserError extends Error {
  readonly failure: BrowserFailure
  /** What to do, in one or two sentences. */
  readonly remedy: string

  constructor(failure: BrowserFailure, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BrowserError'
    this.failure = failure
    this.remedy = remedy
  }
}

/** The remedy if nothing else helps. */
export const ownBrowserRemedy =
  'Set OFFPRINT_BROWSER to the path of a Chromium or Chrome headless shell that starts on this machine.'
