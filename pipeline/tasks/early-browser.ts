/**
 * The browser's head start: it is started before the manuscript is read, and opens the first, still empty
 * page while references are resolved. Errors are thrown to the code that first needs the browser.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Host } from '../host/index.ts'
import type { Journal } from '../journal/index.ts'
import type { Manuscript } from '../model/article.ts'
import { type Browser, launchBrowser } from '../tools/browser/puppeteer.ts'
import type { EmptySheet } from '../typeset/index.ts'

export function startBrowser(): Promise<Browser> {
  const browser = launchBrowser()
  browser.catch(() => {})
  return browser
}

/**
 * Time in ms that is enough for the browser to receive its first page. The work that follows blocks the event
 * loop.
 */
const headStart = 60

/**
 * Opens the browser's first page before references are resolved. The page gets the fonts that the
 * manuscript's source and its bibliography make likely, so that the browser has read them when they are
 * needed.
 */
export async function openFirstSheet(
  { file, references }: Manuscript,
  journal: Journal,
  browser: Promise<Browser>,
  host: Host,
): Promise<{ readonly sheet: Promise<EmptySheet> }> {
  const sheet = openSheetFor(`${file}${JSON.stringify(references)}`, journal, browser, host)
  sheet.catch(() => {})
  await Promise.race([sheet, wait(headStart, undefined, { ref: false })]).catch(() => {})
  return { sheet }
}

async function openSheetFor(
  text: string,
  journal: Journal,
  browser: Promise<Browser>,
  host: Host,
): Promise<EmptySheet> {
  // These modules are loaded only here, because the command line starts the browser before it loads the
  // stages.
  const [{ fontFaces }, { openSheet }] = await Promise.all([
    import('../fonts/index.ts'),
    import('../typeset/index.ts'),
  ])
  const content = { text, hasMath: text.includes('$'), hasCode: text.includes('`') }
  return await openSheet({ journal, fonts: await fontFaces(journal, content, host), browser })
}
