/**
 * The command line of the browser: our cage, written out in full, since the lists of puppeteer and of
 * @sparticuz/chromium want other things (automation of web sites; a cloud function without a sandbox).
 * Pure functions of their input.
 */

export interface BrowserArguments {
  /** A folder of this run alone. */
  readonly profile: string
  readonly isSandboxed: boolean
}

/**
 * Nothing may leave: no host name resolves, and what needs none (an address in numbers) goes to a proxy
 * that is not there, loopback included. Interception inside the page is not enough: it misses
 * `<link rel=prefetch>` and WebSocket.
 */
const NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
]

/** The same page on every machine. */
const APPEARANCE = [
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--hide-scrollbars',
  '--lang=en-US',
]

/** No greetings, no helpers, no reports, no throttling of a page that nobody looks at. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-features=AcceptCHFrame,IsolateSandboxedIframes,MediaRouter,OptimizationHints,Translate',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-hang-monitor',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  // A software page is enough to print; /dev/shm is 64 MB in many containers.
  '--disable-gpu',
  '--disable-dev-shm-usage',
]

export function browserArguments({ profile, isSandboxed }: BrowserArguments): readonly string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...NETWORK,
    ...APPEARANCE,
    ...QUIET,
    ...(isSandboxed ? [] : ['--no-sandbox']),
    'about:blank',
  ]
}

/**
 * The sandbox is on unless it cannot be: Chromium refuses it to the superuser; `OFFPRINT_NO_SANDBOX=1`
 * gives it up for containers without user namespaces. `uid`: `process.getuid()`, `undefined` on Windows.
 */
export function isSandboxed(
  uid: number | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return uid !== 0 && environment.OFFPRINT_NO_SANDBOX !== '1'
}
