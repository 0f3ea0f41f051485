/** Test help: the browser that prints the builds of one process, instead of one for each build. */
import type { Browser } from '../pipeline/tools/browser/puppeteer.ts'
import { sharedBrowser } from '../pipeline/tools/browser/shared-browser.ts'

const printer = sharedBrowser()

/** For the option `browser` of a build. The process of the browser ends with that of the tests. */
export function printingBrowser(): Promise<Browser> {
  return printer.borrow()
}
