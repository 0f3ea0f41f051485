/** The cards of the web edition: what each shows, and that it stays where it can be read. */
import type { Page } from 'puppeteer'
import { describe, expect, it } from 'vitest'
import { findViolations } from '../../../../tooling/web/find-violations.ts'
import { cardOf, isOnScreen, readEdition } from './read-edition.ts'

const keys = ['a', 'b', 'c', 'd']
const authors = Array.from(
  { length: 39 },
  (_, index) =>
    `  - {name: Author Number${index} Longname, email: a${index}@example.org, affiliations: [a, b], roles: [software]}`,
)
const manuscript = (lang: string) => `---
title: Pumps
authors:
  - {name: John Snow, orcid: 0000-0002-1825-0097, email: snow@example.org, affiliations: [a]}
${authors.join('\n')}
affiliations: [{id: a, name: Board of Health}, {id: b, name: University of Somewhere}]
bibliography: a.bib
lang: ${lang}
---

# One {#sec:one}

Works [@a; @b; @c; @d], one [@b], two [@a; @c], [a link](#sec:list), [a place](#place), [a figure](#fig:two),
@sec:list, @sec:formula, @sec:picture, @sec:sub, @fig:two(a), @tbl:wide and \\pageref{tbl:wide}.^[A note.]

::: {#around}
A paragraph with [a link to where it stands](#around).
:::

# List {#sec:list}

- The first of some points

# Formula {#sec:formula}

Some area $x^2$ of a well.^[Not here.]

# Picture {#sec:picture}

![Alone.](dot.svg)

# Sub {#sec:sub}

## Below {#sec:below}

Text of the lower section.

A paragraph around a place.[]{#place}

::: {#fig:two}
![First](dot.svg){alt="A dot" credit="Jane Doe, CC BY 4.0"}

![Second](dot.svg){alt="Another dot"}

Of both.
:::

| Year | ${'A long head | '.repeat(12)}
|-----:|${'------|'.repeat(12)}
| 1855 | ${'aaaaaaaaaaaaaa | '.repeat(12)}

: Cases. {#tbl:wide}

${'Many words make a long text that has to be scrolled. '.repeat(60)}
`
const files = (lang: string) => ({
  'article.md': manuscript(lang),
  'a.bib': keys
    .map(
      key => `@article{${key}, author = {Snow, ${key}.}, title = {On ${key}}, journal = {J}, year = {1855}}`,
    )
    .join('\n'),
  'dot.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><circle cx="50" cy="50" r="40"/></svg>',
})

const reading = readEdition(files('en'))
const readingFromRight = readEdition(files('ar'))

/**
 * Gives the keyboard's focus to a link to `id`, the first or the one with the given index, which opens its
 * card.
 */
async function focusLink(page: Page, id: string, place = 0): Promise<void> {
  await page.evaluate(
    (hash, index) => {
      const links = document.querySelectorAll<HTMLElement>(`.text p a[href="${hash}"]`)
      links[index]?.focus()
    },
    `#${id}`,
    place,
  )
}

describe('the card', () => {
  it('of a range shows all its works, each with a link to its reference', async () => {
    await reading({ width: 1280 }, async page => {
      await focusLink(page, 'ref-a')
      expect((await cardOf(page)).match(/\[\d\]/g)).toEqual(['[1]', '[2]', '[3]', '[4]'])
      const links = await page.$$eval('#offprint-card .cited-work > a', found => found.map(one => one.hash))
      expect(links).toEqual(keys.map(key => `#ref-${key}`))
      // If each work has a link, it also has a card.
      await focusLink(page, 'ref-c')
      await page.waitForFunction(
        () => !document.querySelector('#offprint-card')?.textContent.includes('On a'),
      )
      expect(await cardOf(page)).toContain('On c')
    })
  })

  it.each([
    ['of words that link to a section', 'sec-list', 0, 'The first of some points'],
    ['of an empty place', 'place', 0, 'A paragraph around a place.'],
    ['of words that link to a figure', 'fig-two', 0, 'Of both.'],
    ['of the number of a page', 'tbl-wide', 1, 'Cases.'],
    ['of a section that begins with a picture', 'sec-picture', 0, 'Alone.'],
    ['of a section that begins with another', 'sec-sub', 0, 'Text of the lower section.'],
    ['of a panel', 'fig-two-a', 0, '(a) First. Image: Jane Doe, CC BY 4.0.'],
  ])('%s shows its content', async (_, id, place, text) => {
    await reading({ width: 1280 }, async page => {
      await focusLink(page, id, place)
      expect(await cardOf(page)).toContain(text)
    })
  })

  it('shows formulas once and no marks of notes', async () => {
    await reading({ width: 1280 }, async page => {
      await focusLink(page, 'sec-formula')
      await cardOf(page)
      const text = await page.$eval('#offprint-card', card => card instanceof HTMLElement && card.innerText)
      expect(text).toMatch(/Some area\s*\S+\s*2\s*of a well\.$/)
    })
  })

  it('does not open for the place where the reader is, so that a tap follows the link', async () => {
    await reading({ width: 360, isTouch: true }, async page => {
      await page.$eval('a[href="#around"]', link => link.scrollIntoView({ block: 'center' }))
      await page.tap('a[href="#around"]')
      await page.waitForFunction(() => location.hash === '#around')
      expect(await page.$('#offprint-card:popover-open')).toBeNull()
    })
  })

  it('does not open for a link without a target', async () => {
    await reading({ width: 1280 }, async page => {
      await page.$eval('.text p a', link => {
        link.setAttribute('href', '#100%')
        link.focus()
      })
      expect(await page.$('#offprint-card:popover-open')).toBeNull()
    })
  })

  it('opens by focus after a touch that scrolled', async () => {
    await reading({ width: 360, isTouch: true }, async page => {
      await page.evaluate(() => {
        document.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch' }))
        document.dispatchEvent(new PointerEvent('pointercancel', { pointerType: 'touch' }))
      })
      await focusLink(page, 'sec-list')
      expect(await cardOf(page)).toContain('The first of some points')
    })
  })

  it('stays on the screen when it becomes narrow', async () => {
    await reading({ width: 1280 }, async page => {
      await focusLink(page, 'tbl-wide')
      await cardOf(page)
      await page.setViewport({ width: 360, height: 700 })
      await page.waitForFunction(() => innerWidth === 360)
      await page.evaluate(() => new Promise(done => requestAnimationFrame(done)))
      const [wide, left, right] = await page.$eval('#offprint-card', card => {
        const sides = card.getBoundingClientRect()
        return [document.documentElement.scrollWidth, sides.left, sides.right]
      })
      expect(wide).toBe(360)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(360)
    })
  })

  it.each([360, 1280])('has no violation (axe-core) at %i px', async width => {
    await reading({ width }, async page => {
      for (const id of ['ref-a', 'tbl-wide', 'sec-sub', 'fig-two-a']) {
        await focusLink(page, id)
        await cardOf(page)
        expect(await findViolations(page)).toEqual([])
      }
    })
  })
})

describe('the card of an author', () => {
  const last = '[popovertarget="offprint-author-40"]'
  const card = '.author-card:popover-open'

  it.each([true, false])('is on the screen, with scripts: %s', async hasScripts => {
    await reading({ width: 1280, height: 500, hasScripts }, async page => {
      await page.$eval(last, name => name.scrollIntoView({ block: 'end' }))
      await page.click(last)
      await page.waitForSelector(card)
      expect(await isOnScreen(page, card)).toBe(true)
    })
  })

  it.each([
    { side: 'left', read: reading },
    { side: 'right', read: readingFromRight },
  ] as const)('begins with its author at the $side', async ({ side, read }) => {
    await read({ width: 1280 }, async page => {
      await page.click('[popovertarget="offprint-author-1"]')
      await page.waitForSelector(card)
      const [opened = 0, name = 0] = await page.$$eval(
        `${card}, [popovertarget="offprint-author-1"]`,
        (found, edge) => found.map(one => one.getBoundingClientRect()[edge]).toSorted((a, b) => a - b),
        side,
      )
      expect(Math.abs(opened - name)).toBeLessThan(16)
    })
  })

  it('closes when the focus moves on', async () => {
    await reading({ width: 1280 }, async page => {
      await page.focus('[popovertarget="offprint-author-1"]')
      await page.keyboard.press('Enter')
      await page.waitForSelector(card)
      const isInCard = () => page.$eval(card, one => one.contains(document.activeElement))
      await page.keyboard.press('Tab')
      expect(await isInCard()).toBe(true)
      await page.keyboard.press('Tab')
      expect(await isInCard()).toBe(true)
      await page.keyboard.press('Tab')
      expect(await page.$(card)).toBeNull()
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('orcid')
    })
  })
})
