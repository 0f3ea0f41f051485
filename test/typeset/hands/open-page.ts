/** Test help: one browser with one page for each test file, in which hands are tried. */
import { afterAll, beforeAll } from 'vitest'
import { type Browser, type BrowserPage, launchBrowser } from '../../../pipeline/tools/browser/puppeteer.ts'

/**
 * Starts the browser of the test file, and ends it after the last test. The returned function shows `html` in
 * the page, in place of the earlier content; it resolves when images are decoded.
 */
export function pageFiller(): (html: string) => Promise<BrowserPage> {
  let browser: Browser | undefined
  let page: BrowserPage

  beforeAll(async () => {
    browser = await launchBrowser()
    page = await browser.open('<!doctype html><body>', { width: 800, height: 600, media: 'print' })
  }, 60_000)
  afterAll(() => browser?.close())

  return async html => {
    await page.fill(`<style>* { margin: 0; padding: 0 }</style>${html}`, { title: '', language: 'en' })
    return page
  }
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
