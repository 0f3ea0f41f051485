/**
 * Test help: builds the web edition of a manuscript once for a test file, and opens it in a new page for each
 * test.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, expect } from 'vitest'
import { diskHost, memoryHost } from '../../../../pipeline/host/index.ts'
import { build } from '../../../../pipeline/tasks/build.ts'
import { openEdition, type ReaderView } from '../../../../tooling/web/reader-browser.ts'
import { library } from '../../../build-article.ts'
import { sharedReader } from '../../../reader.ts'

/**
 * `files`: the manuscript's files by name, with `article.md`. The page must request nothing and throw
 * nothing.
 */
export function readEdition(files: Readonly<Record<string, string>>, style = 'transactions') {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-web-'))
  let browser: Browser

  beforeAll(async () => {
    const paths = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/paper/${name}`, text]))
    const host = { ...memoryHost(paths, diskHost), write: diskHost.write }
    const { files: read } = await build(
      { path: '/paper/article.md', library, formats: ['html'], output: folder, style },
      host,
    )
    // Whether a locale for citations is found depends on the machine: Debian has a package of them.
    const messages = read.flatMap(file => file.messages).filter(({ ruleId }) => ruleId !== 'language-partial')
    expect(messages.map(String)).toEqual([])
    browser = await sharedReader()
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  return async <T>(view: ReaderView, read: (page: Page) => Promise<T>): Promise<T> => {
    const { page, requests, errors } = await openEdition(browser, join(folder, 'paper.html'), view)
    try {
      const result = await read(page)
      expect({ requests, errors }).toEqual({ requests: [], errors: [] })
      return result
    } finally {
      await page.close()
    }
  }
}

/** Waits for an open card and returns its text. */
export async function cardOf(page: Page): Promise<string> {
  await page.waitForSelector('#offprint-card:popover-open', { timeout: 5_000 })
  return await page.$eval('#offprint-card', card => card.textContent)
}

/** Whether the element is completely on the screen. */
export async function isOnScreen(page: Page, selector: string): Promise<boolean> {
  return await page.$eval(selector, element => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return left >= 0 && top >= 0 && right <= document.documentElement.clientWidth && bottom <= innerHeight
  })
}
