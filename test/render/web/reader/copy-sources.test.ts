/** What is copied from the web edition: formulas as TeX and as MathML, the rest as it is on the page. */
import type { Page } from 'puppeteer'
import { describe, expect, it } from 'vitest'
import { readEdition } from './read-edition.ts'

const reading = readEdition(
  {
    'article.md': `---
title: "Pumps, $x^2$ and wells"
authors:
  - {name: John Snow, affiliation: a}
affiliations: [{id: a, name: Board of Health}]
bibliography: a.bib
doi: 10.1234/pumps
date: 2026-03-01
lang: en
---

# One {#sec:one}

Some words before $a + b$ and after it,^[A note.] with [@snow1855].

- First point
- Second point $c$

![A dot.](dot.svg){#fig:one}

# Two

$$ E = mc^2 $$ {#eq:one}

| Year | Cases |
|-----:|-------|
| 1855 | $y_1$ |
| 1856 | many  |

: Cases. {#tbl:one}

A last paragraph without.
`,
    'a.bib':
      '@article{snow1855, author = {Snow, John}, title = {On pumps}, journal = {Water}, year = {1855}, doi = {10.1234/s}}',
    'dot.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><circle cx="50" cy="50" r="40"/></svg>',
  },
  'ijmsrp',
)

interface Copied {
  readonly text: string
  readonly html: string
  /** False if the browser copies by itself. */
  readonly isOurs: boolean
}

async function copy(page: Page): Promise<Copied> {
  return await page.evaluate(() => {
    const data = new DataTransfer()
    const event = new ClipboardEvent('copy', { clipboardData: data, cancelable: true, bubbles: true })
    document.body.dispatchEvent(event)
    return {
      text: data.getData('text/plain'),
      html: data.getData('text/html'),
      isOurs: event.defaultPrevented,
    }
  })
}

async function select(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    (start, end) => {
      const [first, last] = [document.querySelector(start), document.querySelector(end)]
      if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length)
    },
    from,
    to,
  )
}

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number; width: number }> {
  return await page.$eval(selector, element => {
    element.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2, width }
  })
}

describe('copying', () => {
  it('the whole page gives the article in lines, without the tools of the page', async () => {
    await reading({ width: 1280 }, async page => {
      await page.click('#fig-one .enlarge')
      await page.keyboard.press('Escape')
      await page.evaluate(() => document.execCommand('selectAll'))
      const { text, html } = await copy(page)
      const lines = text.split('\n').map(line => line.trim())
      expect(lines).toContain('Pumps, $x^2$ and wells')
      expect(lines).toContain('First point')
      expect(lines).toContain('Second point $c$')
      expect(lines).toContain('$$E = mc^2$$')
      expect(text).toContain('1855\t$y_1$\n1856\tmany')
      expect(lines).toContain('John Snow')
      expect(lines).toContain('Snow J. On pumps. Water 1855. doi:10.1234/s')
      for (const [name, content] of Object.entries({ text, html })) {
        expect(content, name).not.toContain('querySelector')
        expect(content, name).not.toContain('Enlarge')
        expect(content, name).not.toContain('Skip to')
        // The card of the author repeats it.
        expect(content.match(/Board of Health/g), name).toHaveLength(1)
      }
    })
  })

  it('gives MathML and markup for formatted text', async () => {
    await reading({ width: 1280 }, async page => {
      await select(page, '#sec-one', '#tbl-one')
      const { html } = await copy(page)
      expect(html).toContain('xmlns="http://www.w3.org/1998/Math/MathML"')
      expect(html).toMatch(/<h2[ >]/)
      expect(html).toMatch(/href="file:[^"]*#ref-snow1855"/)
    })
  })

  it('part of a table gives a table', async () => {
    await reading({ width: 1280 }, async page => {
      await select(page, '#tbl-one tbody tr', '#tbl-one tbody tr + tr')
      const { text, html } = await copy(page)
      expect(html).toMatch(/^<table>.*<tbody>.*<tr>/s)
      expect(text.trim()).toBe('1855\t$y_1$\n1856\tmany')
    })
  })

  it('a formula selected by dragging gives its TeX', async () => {
    await reading({ width: 1280 }, async page => {
      const { x, y, width } = await middleOf(page, '.text p math')
      await page.mouse.move(x - width / 2 + 1, y)
      await page.mouse.down()
      await page.mouse.move(x + width / 2 - 1, y, { steps: 4 })
      await page.mouse.up()
      expect(await copy(page)).toMatchObject({ text: '$a + b$', isOurs: true })
    })
  })

  it('an equation selected by a triple click gives its TeX', async () => {
    await reading({ width: 1280 }, async page => {
      const { x, y } = await middleOf(page, '#eq-one math')
      await page.mouse.click(x, y, { count: 3 })
      expect((await copy(page)).text).toContain('$$E = mc^2$$')
    })
  })

  it('in the dialog and in a card gives formulas, too', async () => {
    await reading({ width: 1280 }, async page => {
      await page.focus('#tbl-one .enlarge')
      await page.keyboard.press('Enter')
      await select(page, 'dialog figure', 'dialog figure')
      expect((await copy(page)).text).toContain('1855\t$y_1$')
    })
  })

  it('of words without formulas is left to the browser', async () => {
    await reading({ width: 1280 }, async page => {
      await select(page, '.text > p:last-of-type', '.text > p:last-of-type')
      expect((await copy(page)).isOurs).toBe(false)
      // The browser does not copy the text of buttons.
      await select(page, '#fig-one', '#fig-one')
      expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('Figure 1: A dot.')
    })
  })
})

describe('"How to cite"', () => {
  const button = '.imprint .how-to-cite .copy'

  it.each([
    ['.imprint', '.imprint .label'],
    ['.cite-card', '.head-tools button'],
  ])('is copied in %s, and the copy is announced', async (box, place) => {
    const button = `${box} .how-to-cite .copy`
    await reading({ width: 1280 }, async page => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: {
            writeText: async (text: string) => {
              document.body.dataset.written = text
            },
          },
        })
      })
      await page.click(place)
      await page.waitForSelector(button)
      await page.click(button)
      await page.waitForFunction(() =>
        [...document.querySelectorAll('[role=status]')].some(({ textContent }) => textContent === 'Copied'),
      )
      const text = await page.evaluate(() => document.body.dataset.written)
      expect(text).toMatch(/^Snow J\. Pumps, x2 and wells\. .* doi: 10\.1234\/pumps\.$/)
    })
  })

  it('is copied if scripts have no clipboard', async () => {
    await reading({ width: 1280 }, async page => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined })
        document.addEventListener('copy', () => {
          document.body.dataset.written = String(getSelection()).trim()
        })
      })
      await page.click(button)
      await page.waitForFunction(
        () => document.querySelector('.imprint [role=status]')?.textContent === 'Copied',
      )
      expect(await page.evaluate(() => document.body.dataset.written)).toMatch(
        /^Snow J\. .* doi: 10\.1234\/pumps\.$/,
      )
    })
  })
})
