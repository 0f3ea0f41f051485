/**
 * The look of the web edition, compared with screenshots in `test/fixtures/web/` at reduced size and with few
 * shades. `UPDATE=1` takes them again: look at each before you keep it.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/tasks/build.ts'
import { encodePng } from '../../../pipeline/tools/pictures/encode-png.ts'
import { posterize } from '../../../tooling/gallery/posterize.ts'
import { openEdition, type ReaderView } from '../../../tooling/web/reader-browser.ts'
import { library } from '../../build-article.ts'
import { sharedReader } from '../../reader.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const fixtures = join(root, 'test/fixtures/web')

const articles = {
  sample: { path: join(root, 'manuscript'), style: 'ijmsrp' },
  gauge: { path: join(root, 'test/fixtures/gallery/gauge'), style: 'transactions' },
} as const

/** `at`: the element to scroll to the top of the screen. */
const views: Readonly<Record<string, ReaderView & { readonly at?: string }>> = {
  'wide-light': { width: 1280, scale: 0.375 },
  'wide-dark': { width: 1280, scale: 0.375, scheme: 'dark', at: 'figure' },
  'tablet-dark': { width: 768, scale: 0.5, scheme: 'dark', at: '.references' },
  'telephone-light': { width: 360, height: 720, scale: 0.8 },
}

/** The share of values that may differ by more than two shades, as edges of letters and lines do. */
const tolerance = 0.002

const folder = mkdtempSync(join(tmpdir(), 'offprint-looks-'))
let browser: Browser
/** An empty page in which images are decoded. */
let desk: Page

beforeAll(async () => {
  for (const [slug, article] of Object.entries(articles))
    await build({ ...article, slug, library, formats: ['html'], output: folder }, diskHost)
  browser = await sharedReader()
  desk = await browser.newPage()
}, 60_000)
afterAll(async () => {
  await desk?.close()
  rmSync(folder, { recursive: true })
})

const cases = Object.keys(articles).flatMap(slug => Object.keys(views).map(view => ({ slug, view })))

it.each(cases)('$slug, $view', async ({ slug, view: name }) => {
  const { at, ...view } = views[name] ?? { width: 1280 }
  const { page } = await openEdition(browser, join(folder, `${slug}.html`), view)
  if (at !== undefined) await page.$eval(at, element => element.scrollIntoView())
  // Time for what follows the scrolling, such as the mark in the outline.
  await new Promise(done => setTimeout(done, 150))
  const shown = await pixelsOf(await page.screenshot({ encoding: 'base64' }))
  await page.close()

  const file = join(fixtures, `${slug}-${name}.png`)
  const picture = posterize(shown)
  if (process.env.UPDATE) {
    mkdirSync(fixtures, { recursive: true })
    writeFileSync(file, encodePng(picture))
  }
  expect(existsSync(file), `${file} is there; UPDATE=1 takes it`).toBe(true)
  const kept = await pixelsOf(readFileSync(file, 'base64'))
  expect([picture.width, picture.height]).toEqual([kept.width, kept.height])
  expect(differing(picture.data, kept.data)).toBeLessThan(tolerance)
})

async function pixelsOf(base64: string) {
  const { width, height, data } = await desk.evaluate(async text => {
    const image = new Image()
    image.src = `data:image/png;base64,${text}`
    await image.decode()
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
    context?.drawImage(image, 0, 0)
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? []
    return {
      width: image.width,
      height: image.height,
      data: [...pixels].filter((_, index) => index % 4 !== 3),
    }
  }, base64)
  return { width, height, channels: 3, data: Uint8Array.from(data) } as const
}

/** The share of values that differ by more than two of the 24 shades. */
function differing(one: Uint8Array, other: Uint8Array): number {
  const count = one.reduce(
    (sum, value, index) => sum + (Math.abs(value - (other[index] ?? 0)) > 25 ? 1 : 0),
    0,
  )
  return count / one.length
}
