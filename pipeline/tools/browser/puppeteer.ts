/**
 * The only importer of puppeteer: an isolated browser that lays out a page, runs our functions in it, prints
 * it and takes screenshots. Input: HTML in one piece, with styles, fonts and images inside. Output: bytes.
 * The page's own scripts are off, nothing is fetched, and no page has the address of a file.
 *
 * Only puppeteer's protocol layer is loaded, `Connection`: a build starts cold and needs only ten commands of
 * the protocol. The process is started first, and puppeteer is loaded meanwhile.
 */
import type { CDPSession, Connection } from 'puppeteer-core'
import { isSandboxed } from './browser-arguments.ts'
import { BrowserError, ownBrowserRemedy } from './browser-error.ts'
import {
  type BrowserProcess,
  type BrowserProcesses,
  startBrowser,
  type Transport,
} from './browser-process.ts'
import { type BusyTime, busyTime } from './busy-time.ts'
import { findChromium } from './chromium.ts'
import { callText, functionText } from './hand-text.ts'
import { type DocumentHead, enlargePage, fillBody, untilReady } from './page-hands.ts'

export { BrowserError } from './browser-error.ts'

export interface Browser {
  /**
   * Shows `html` (at most about 90 MB). Resolves when it is loaded, its fonts are ready and its images are
   * decoded. This and all methods of the page throw `BrowserError` if the browser crashes or hangs.
   */
  open(html: string, view?: View): Promise<BrowserPage>
  /** Like `open`, but resolves while the page is still being loaded. */
  begin(html: string, view?: View): Promise<BrowserPage>
  /** The version of the browser, such as `HeadlessChrome/153.0.8010.0`. */
  version(): string
  /** How long the pages have had work to do until now, in milliseconds. */
  busyTime(): number
  /** Its processes; undefined if there is none. */
  readonly processes?: BrowserProcesses | undefined
  /** Ends the process with all its pages and removes its profile. Never throws; may be called twice. */
  close(): Promise<void>
}

export interface BrowserPage {
  /**
   * Replaces the body by `html` (at most about 90 MB), without running its scripts. Resolves when it is
   * ready, as `open` does. `later`: characters that are added later; their fonts are loaded too. Default:
   * those of English.
   */
  fill(html: string, head: DocumentHead, later?: string): Promise<void>
  /**
   * Calls `hand` inside the page and returns what it returns. The hand is sent as text and runs in a world of
   * its own: it sees the document, and neither our variables nor those of the page. Arguments and result pass
   * as JSON. An argument that is a function, or an object of functions, is sent as text like the hand. A
   * promise is awaited: animation frames and events work in it, timers do not. Throws what the hand throws,
   * as an `Error` with the stack of the page.
   */
  run<Args extends readonly unknown[], Result>(
    hand: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>
  /**
   * Minimizes the page's window, so that Chromium does not paint each change for a screen that nobody sees.
   * For a page that from now on is only measured and printed: pictures are not decoded any more, and
   * `decode()` may wait for ever.
   */
  hide(): Promise<void>
  /**
   * Prints a tagged PDF with an outline, in the page sizes of the CSS. Its dates and ids differ from run to
   * run. A page of a finer view needs whole CSS px as its size and no margins.
   */
  print(): Promise<Uint8Array>
  /** A screenshot as PNG, one pixel to a CSS px. */
  screenshot(options: ScreenshotOptions): Promise<Uint8Array>
  /** The addresses that the page tried to load. Empty for a self-contained page. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** The size and medium that a page is laid out for. Lengths in CSS px. */
export interface View {
  readonly width: number
  readonly height: number
  readonly media: 'screen' | 'print'
  /**
   * The number of pixels in a CSS px, for the layout and the PDF. Chromium rounds the weight of rules and the
   * place of baselines to whole pixels. At most 10. Default: 1.
   */
  readonly fineness?: number
}

/** The part of the page that a screenshot shows. Lengths in CSS px. */
interface ScreenshotOptions {
  readonly width: number
  /** Height in CSS px. Default: 800. */
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  /** True to show the page down to its end, beyond `height`. */
  readonly isFullPage?: boolean
}

/** Characters that may be added to any page. */
const usualCharacters = 'Aa0'

/**
 * Time limits in ms. A start from a cold disk takes seconds; a long article is laid out in less than ten
 * seconds.
 */
const timeLimits = { start: 30_000, command: 180_000 }

/** Starts the browser. Throws `BrowserError`: missing, not executable, ended, timed out. */
export async function launchBrowser(): Promise<Browser> {
  const chromium = await findChromium()
  const browserProcess = startBrowser(chromium, isSandboxed(process.getuid?.(), process.env))
  try {
    const connection = await connect(browserProcess.transport)
    const { failed } = browserProcess
    const start = Promise.all([
      connection.send('Browser.getVersion', undefined, { timeout: timeLimits.start }),
      firstTab(connection, failed),
    ])
    const [{ product }, tab] = await unlessBroken(start, failed)
    return browserOf(browserProcess, connection, product, tab)
  } catch (error) {
    await browserProcess.end()
    throw error
  }
}

function browserOf(
  browserProcess: BrowserProcess,
  connection: Connection,
  product: string,
  first: Tab | undefined,
): Browser {
  let next = first
  const busy = busyTime()
  const begin = async (html: string, view?: View) => {
    const ready = next
    next = undefined
    const { failed } = browserProcess
    const tab = ready ?? (await unlessBroken(newTab(connection, failed), failed))
    return await openPage(tab, { html, view, busy })
  }
  return {
    async open(html, view) {
      const { page, isReady } = await begin(html, view)
      await isReady
      return page
    },
    begin: async (html, view) => (await begin(html, view)).page,
    version: () => product,
    busyTime: busy.total,
    processes: browserProcess.processes,
    close: () => browserProcess.end(),
  }
}

interface Opening {
  readonly html: string
  readonly view: View | undefined
  readonly busy: BusyTime
}

interface OpenPage {
  readonly page: BrowserPage
  readonly isReady: Promise<unknown>
}

async function openPage(tab: Tab, { html, view, busy }: Opening): Promise<OpenPage> {
  const { session, frameId, requests, broken } = tab
  const send: CDPSession['send'] = (method, params, options) =>
    busy.count(unlessBroken(session.send(method, params, options), broken))

  // Sent together: between two commands, the event loop may be blocked for long by other work.
  const before = [...(view ? emulate(view, send) : []), send('Page.setDocumentContent', { frameId, html })]
  const created = send('Page.createIsolatedWorld', { frameId, worldName: 'offprint' })
  const [world] = await Promise.all([created, ...before])

  const fineness = view?.fineness ?? 1
  const page: BrowserPage = {
    requests,
    async fill(html, head, later = usualCharacters) {
      await page.run(fillBody, html, head)
      await page.run(untilReady, later)
    },
    async run(hand, ...args) {
      const { result, exceptionDetails } = await send('Runtime.callFunctionOn', {
        functionDeclaration: callText(hand, args),
        arguments: args.filter(arg => functionText(arg) === undefined).map(value => ({ value })),
        executionContextId: world.executionContextId,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      }
      return result.value
    },
    async hide() {
      try {
        const { windowId } = await send('Browser.getWindowForTarget')
        await send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } })
      } catch (error) {
        // A browser that has no windows paints on.
        if (error instanceof BrowserError) throw error
      }
    },
    async print() {
      const { data } = await send('Page.printToPDF', {
        scale: 1 / fineness,
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      })
      return Buffer.from(data, 'base64')
    },
    async screenshot({ width, height = 800, colorScheme = 'light', isFullPage = false }) {
      const resize = (to: number) =>
        send('Emulation.setDeviceMetricsOverride', { width, height: to, deviceScaleFactor: 1, mobile: false })
      const features = [{ name: 'prefers-color-scheme', value: colorScheme }]
      await Promise.all([send('Emulation.setEmulatedMedia', { features }), resize(height)])
      if (isFullPage) {
        const { cssContentSize } = await send('Page.getLayoutMetrics')
        await resize(Math.max(height, Math.ceil(cssContentSize.height)))
      }
      const { data } = await send('Page.captureScreenshot', { format: 'png' })
      await Promise.all([
        send('Emulation.setEmulatedMedia', { features: [] }),
        send('Emulation.clearDeviceMetricsOverride'),
      ])
      return Buffer.from(data, 'base64')
    },
    async close() {
      await send('Page.close')
    },
  }
  if (fineness !== 1) await page.run(enlargePage, fineness)
  const isReady = page.run(untilReady, usualCharacters)
  isReady.catch(() => {})
  return { page, isReady }
}

function emulate(view: View, send: CDPSession['send']): Promise<unknown>[] {
  const { width, height, media, fineness = 1 } = view
  const metrics = { width: width * fineness, height, deviceScaleFactor: 1, mobile: false }
  return [send('Emulation.setDeviceMetricsOverride', metrics), send('Emulation.setEmulatedMedia', { media })]
}

/** A tab without content, where nothing is fetched and the scripts of pages are off. */
interface Tab {
  readonly session: CDPSession
  readonly frameId: string
  /** Collects the addresses that its page tries to load. */
  readonly requests: readonly string[]
  /** Rejects with `BrowserError` when the page or the browser has ended. */
  readonly broken: Promise<never>
}

async function caged(session: CDPSession, failed: Promise<never>): Promise<Tab> {
  const requests: string[] = []
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    requests.push(request.url)
    // With `Aborted`, a page that tries to navigate away stays as it is.
    session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => {})
  })
  const broken = Promise.race([failed, crashOf(session)])
  broken.catch(() => {})
  const [{ frameTree }] = await Promise.all([
    session.send('Page.getFrameTree'),
    session.send('Inspector.enable'),
    // Intercepts requests of the page, but not its data: URLs, which may be long.
    session.send('Fetch.enable'),
    session.send('Emulation.setScriptExecutionDisabled', { value: true }),
  ])
  return { session, frameId: frameTree.frame.id, requests, broken }
}

/** The tab that a browser starts with, whose process is running already; `undefined` if there is none. */
async function firstTab(connection: Connection, failed: Promise<never>): Promise<Tab | undefined> {
  const { targetInfos } = await connection.send('Target.getTargets')
  const target = targetInfos.find(info => info.type === 'page')
  return target && (await caged(await connection.createSession(target), failed))
}

async function newTab(connection: Connection, failed: Promise<never>): Promise<Tab> {
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' })
  const { targetInfo } = await connection.send('Target.getTargetInfo', { targetId })
  return await caged(await connection.createSession(targetInfo), failed)
}

function crashOf(session: CDPSession): Promise<never> {
  const remedy =
    'The most common reason is missing memory: close other programs, or make the largest figures smaller.'
  return new Promise((_, reject) => {
    session.once('Inspector.targetCrashed', () =>
      reject(new BrowserError('crashed', 'The browser crashed while it had this page.', remedy)),
    )
  })
}

/**
 * Waits for `work`. If the process has ended, throws the reason for its end instead of the error of `work`:
 * the pipes are closed before the reason is known.
 */
async function unlessBroken<T>(work: Promise<T>, broken: Promise<never>): Promise<T> {
  try {
    return await Promise.race([work, broken])
  } catch (error) {
    if (error instanceof BrowserError) throw error
    if (error instanceof Error && /timed out/i.test(error.message)) {
      throw new BrowserError(
        'timed-out',
        `The browser did not answer in time (${error.message}).`,
        ownBrowserRemedy,
      )
    }
    await Promise.race([broken, new Promise(done => setTimeout(done, 300))])
    throw error
  }
}

async function connect(transport: Transport): Promise<Connection> {
  // A public class, imported by a path that does not load the rest of puppeteer. The public types leave out
  // its constructor. The version is pinned.
  const layer = (await import('puppeteer-core/internal/cdp/Connection.js')) as unknown as {
    Connection: new (url: string, transport: Transport, delay: number, timeout: number) => Connection
  }
  return new layer.Connection('', transport, 0, timeLimits.command)
}

/** The build of Chrome that the installed puppeteer is made for, `156.0.8078.47`. */
export async function pinnedBuild(): Promise<string> {
  // The public types leave out this list.
  const { PUPPETEER_REVISIONS: builds } = (await import(
    'puppeteer-core/internal/revisions.js'
  )) as unknown as {
    PUPPETEER_REVISIONS: Readonly<Record<'chrome-headless-shell', string>>
  }
  return builds['chrome-headless-shell']
}
