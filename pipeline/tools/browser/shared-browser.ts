/**
 * One browser for several articles, also for some at the same time. Each article borrows the browser, and
 * closes what it borrowed as if it were a browser of its own. Closing closes only the pages of this article;
 * the browser's process goes on and serves the next article.
 */
import { type Browser, type BrowserPage, launchBrowser, type View } from './puppeteer.ts'

export interface SharedBrowser {
  /**
   * Starts a browser if none is running. Throws `BrowserError` as `launchBrowser` does, and then again at
   * each call: a browser that cannot be started is not tried for each article.
   */
  borrow(): Promise<Browser>
  /**
   * Ends the process from which `failed` was borrowed, if it is still the one that is lent. The next `borrow`
   * starts a new one. Never throws.
   */
  replace(failed: Browser): Promise<void>
  /** Ends the process. Never throws. */
  end(): Promise<void>
}

/** Shares one browser between articles. `first`: a browser that was started before, for the first of them. */
export function sharedBrowser(
  first?: Promise<Browser>,
  launch: () => Promise<Browser> = launchBrowser,
): SharedBrowser {
  let running = first
  const lenders = new WeakMap<Browser, Promise<Browser>>()
  const end = async () => {
    const ending = running
    running = undefined
    await (await ending?.catch(() => undefined))?.close()
  }
  return {
    async borrow() {
      running ??= launch()
      const lender = running
      const browser = borrowed(await lender)
      lenders.set(browser, lender)
      return browser
    },
    async replace(failed) {
      if (lenders.get(failed) === running) await end()
    },
    end,
  }
}

function borrowed(browser: Browser): Browser {
  const pages = new Set<BrowserPage>()
  let isClosed = false
  // Closing is not awaited: a page that has crashed may not answer.
  const drop = (page: BrowserPage) => void page.close().catch(() => {})
  const keep =
    (open: Browser['open']): Browser['open'] =>
    async (html: string, view?: View) => {
      const page = await open(html, view)
      if (isClosed) drop(page)
      else pages.add(page)
      return page
    }
  return {
    open: keep(browser.open),
    begin: keep(browser.begin),
    version: browser.version,
    busyTime: browser.busyTime,
    processes: browser.processes,
    async close() {
      isClosed = true
      for (const page of pages) drop(page)
      pages.clear()
    },
  }
}
