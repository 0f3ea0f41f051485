/**
 * Help for tests and checks: opens a web edition in a real Chromium as a reader does, with the scripts of the
 * page running.
 */
import { type Browser, launch, type Page } from 'puppeteer'
import { isSandboxed } from '../../pipeline/tools/browser/browser-arguments.ts'
import { findChromium } from '../../pipeline/tools/browser/chromium.ts'

export interface ReaderView {
  readonly width: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
  readonly isTouch?: boolean
  readonly hasScripts?: boolean
  /** Screenshot pixels for each CSS px. */
  readonly scale?: number
}

export async function launchReader(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return await launch({
    executablePath,
    env: { ...process.env, ...env },
    headless: 'shell',
    args: isSandboxed(process.getuid?.(), process.env) ? [] : ['--no-sandbox'],
  })
}

/** Opens the file at `path`. `requests`: addresses that the page requested, other than its own. */
export async function openEdition(browser: Browser, path: string, view: ReaderView) {
  const page: Page = await browser.newPage()
  const requests: string[] = []
  const errors: string[] = []
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith('data:') && url !== `file://${path}`) requests.push(url)
  })
  page.on('pageerror', error => errors.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  const { width, height = 900, scheme = 'light', isTouch = false, hasScripts = true, scale = 1 } = view
  await page.setJavaScriptEnabled(hasScripts)
  await page.setViewport({ width, height, hasTouch: isTouch, isMobile: isTouch, deviceScaleFactor: scale })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.goto(`file://${path}`, { waitUntil: 'load' })
  // The text appears when its fonts are loaded (web.css).
  await new Promise(done => setTimeout(done, 250))
  return { page, requests, errors }
}
