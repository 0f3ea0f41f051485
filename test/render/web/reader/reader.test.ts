/** The web edition in a real browser: what a reader sees, hovers, focuses, taps and copies. */
import { describe, expect, it } from 'vitest'
import { findViolations } from '../../../../tooling/web/find-violations.ts'
import { cardOf, isOnScreen, readEdition } from './read-edition.ts'

const manuscript = `---
title: "Pumps, $x^2$ and wells"
authors:
  - {name: John Snow, orcid: 0000-0002-1825-0097, email: snow@example.org, affiliation: a, corresponding: true}
affiliations: [{id: a, name: Board of Health}]
abstract: Water kills.
bibliography: a.bib
abbreviations: {WHO: World Health Organization}
lang: en
---

# One {#sec:one}

As [@snow1855] of the WHO says,^[A note with *more* of it.] in @fig:one, @tbl:one and @eq:one.

![A dot.](dot.svg){#fig:one width=20%}

${'Many words make a long text that has to be scrolled. '.repeat(60)}

Back to @sec:one.[^long]

[^long]: First paragraph.

    Second paragraph.

::: {.film}
<https://example.org/a-film>
:::

A film.

# Two

$$ E = mc^2 $$ {#eq:one}

| Year | A long head of a column | Another long head | And another one | And one more | The last of them |
|-----:|------|------|------|------|------|
| 1855 | ${'word '.repeat(6)} | aaaaaaaaaaaaaaaaaaaaaa | bbbbbbbbbbbbbbbbbbbbbbbbb | cccccccccccccccccccc | ddddddddd |

: Cases. {#tbl:one}

${'More words between the two headings. '.repeat(60)}

### Deep

\`\`\`
a line of code that is a good deal longer than the screen of any telephone is wide, as they often are
\`\`\`
`
const files = {
  'article.md': manuscript,
  'a.bib':
    '@article{snow1855, author = {Snow, John}, title = {On pumps}, journal = {Water}, year = {1855}, volume = {1}, pages = {1--2}, doi = {10.1234/s}}',
  'dot.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><circle cx="50" cy="50" r="40"/></svg>',
}

const reading = readEdition(files)

describe('a card', () => {
  it('shows the work of a citation while the pointer is on it', async () => {
    await reading({ width: 1280 }, async page => {
      await page.hover('a.citation-link')
      expect(await cardOf(page)).toContain('On pumps')
      await page.hover('#offprint-card')
      await new Promise(done => setTimeout(done, 400))
      expect(await page.$('#offprint-card:popover-open')).not.toBeNull()
      await page.hover('h1')
      await page.waitForFunction(() => !document.querySelector('#offprint-card:popover-open'), {
        timeout: 5_000,
      })
    })
  })

  it('opens by focus and closes with Escape', async () => {
    await reading({ width: 1280 }, async page => {
      await page.focus('.note-mark a')
      expect((await cardOf(page)).trim()).toBe('A note with more of it.')
      expect(await page.$eval('.note-mark a', link => link.getAttribute('aria-describedby'))).toBe(
        'offprint-card',
      )
      await page.keyboard.press('Escape')
      expect(await page.$('#offprint-card:popover-open')).toBeNull()
    })
  })

  it('follows its link in the order of the keyboard, and returns the focus', async () => {
    await reading({ width: 1280 }, async page => {
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'))
      await page.focus('a.citation-link')
      await cardOf(page)
      await page.keyboard.press('Tab')
      expect(await focused()).toContain('10.1234/s')
      expect(await page.$('#offprint-card:popover-open')).not.toBeNull()
      await page.keyboard.press('Escape')
      expect(await page.$('#offprint-card:popover-open')).toBeNull()
      expect(await focused()).toBe('#ref-snow1855')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ABBR')
    })
  })

  it('shows the beginning of a section, and all paragraphs of a note', async () => {
    await reading({ width: 1280 }, async page => {
      await page.focus('a.cross-reference[href="#sec-one"]')
      expect(await cardOf(page)).toMatch(/^(?:1 ?)?OneAs\s\[1\]/)
      await page.focus('.note-mark + .note-mark a, [href="#note-2"]')
      await page.waitForFunction(() => document.querySelectorAll('#offprint-card p').length === 2)
    })
  })

  it('shows the meaning of an abbreviation', async () => {
    await reading({ width: 1280 }, async page => {
      await page.focus('abbr')
      expect(await cardOf(page)).toBe('World Health Organization')
    })
  })

  it('opens at the first tap; the second one follows the link', async () => {
    await reading({ width: 360, isTouch: true }, async page => {
      await page.tap('a.cross-reference')
      expect(await cardOf(page)).toContain('A dot.')
      expect(await page.evaluate(() => location.hash)).toBe('')
      await page.tap('a.cross-reference')
      expect(await page.evaluate(() => location.hash)).toBe('#fig-one')
    })
  })

  it('stays on the screen', async () => {
    await reading({ width: 360 }, async page => {
      await page.focus('a.citation-link')
      await cardOf(page)
      expect(await isOnScreen(page, '#offprint-card')).toBe(true)
    })
  })
})

describe('the page', () => {
  it('opens a figure at the size of the screen, and returns the focus', async () => {
    await reading({ width: 1280 }, async page => {
      const before = await page.$eval('#fig-one img', image => image.getBoundingClientRect().width)
      await page.focus('#fig-one .enlarge')
      await page.keyboard.press('Enter')
      const after = await page.$eval('dialog[open] img', image => image.getBoundingClientRect().width)
      expect(after).toBeGreaterThan(3 * before)
      await page.keyboard.press('Escape')
      expect(await page.$('dialog[open]')).toBeNull()
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('enlarge')
    })
  })

  it.each([true, false])('opens an author, with scripts: %s', async hasScripts => {
    await reading({ width: 1280, hasScripts }, async page => {
      await page.click('button.author-name')
      const text = await page.$eval('.author-card:popover-open', card => card.textContent)
      expect(text).toContain('Board of Health')
      expect(text).toContain('0000-0002-1825-0097')
      expect(text).toContain('snow@example.org')
    })
  })

  it('marks the section that is being read', async () => {
    await reading({ width: 1280 }, async page => {
      await page.evaluate(() => document.getElementById('two')?.scrollIntoView())
      await page.waitForSelector('.outline a[aria-current][href="#two"]', { timeout: 5_000 })
    })
  })

  it.each([true, false])(
    'opens its outline over the text if there is no room beside it, with scripts: %s',
    async hasScripts => {
      await reading({ width: 360, isTouch: true, hasScripts }, async page => {
        const isShown = () => page.$eval('.outline', outline => outline.checkVisibility())
        expect(await isShown()).toBe(false)
        await page.tap('.outline-opener')
        expect(await isShown()).toBe(true)
        await page.tap('.outline a[href="#two"]')
        await page.waitForFunction(() => scrollY > 0, { timeout: 5_000 })
        // Without scripts, the next tap outside closes it.
        if (!hasScripts) await page.touchscreen.tap(5, 5)
        expect(await isShown()).toBe(false)
      })
    },
  )

  it('copies formulas as TeX', async () => {
    await reading({ width: 1280 }, async page => {
      const text = await page.evaluate(() => {
        const equation = document.querySelector('.equation')
        if (equation) getSelection()?.selectAllChildren(equation)
        const data = new DataTransfer()
        document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }))
        return data.getData('text/plain')
      })
      expect(text).toContain('$$E = mc^2$$')
    })
  })

  it.each([
    ['bib', '@article{snow'],
    ['ris', 'TY  - JOUR'],
    ['json', '"type": "article-journal"'],
  ])('offers its citation as .%s, with scripts off', async (extension, content) => {
    await reading({ width: 1280, hasScripts: false }, async page => {
      const link = `.citation-files a[download="paper.${extension}"]`
      const href = await page.$eval(link, found => found.getAttribute('href') ?? '')
      const [head = '', text = ''] = href.split(/,(.*)/s)
      expect(head).toMatch(/^data:application\/[\w.+-]+;charset=utf-8$/)
      expect(decodeURIComponent(text)).toContain(content)
      expect(decodeURIComponent(text)).toContain('Pumps, x² and wells')
    })
  })

  it('has lines of 60 to 75 letters', async () => {
    await reading({ width: 1280 }, async page => {
      const length = await page.$$eval('.text > p, .text section > p', found => {
        const longest = found.toSorted((a, b) => b.textContent.length - a.textContent.length)[0]
        if (!longest) return 0
        const lines =
          longest.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(longest).lineHeight)
        return longest.textContent.length / lines
      })
      expect(length).toBeGreaterThan(60)
      expect(length).toBeLessThan(75)
    })
  })

  it('separates a paragraph inside another block from its neighbours', async () => {
    await reading({ width: 800 }, async page => {
      const gaps = await page.$eval('.film p', inner => {
        const [before, after] = [
          inner.parentElement?.previousElementSibling,
          inner.parentElement?.nextElementSibling,
        ]
        const { top, bottom } = inner.getBoundingClientRect()
        const above = top - (before?.getBoundingClientRect().bottom ?? top)
        return [above, (after?.getBoundingClientRect().top ?? bottom) - bottom].map(Math.round)
      })
      expect(gaps.every(gap => gap > 12)).toBe(true)
    })
  })

  it('grows with the text size that the reader has set', async () => {
    await reading({ width: 1280 }, async page => {
      const session = await page.createCDPSession()
      const sizeOf = () => page.$eval('.text p', one => Number.parseFloat(getComputedStyle(one).fontSize))
      const before = await sizeOf()
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
      expect(await sizeOf()).toBeGreaterThan(1.5 * before)
    })
  })

  it.each([320, 360, 1280])('is never wider than a screen of %i px', async width => {
    await reading({ width }, async page => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    })
  })

  it('does not shift after it is first painted', async () => {
    await reading({ width: 360, hasScripts: false }, async page => {
      const session = await page.createCDPSession()
      let shift = 0
      session.on('PerformanceTimeline.timelineEventAdded', ({ event }) => {
        shift += event.layoutShiftDetails?.value ?? 0
      })
      await session.send('PerformanceTimeline.enable', { eventTypes: ['layout-shift'] })
      const shifts: number[] = []
      // On a busy machine a single attempt may fail.
      for (let time = 0; time < 3; time += 1) {
        shift = 0
        await page.reload({ waitUntil: 'load' })
        await new Promise(done => setTimeout(done, 500))
        shifts.push(shift)
      }
      expect(Math.min(...shifts)).toBe(0)
    })
  })
})

describe('accessibility (axe-core)', () => {
  it.each([
    { width: 360, scheme: 'light' },
    { width: 1280, scheme: 'light' },
    { width: 360, scheme: 'dark' },
    { width: 1280, scheme: 'dark' },
  ] as const)('has no violation at $width px, $scheme', async view => {
    await reading(view, async page => {
      expect(await findViolations(page)).toEqual([])
    })
  })
})
