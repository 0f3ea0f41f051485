/**
 * `npm run accessibility [name-prefix…]`: the sample in each journal and every manuscript of the corpora as web pages through axe-core in a real
 * Chromium, in both colour schemes, 360 and 1280 px wide. Exit status 1 where one has a violation.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { build } from '../pipeline/build.ts'
import { diskHost } from '../pipeline/host/index.ts'
import { library } from './build-article.ts'
import { chosenEditions } from './web/editions.ts'
import { findViolations } from './web/find-violations.ts'
import { launchReader, openEdition, type ReaderView } from './web/reader-browser.ts'

const views: readonly ReaderView[] = [360, 1280].flatMap(width =>
  (['light', 'dark'] as const).map(scheme => ({ width, scheme })),
)
const editions = await chosenEditions(process.argv.slice(2))

const browser = await launchReader()
let violated = 0
for (const { name, path, style } of editions) {
  const output = mkdtempSync(join(tmpdir(), 'offprint-web-'))
  const { outputs } = await build({ path, style, library, formats: ['html'], output }, diskHost)
  const [file = ''] = outputs.keys()
  const found = new Set<string>()
  for (const view of views) {
    const { page, requests, errors } = await openEdition(browser, join(output, basename(file)), view)
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
process.stdout.write(`${editions.length} articles, ${violated} with violations\n`)
process.exitCode = violated > 0 ? 1 : 0
