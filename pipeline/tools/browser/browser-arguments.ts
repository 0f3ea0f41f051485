/**
 * The command line of the browser, written out in full. The lists of puppeteer and of @sparticuz/chromium
 * serve other purposes: automation of web sites, and cloud functions without a sandbox. The functions depend
 * on nothing but their input.
 */

interface BrowserArguments {
  /** The folder of the browser's profile, used only by this run. */
  readonly profile: string
  readonly isSandboxed: boolean
}

/**
 * Blocks the network: no host name resolves, and requests to numeric addresses, loopback included, go to a
 * proxy that does not exist. Interception inside the page is not enough: it misses `<link rel=prefetch>` and
 * WebSocket.
 */
const offline = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
]

/** Makes pages look the same on every machine. */
const appearance = [
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--hide-scrollbars',
  '--lang=en-US',
]

/** Turns off first-run pages, background services, reports, and the throttling of hidden pages. */
const quiet = [
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
  // /dev/shm has only 64 MB in many containers.
  '--disable-dev-shm-usage',
]

/**
 * Saves two processes. Printing needs no GPU: without these arguments, its process tries three times to start
 * a GPU in software. The network service has nothing to do.
 */
const fewProcesses = [
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
]

/**
 * A page is kept for seconds. V8 would look for garbage again and again while its document grows; without
 * small steps it does so only when memory is short.
 */
const collection = ['--js-flags=--no-incremental-marking']

export function browserArguments({ profile, isSandboxed }: BrowserArguments): readonly string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...offline,
    ...appearance,
    ...quiet,
    ...fewProcesses,
    ...collection,
    // The zygote, from which processes are forked, is needed for the sandbox only.
    ...(isSandboxed ? [] : ['--no-sandbox', '--no-zygote']),
    'about:blank',
  ]
}

/**
 * True if the browser runs in its sandbox. This is the case except for the superuser, to whom Chromium
 * refuses the sandbox, and with `OFFPRINT_NO_SANDBOX=1`, for containers without user namespaces. `uid`:
 * `process.getuid()`, `undefined` on Windows.
 */
export function isSandboxed(
  uid: number | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return uid !== 0 && environment.OFFPRINT_NO_SANDBOX !== '1'
}
