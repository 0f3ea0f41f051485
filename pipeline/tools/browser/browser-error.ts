/**
 * The error of everything that has to do with the browser: what went wrong, and what the user can do about
 * it. The command line prints both.
 */

type BrowserFailure = 'missing' | 'not-executable' | 'no-sandbox' | 'ended' | 'timed-out' | 'crashed'

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

/**
 * The remedies if the system gives the browser no sandbox: Ubuntu since 23.10, GitHub's runners, many
 * containers. `path`: that of the browser.
 */
export function noSandboxRemedy(path: string): string {
  return [
    'The sandbox needs user namespaces. On a computer of yours, allow them:',
    `for this browser by an AppArmor profile with \`profile offprint ${path} flags=(unconfined) { userns, }\`,`,
    'or for all programs by `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`.',
    'On a machine that is thrown away, such as a CI runner or a container, set OFFPRINT_NO_SANDBOX=1.',
  ].join(' ')
}
