/** Figures and tables at the size of the screen: the dialog, and the cards in it. */
import type { Page } from 'puppeteer'
import { describe, expect, it } from 'vitest'
import { findViolations } from '../../../../tooling/web/find-violations.ts'
import { cardOf, readEdition } from './read-edition.ts'

const reading = readEdition({
  'article.md': `---
title: Pumps
authors: [{name: John Snow}]
bibliography: a.bib
lang: en
---

# One {#sec:one}

See @fig:one, @fig:two and @tbl:wide.

![A dot of [@snow1855], as in @sec:two, and a word of the [WHO](#sec:one).](wide.svg){#fig:one}

::: {#fig:two}
![First](tall.svg){alt="A dot"}

![Second](tall.svg){alt="Another dot"}

Of both.
:::

| Year | B |
|-----:|---|
| 1855 | 1 |

: A long caption that says what is in this small table, and goes on for more than one line. {#tbl:wide}

${'Many words make a long text that has to be scrolled. '.repeat(120)}

# Two {#sec:two}

${'More words make a long text that has to be scrolled. '.repeat(60)}
`,
  'a.bib':
    '@article{snow1855, author = {Snow, John}, title = {On pumps}, journal = {Water}, year = {1855}, doi = {10.1234/s}}',
  'wide.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><circle cx="50" cy="50" r="40"/></svg>',
  'tall.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="900"><circle cx="50" cy="50" r="40"/></svg>',
})

async function enlarge(page: Page, id: string): Promise<void> {
  await page.focus(`#${id} .enlarge`)
  await page.keyboard.press('Enter')
  await page.waitForSelector('dialog[open]')
}

const citation = 'dialog a.citation-link'

describe('a card in the dialog', () => {
  it('stays while the pointer is on it', async () => {
    await reading({ width: 1280 }, async page => {
      await enlarge(page, 'fig-one')
      await page.hover(citation)
      expect(await cardOf(page)).toContain('On pumps')
      await page.hover('#offprint-card')
      await new Promise(done => setTimeout(done, 400))
      expect(await page.$('#offprint-card:popover-open')).not.toBeNull()
    })
  })

  it('is reached by the keyboard, and Escape closes it before the dialog', async () => {
    await reading({ width: 1280 }, async page => {
      await enlarge(page, 'fig-one')
      await page.focus(citation)
      await cardOf(page)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toContain('10.1234/s')
      await page.keyboard.press('Escape')
      expect(await page.$('#offprint-card:popover-open')).toBeNull()
      expect(await page.$('dialog[open]')).not.toBeNull()
      await page.keyboard.press('Escape')
      expect(await page.$('dialog[open]')).toBeNull()
    })
  })

  it('closes with the dialog, and opens again on the page', async () => {
    await reading({ width: 1280 }, async page => {
      await enlarge(page, 'fig-one')
      await page.hover(citation)
      await cardOf(page)
      await page.click('dialog .close')
      // The dialogue closes its card in an event of its own, which comes a little later.
      await page.waitForFunction(() => !document.querySelector('dialog[open], #offprint-card:popover-open'))
      await page.evaluate(() => new Promise(done => setTimeout(done, 50)))
      await page.focus('#fig-one a.citation-link')
      expect(await cardOf(page)).toContain('On pumps')
      expect(await page.$('main #offprint-card')).not.toBeNull()
    })
  })

  it('moves with its link', async () => {
    await reading({ width: 600, height: 500 }, async page => {
      await enlarge(page, 'fig-two')
      await page.$eval('dialog', dialog => {
        const spacer = document.createElement('div')
        spacer.style.height = '2000px'
        dialog.append(spacer)
      })
      await enlargeCaptionLink(page)
      await cardOf(page)
      const distance = () =>
        page.evaluate(() => {
          const link = document.querySelector('dialog figcaption a')?.getBoundingClientRect()
          const card = document.querySelector('#offprint-card')?.getBoundingClientRect()
          return Math.min(
            Math.abs((card?.top ?? 0) - (link?.bottom ?? 999)),
            Math.abs((link?.top ?? 0) - (card?.bottom ?? 999)),
          )
        })
      expect(await distance()).toBeLessThan(10)
      await page.$eval('dialog', dialog => dialog.scrollBy(0, 60))
      await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50))))
      expect(await distance()).toBeLessThan(10)
    })
  })
})

/** Adds a link to the caption of the enlarged figure, which has none, and focuses it. */
async function enlargeCaptionLink(page: Page): Promise<void> {
  await page.$eval('dialog figcaption', caption => {
    const link = document.createElement('a')
    link.href = '#sec-two'
    link.textContent = 'link'
    caption.append(link)
    link.focus()
  })
}

describe('the dialog', () => {
  it('closes when a link to a place of the page is followed', async () => {
    await reading({ width: 1280 }, async page => {
      await enlarge(page, 'fig-one')
      await page.click('dialog a[href="#sec-two"]')
      await page.waitForFunction(() => location.hash === '#sec-two')
      expect(await page.$('dialog[open]')).toBeNull()
      expect(await page.evaluate(() => document.activeElement?.className)).not.toContain('enlarge')
      const top = await page.$eval('#sec-two', heading => heading.getBoundingClientRect().top)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(top).toBeLessThan(900)
    })
  })

  it('stays open at a tap that opens a card', async () => {
    await reading({ width: 360, isTouch: true }, async page => {
      await page.$eval('#fig-one .enlarge', button => button.scrollIntoView({ block: 'center' }))
      await page.tap('#fig-one .enlarge')
      await page.waitForSelector('dialog[open]')
      await page.tap('dialog a[href="#sec-two"]')
      await cardOf(page)
      expect(await page.$('dialog[open]')).not.toBeNull()
      await page.tap('dialog a[href="#sec-two"]')
      await page.waitForFunction(() => !document.querySelector('dialog[open]'))
      expect(await page.evaluate(() => location.hash)).toBe('#sec-two')
    })
  })

  it('can be closed when it is scrolled', async () => {
    await reading({ width: 360, height: 500 }, async page => {
      await enlarge(page, 'fig-two')
      await page.$eval('dialog', dialog => dialog.scrollTo(dialog.scrollWidth, 200))
      const isOnTop = await page.$eval('dialog .close', close => {
        const { left, top, width, height } = close.getBoundingClientRect()
        return document.elementFromPoint(left + width / 2, top + height / 2) === close
      })
      expect(isOnTop).toBe(true)
    })
  })

  it.each([
    { width: 360, height: 740 },
    { width: 740, height: 360 },
  ])('shows a picture at least as large as the page does on $width × $height', async view => {
    await reading(view, async page => {
      for (const id of ['fig-one', 'fig-two']) {
        const widthOf = (selector: string) =>
          page.$eval(selector, image => {
            const { width, height } = image.getBoundingClientRect()
            // The visible part of the picture in its box.
            const ratio = image instanceof HTMLImageElement ? image.naturalWidth / image.naturalHeight : 1
            return Math.min(width, height * ratio)
          })
        const before = await widthOf(`#${id} img`)
        await enlarge(page, id)
        expect(await widthOf('dialog img')).toBeGreaterThanOrEqual(before)
        await page.keyboard.press('Escape')
      }
    })
  })

  it('shows a picture in its own size on a phone, with the caption in view', async () => {
    await reading({ width: 360, isTouch: true }, async page => {
      await enlarge(page, 'fig-one')
      expect(await page.$eval('dialog img', image => image.clientWidth)).toBe(800)
      await page.$eval('dialog', dialog => dialog.scrollTo(300, 0))
      const [left = -1, right = 999] = await page.$eval('dialog figcaption', caption => {
        const sides = caption.getBoundingClientRect()
        return [sides.left, sides.right]
      })
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(360)
    })
  })

  it('centres a table and its caption', async () => {
    await reading({ width: 1280 }, async page => {
      await enlarge(page, 'tbl-wide')
      const middles = await page.$$eval('dialog :is(table, figcaption)', found =>
        found.map(one => {
          const { left, right } = one.getBoundingClientRect()
          return (left + right) / 2
        }),
      )
      expect(middles).toHaveLength(2)
      expect(Math.abs((middles[0] ?? 0) - (middles[1] ?? 999))).toBeLessThan(2)
    })
  })

  it.each([360, 1280])('has no violation (axe-core) at %i px, with a card as well', async width => {
    await reading({ width }, async page => {
      for (const id of ['tbl-wide', 'fig-one']) {
        if (await page.$('dialog[open]')) await page.click('dialog .close')
        await enlarge(page, id)
        expect(await findViolations(page)).toEqual([])
      }
      await page.focus(citation)
      await cardOf(page)
      expect(await findViolations(page)).toEqual([])
    })
  })
})

describe('its button', () => {
  it('covers nothing', async () => {
    await reading({ width: 1280 }, async page => {
      // A headless Chromium reports that it cannot hover.
      await page.evaluate(() => {
        for (const rule of [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]))
          if (rule instanceof CSSMediaRule && rule.conditionText === '(hover: none)')
            rule.media.mediaText = 'not all'
      })
      for (const id of ['fig-one', 'tbl-wide']) {
        await page.hover(`#${id}`)
        const overlap = await page.$eval(`#${id} .enlarge`, button => {
          const own = button.getBoundingClientRect()
          const others = [...document.querySelectorAll('.text p, figcaption, img, table')]
          return others.some(other => {
            const { left, right, top, bottom } = other.getBoundingClientRect()
            return left < own.right && own.left < right && top < own.bottom && own.top < bottom
          })
        })
        expect(overlap).toBe(false)
      }
    })
  })

  it('is hinted at only by pictures that can be enlarged', async () => {
    await reading({ width: 1280 }, async page => {
      const cursorOf = (selector: string) => page.$eval(selector, image => getComputedStyle(image).cursor)
      expect(await cursorOf('#fig-one img')).toBe('zoom-in')
      await page.focus('.text p a[href="#fig-one"]')
      await cardOf(page)
      expect(await cursorOf('#offprint-card img')).toBe('auto')
    })
  })
})
