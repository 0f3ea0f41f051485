/** Test help: one browser with one page, in which hands are tried. */
import { beforeAll } from 'vitest'
import { type BrowserPage, launchBrowser } from '../../../pipeline/tools/browser/puppeteer.ts'

/**
 * `vitest.config.ts` runs the tests of hands in few processes; files of one process share this page. Modules
 * may be loaded anew for each file, globals stay.
 */
const globals: typeof globalThis & { pageOfHands?: Promise<BrowserPage> } = globalThis

/**
 * Opens the page if it is not open yet. The browser ends with its process. The returned function shows `html`
 * in place of the earlier content; it resolves when images are decoded.
 */
export function pageFiller(): (html: string) => Promise<BrowserPage> {
  let page: BrowserPage
  beforeAll(async () => {
    globals.pageOfHands ??= openPage()
    page = await globals.pageOfHands
  }, 60_000)
  return async html => {
    await page.fill(`<style>* { margin: 0; padding: 0 }</style>${html}`, { title: '', language: 'en' })
    return page
  }
}

async function openPage(): Promise<BrowserPage> {
  const browser = await launchBrowser()
  return await browser.open('<!doctype html><body>', { width: 800, height: 600, media: 'print' })
}

/** The HTML inside the first element that the selector finds. */
export function htmlIn(page: BrowserPage, selector: string): Promise<string> {
  return page.run(wanted => document.querySelector(wanted)?.innerHTML ?? '', selector)
}

/** The values of an attribute of all elements that the selector finds, `null` if an element lacks it. */
export function attributesOf(page: BrowserPage, selector: string, name: string): Promise<(string | null)[]> {
  return page.run(
    (wanted, attribute) =>
      Array.from(document.querySelectorAll(wanted), element => element.getAttribute(attribute)),
    selector,
    name,
  )
}

/** The address of a white picture of this size. */
export function pictureOf(width: number, height: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
