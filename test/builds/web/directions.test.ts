/**
 * A right-to-left article in a real browser: what runs from left to right in it, and on which side things
 * are.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/tasks/build.ts'
import { openEdition } from '../../../tooling/web/reader-browser.ts'
import { library } from '../../build-article.ts'
import { sharedReader } from '../../reader.ts'

const manuscript = `---
title: عنوان
lang: ar
abstract: {ar: ملخص., en: Water kills (in 1854).}
plain-language-summary: ملخص بسيط.
abbreviations: {WHO: ژ}
---

# نص

WHO.

واستعمل \`f(x);\` هنا.^[حاشية.]

\`\`\`
return x + 1;
\`\`\`

| س | ع | ف | ق |
|---|---|--:|---|
| 1 | -5 | -7 | x |
| 2 | 12.5 | 8 | -3 |

::: {.callout-note}
انتبه.
:::

[Right (or left).]{lang=en} نص
`
const folder = mkdtempSync(join(tmpdir(), 'offprint-directions-'))
let page: Page

beforeAll(async () => {
  const host = { ...memoryHost({ '/paper/article.md': manuscript }, diskHost), write: diskHost.write }
  await build(
    { path: '/paper/article.md', library, formats: ['html'], output: folder, style: 'transactions' },
    host,
  )
  page = (await openEdition(await sharedReader(), join(folder, 'paper.html'), { width: 1280 })).page
}, 60_000)
afterAll(async () => {
  await page?.close()
  rmSync(folder, { recursive: true })
})

/** The characters of an element in their order on the screen, from left to right. */
async function seen(selector: string): Promise<string> {
  return await page.$eval(selector, element => {
    const places: { left: number; top: number; character: string }[] = []
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { data = '' } = texts.currentNode as Text // SHOW_TEXT
      for (let at = 0; at < data.length; at += 1) {
        const range = document.createRange()
        range.setStart(texts.currentNode, at)
        range.setEnd(texts.currentNode, at + 1)
        const { left, top } = range.getBoundingClientRect()
        places.push({ left, top, character: data[at] ?? '' })
      }
    }
    return places
      .sort((one, other) => one.left - other.left)
      .map(({ character }) => character)
      .join('')
  })
}

it.each([
  ['a number at its decimal mark', 'tr:nth-child(1) > td:nth-child(2)', '-5'],
  ['one with decimals', 'tr:nth-child(2) > td:nth-child(2)', '12.5'],
  ['a number that its author aligned', 'tr:nth-child(1) > td:nth-child(3)', '-7'],
  ['a number among words', 'tr:nth-child(2) > td:nth-child(4)', '-3'],
  ['code in a line', 'p code', 'f(x);'],
  ['code', 'pre', 'return x + 1;\n'],
  ['an abstract in English', '.is-translated p', 'Water kills (in 1854).'],
  ['words in English', 'span[lang=en]', 'Right (or left).'],
])('%s runs from left to right', async (_, selector, text) => {
  expect((await seen(selector)).trim()).toBe(text.trim())
})

it('has the rules of boxes on the right', async () => {
  const sideOf = (selector: string) =>
    page.$eval(selector, element => {
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(element)
      return [borderLeftWidth, borderRightWidth]
    })
  expect(await sideOf('.summary-box')).toEqual(['0px', '3px'])
  expect(await sideOf('.admonition')).toEqual(['0px', '2px'])
})

it('has the edges of a table at its first and last columns', async () => {
  const paddings = await page.$$eval('tbody tr:first-child > td', cells =>
    cells.map(cell => [getComputedStyle(cell).paddingLeft, getComputedStyle(cell).paddingRight]),
  )
  const [first, second, , last] = paddings
  expect(first?.[1]).toBe('0px')
  expect(last?.[0]).toBe('0px')
  expect(second).not.toContain('0px')
})

it('has a font for the words of tools and cards', async () => {
  const lacks = await page.evaluate(async () => {
    await document.fonts.ready
    const faces = [...document.fonts].filter(face => face.family.includes('Offprint Fallback'))
    const ranges = faces.flatMap(face =>
      face.unicodeRange.split(',').map(range => range.trim().toLowerCase()),
    )
    const text = [
      ...document.querySelectorAll<HTMLElement>('.citation-files, .figure-tools, .copy, .skip-link, abbr'),
    ].map(({ textContent, dataset }) => `${textContent}${dataset.meaning ?? ''}`)
    return [...new Set(text.join(''))].filter(
      character =>
        /\p{Script=Arabic}/u.test(character) &&
        !ranges.includes(`u+${character.codePointAt(0)?.toString(16)}`),
    )
  })
  expect(lacks).toEqual([])
})
