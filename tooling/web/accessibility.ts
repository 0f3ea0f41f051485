/**
 * `npm run accessibility [name-prefix…]`: the sample in each journal, every manuscript of the corpora and the
 * landing page of an issue as web pages through axe-core in a real Chromium, in both colour schemes, 360 and
 * 1280 px wide. Exit status 1 where one has a violation.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chosenEditions } from './editions.ts'
import { findViolations } from './find-violations.ts'
import { launchReader, openEdition, type ReaderView } from './reader-browser.ts'

const views: readonly ReaderView[] = [360, 1280].flatMap(width =>
  (['light', 'dark'] as const).map(scheme => ({ width, scheme })),
)
const editions = await chosenEditions(process.argv.slice(2))

const browser = await launchReader()
let violated = 0
for (const { name, make } of editions) {
  const output = mkdtempSync(join(tmpdir(), 'offprint-web-'))
  const path = await make(output)
  const found = new Set<string>()
  for (const view of views) {
    const { page, requests, errors } = await openEdition(browser, path, view)
    const violations = await findViolations(page)
    for (const one of [...violations, ...requests, ...errors]) found.add(one)
    await page.close()
  }
  rmSync(output, { recursive: true })
  if (found.size > 0) violated += 1
  process.stdout.write(`${found.size === 0 ? 'none' : String(found.size).padStart(4)}  ${name}\n`)
  for (const one of found) process.stdout.write(`      ${one}\n`)
}
await browser.close()
process.stdout.write(`${editions.length} pages, ${violated} with violations\n`)
process.exitCode = violated > 0 ? 1 : 0
