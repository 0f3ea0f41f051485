/** Pictures and tables are saved as files with names that say what they are. */
import type { Page } from 'puppeteer'
import { expect, it } from 'vitest'
import { readEdition } from './read-edition.ts'

const dot =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle cx="50" cy="50" r="40"/></svg>'

const reading = readEdition({
  'article.md': `---
title: Pumps
lang: en
---

See @fig:one, @fig:two and @tbl:one.

![A dot.](dot.svg){#fig:one}

::: {#fig:two}
![First](dot.svg)

![Second](dot.svg)

Both.
:::

+------+--------------------+
| Site | Depth              |
|      +----------+---------+
|      | *Spring* | Autumn  |
+======+==========+=========+
| A, B | −0.5^[A] | $x^2$   |
+------+----------+---------+
| =C   | 10^3^    | H~2~O   |
+------+----------+---------+

: Depths. {#tbl:one}
`,
  'dot.svg': dot,
})

/** Clicks the buttons of a figure. Returns the names and contents of the files that the page saves. */
async function saved(page: Page, id: string): Promise<string[][]> {
  return await page.evaluate(async id => {
    const links: HTMLAnchorElement[] = []
    HTMLAnchorElement.prototype.click = function () {
      links.push(this)
    }
    const blobs: Blob[] = []
    URL.createObjectURL = blob => {
      if (blob instanceof Blob) blobs.push(blob)
      return 'blob:null/1'
    }
    for (const button of document.querySelectorAll<HTMLElement>(`#${id} .save`)) button.click()
    const texts = await Promise.all(blobs.map(blob => blob.text()))
    return links.map(({ download }, index) => [download, blobs[index]?.type ?? '', texts[index] ?? ''])
  }, id)
}

it('saves pictures as they are', async () => {
  await reading({ width: 1280 }, async page => {
    expect(await saved(page, 'fig-one')).toEqual([['paper-fig-1.svg', 'image/svg+xml', dot]])
    const panels = await saved(page, 'fig-two')
    expect(panels.map(([name]) => name)).toEqual(['paper-fig-2a.svg', 'paper-fig-2b.svg'])
    const names = await page.$$eval('#fig-two .save', buttons => buttons.map(button => button.textContent))
    expect(names).toEqual(['Download: Fig. 2 a SVG', 'Download: Fig. 2 b SVG'])
  })
})

it('saves tables as CSV', async () => {
  await reading({ width: 1280 }, async page => {
    expect(await saved(page, 'tbl-one')).toEqual([
      [
        'paper-table-1.csv',
        'text/csv',
        'Site,Depth,Depth\r\nSite,Spring,Autumn\r\n"A, B",-0.5,$x^2$\r\n\'=C,10^3,H_2O\r\n',
      ],
    ])
  })
})
