/**
 * One browser for several articles, one after the other. Each article borrows the browser, and closes what it
 * borrowed as if it were a browser of its own. Closing closes only the pages of this article; the browser's
 * process goes on and serves the next article.
 */
import { type Browser, type BrowserPage, launchBrowser, type View } from './puppeteer.ts'

export interface SharedBrowser {
  /** Starts a browser if none is running. Throws `BrowserError` as `launchBrowser` does. */
  borrow(): Promise<Browser>
  /** Ends the process, at the end or after a failure. The next `borrow` starts a new one. Never throws. */
  end(): Promise<void>
}

/** Shares one browser between articles. `first`: a browser that was started before, for the first of them. */
export function sharedBrowser(
  first?: Promise<Browser>,
  launch: () => Promise<Browser> = launchBrowser,
): SharedBrowser {
  let running = first
  return {
    async borrow() {
      running ??= launch()
      return borrowed(await running)
    },
    async end() {
      const ending = running
      running = undefined
      await (await ending?.catch(() => undefined))?.close()
    },
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
    async close() {
      isClosed = true
      for (const page of pages) drop(page)
      pages.clear()
    },
  }
}
