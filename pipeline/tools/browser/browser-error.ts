/**
 * The one error of the browser: what went wrong, and what the person at the keyboard can do about it.
 * The command line prints both; nothing here writes anywhere.
 */

export type BrowserFailure = 'missing' | 'not-executable' | 'ended' | 'timed-out' | 'crashed'

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

/** The remedy that always remains. */
export const OWN_BROWSER_REMEDY =
  'Set OFFPRINT_BROWSER to the path of a Chromium or Chrome headless shell that starts on this machine.'
