/**
 * The web edition in the dark scheme and in forced colours: nothing that the author drew, struck out or
 * marked is lost.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/tasks/build.ts'
import { encodePng } from '../../../pipeline/tools/pictures/encode-png.ts'
import { openEdition } from '../../../tooling/web/reader-browser.ts'
import { library } from '../../build-article.ts'
import { sharedReader } from '../../reader.ts'

const black = encodePng({ width: 60, height: 40, channels: 3, data: new Uint8Array(60 * 40 * 3) })
const files = {
  '/paper/article.md': `---
title: Colours
lang: en
bibliography: a.bib
---

# One

[Marked text]{.mark} and $\\cancel{x} + \\bcancel{y} + \\sout{z}$.[^n] Far away[^o] from it, as [@a] says.[^n]^[Next to it.]

![Drawn.](line.svg){#fig:line}

::: {#fig:dark}
![](dark.png){alt=a} ![](dark.png){alt=b}

Dark.
:::

[^n]: One.
[^o]: Other.
`,
  '/paper/a.bib': '@book{a, title = {T}, author = {Doe, Jane}, year = {2000}}',
  '/paper/line.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><path d="M10 10h60v20h-60z" fill="none" stroke="black"/></svg>',
  '/paper/dark.png': black,
}
const folder = mkdtempSync(join(tmpdir(), 'offprint-colours-'))
const edition = join(folder, 'paper.html')
let browser: Browser

beforeAll(async () => {
  const host = { ...memoryHost(files, diskHost), write: diskHost.write }
  await build(
    { path: '/paper/article.md', library, formats: ['html'], output: folder, style: 'transactions' },
    host,
  )
  browser = await sharedReader()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

/** Contrast ratio of two colours (WCAG 2.2, 1.4.3). */
function contrast(one: readonly number[], other: readonly number[]): number {
  const light = ([red = 0, green = 0, blue = 0]: readonly number[]) => {
    const [r = 0, g = 0, b = 0] = [red, green, blue]
      .map(value => value / 255)
      .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [low = 0, high = 0] = [light(one), light(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

async function colourOf(page: Page, selector: string, name: 'color' | 'background-color') {
  const text = await page.$eval(
    selector,
    (element, property) => getComputedStyle(element).getPropertyValue(property),
    name,
  )
  return (text.match(/[\d.]+/g) ?? []).map(Number)
}

it('marked text is readable in the dark scheme', async () => {
  const { page } = await openEdition(browser, edition, { width: 800, scheme: 'dark' })
  const [ink, ground] = [
    await colourOf(page, 'mark', 'color'),
    await colourOf(page, 'mark', 'background-color'),
  ]
  expect(contrast(ink, ground)).toBeGreaterThan(4.5)
  await page.close()
})

it('the letter of a panel is above its picture', async () => {
  const { page } = await openEdition(browser, edition, { width: 800 })
  const [letter, picture] = await page.$eval('.panel:has(> .panel-mark)', ({ children }) =>
    [...children].map(child => child.getBoundingClientRect().toJSON()),
  )
  expect(letter?.bottom).toBeLessThanOrEqual(picture?.top)
  expect(letter?.left).toBe(picture?.left)
  await page.close()
})

it('marks of notes are separated only if nothing is between them', async () => {
  const { page } = await openEdition(browser, edition, { width: 800 })
  const margins = await page.$$eval('.note-mark', marks =>
    marks.map(mark => getComputedStyle(mark).marginInlineStart !== '0px'),
  )
  expect(margins).toEqual([false, false, false, true])
  await page.close()
})

describe('in forced colours', () => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await openEdition(browser, edition, { width: 800 }))
    // `emulateMediaFeatures` does not support this feature.
    const session = await page.createCDPSession()
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: 'dark' },
      ],
    })
  })
  afterAll(async () => await page.close())

  /** Whether the page looks different without the elements that the selector finds. */
  async function isSeen(selector: string): Promise<boolean> {
    const shown = await page.screenshot({ encoding: 'base64' })
    const style = await page.addStyleTag({ content: `${selector} { visibility: hidden !important }` })
    const hidden = await page.screenshot({ encoding: 'base64' })
    await style.evaluate(element => (element as Element).remove())
    return shown !== hidden
  }

  it.each(['.upstrike', '.downstrike', '.sout'])('a stroke through a formula is visible: %s', async name => {
    expect(await isSeen(`.tml-cancel${name}`)).toBe(true)
  })

  it('the arrow of a back link is visible', async () => {
    await page.$eval('.references', list => list.scrollIntoView())
    expect(await isSeen('.back-arrow')).toBe(true)
    expect(await page.$eval('.back-arrow', arrow => getComputedStyle(arrow).forcedColorAdjust)).toBe('none')
  })

  it('a drawing keeps its white background', async () => {
    expect(await colourOf(page, 'img.is-clear', 'background-color')).toEqual([255, 255, 255])
  })

  it('the target of a followed link is framed', async () => {
    await page.evaluate(() => location.assign('#ref-a'))
    expect(await page.$eval(':target', element => getComputedStyle(element).outlineStyle)).toBe('solid')
  })
})
