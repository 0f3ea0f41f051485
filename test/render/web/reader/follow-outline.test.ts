/** The outline follows the reader to the end of the page, and the keyboard stops at boxes that scroll. */
import type { Page } from 'puppeteer'
import { describe, expect, it } from 'vitest'
import { readEdition } from './read-edition.ts'

const sections = Array.from(
  { length: 46 },
  (_, index) => `# Section ${index} {#sec:s${index}}\n\n${'Words of it. '.repeat(index < 40 ? 60 : 4)}`,
)
const wide = `| Year | ${'A long head | '.repeat(12)}
|-----:|${'------|'.repeat(12)}
| 1855 | ${'aaaaaaaaaaaaaa | '.repeat(12)}
`
const reading = readEdition({
  'article.md': `---
title: Pumps
authors: [{name: John Snow}]
lang: en
---

| Year | B |
|-----:|---|
| 1855 | 1 |

: Cases. {#tbl:small}

${wide}
: More cases. {#tbl:wide}

${wide}

$$ E = mc^2 $$ {#eq:one}

$$ ${Array.from({ length: 30 }, (_, index) => `x_{${index}}`).join(' + ')} $$ {#eq:wide}

\`\`\`
short
\`\`\`

\`\`\`
${'a line of code that is a good deal longer '.repeat(5)}
\`\`\`

${sections.join('\n\n')}
`,
})

async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 60))))
}

const currentOf = (page: Page) =>
  page.$$eval('.outline a[aria-current]', links => links.map(link => link.getAttribute('href')))

const isCurrentInSight = (page: Page) =>
  page.$eval('.outline a[aria-current]', link => {
    const line = link.getBoundingClientRect()
    const box = document.querySelector('.outline')?.getBoundingClientRect()
    return box !== undefined && line.top >= box.top && line.bottom <= Math.min(box.bottom, innerHeight)
  })

describe('the outline', () => {
  it('marks each section in turn, also the last ones, and keeps it in sight', async () => {
    await reading({ width: 1280, height: 700 }, async page => {
      const seen = new Set<string | null>()
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      for (let top = height - 2000; top < height; top += 40) {
        await page.evaluate(place => scrollTo(0, place), top)
        await settled(page)
        for (const href of await currentOf(page)) seen.add(href)
        expect(await isCurrentInSight(page)).toBe(true)
      }
      for (let index = 40; index < 46; index += 1) expect([...seen]).toContain(`#sec-s${index}`)
      expect(await page.evaluate(() => scrollY)).toBe(height - 700)
    })
  })

  it('marks the section that was chosen, also at the foot of the page', async () => {
    await reading({ width: 1280, height: 700 }, async page => {
      for (const index of [43, 44, 20]) {
        await page.click(`.outline a[href="#sec-s${index}"]`)
        await settled(page)
        expect(await currentOf(page)).toEqual([`#sec-s${index}`])
      }
    })
  })

  it('opens over the text at the section that is being read', async () => {
    await reading({ width: 1000, height: 700 }, async page => {
      await page.$eval('#sec-s30', heading => heading.scrollIntoView())
      await settled(page)
      await page.click('.outline-opener')
      await settled(page)
      expect(await currentOf(page)).toEqual(['#sec-s30'])
      expect(await isCurrentInSight(page)).toBe(true)
    })
  })
})

describe('boxes that scroll', () => {
  const stops = (page: Page) =>
    page.$$eval(':is(.scroll-box, .equation-box, pre)[tabindex]', boxes =>
      boxes.map(box => `${box.getAttribute('role')}: ${box.getAttribute('aria-label')}`),
    )

  it('can be focused and have a name, and others cannot', async () => {
    await reading({ width: 1280 }, async page => {
      expect(await stops(page)).toEqual([
        'group: Table 2',
        'group: Table',
        'group: Eq. (2)',
        'group: Listing',
      ])
      expect(await page.$$('[role=region]')).toEqual([])
      await page.setViewport({ width: 3000, height: 700 })
      await page.$eval('.article', article => {
        if (article instanceof HTMLElement) article.style.maxWidth = 'none'
      })
      await settled(page)
      expect(await stops(page)).toEqual([])
    })
  })

  it('can all be focused without scripts', async () => {
    await reading({ width: 1280, hasScripts: false }, async page => {
      expect(await stops(page)).toHaveLength(7)
    })
  })
})
