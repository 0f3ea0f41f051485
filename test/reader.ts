/** Test help: the browser of a reader, shared by the test files of one process. */
import type { Browser } from 'puppeteer'
import { launchReader } from '../tooling/web/reader-browser.ts'

let reader: Promise<Browser> | undefined

/** Close its pages, not the browser, which ends with its process. */
export function sharedReader(): Promise<Browser> {
  reader ??= launchReader()
  return reader
}
