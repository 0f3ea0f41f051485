/**
 * `npm run accessibility [name-prefix…]`: checks web pages with axe-core in a real Chromium, in both colour
 * schemes, at 360 and 1280 px: the sample in each journal, every manuscript of the corpora, and the landing
 * page of an issue. The exit status is 1 if a page has a violation.
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
  const problems = new Set<string>()
  for (const view of views) {
    const { page, requests, errors } = await openEdition(browser, path, view)
    const violations = await findViolations(page)
    for (const problem of [...violations, ...requests, ...errors]) problems.add(problem)
    await page.close()
  }
  rmSync(output, { recursive: true })
  if (problems.size > 0) violated++
  process.stdout.write(`${problems.size === 0 ? 'none' : String(problems.size).padStart(4)}  ${name}\n`)
  for (const problem of problems) process.stdout.write(`      ${problem}\n`)
}
await browser.close()
process.stdout.write(`${editions.length} pages, ${violated} with violations\n`)
process.exitCode = violated > 0 ? 1 : 0
