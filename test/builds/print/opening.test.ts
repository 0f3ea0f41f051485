/** A title block in the first column, and a part of the template at the foot of that column. */
import { beforeAll, describe, expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import type { Pages, PlacedLines, Placement } from '../../../pipeline/typeset/pages.ts'
import { library } from '../../build-article.ts'
import { printingBrowser } from '../../printer.ts'

const sentence = 'The river carries its sediment to the estuary and leaves the coarse part behind it. '
const text = `---
title: A title that needs several lines in a narrow column
author:
  - {name: Ada Brook, affiliation: Institute of Rivers}
  - {name: Bela Stream, affiliation: Institute of Lakes}
abstract: ${sentence}
received: 2026-01-02
accepted: 2026-02-03
---

${sentence.repeat(3)}A note.[^n] ${`${sentence.repeat(7)}\n\n`.repeat(10)}

[^n]: A footnote.
`
const journal = {
  '/journal/journal.yml': 'extends: base\ntitle: M\ncsl: transactions\npage: {columns: 3, gutter: 5mm}\n',
  '/journal/article.html': `<main class="article"><article>
<header class="title-block"><slot name="title"></slot><slot name="subtitle"></slot><slot name="authors"></slot></header>
<div class="thanks" data-place="foot"><slot name="dates"></slot><slot name="affiliations"></slot><slot name="author-notes"></slot></div>
<div class="text"><slot name="abstract"></slot><slot name="keywords"></slot><slot name="translated-abstracts"></slot><slot name="summaries"></slot>
<slot name="body"></slot><slot name="declarations"></slot><slot name="notes"></slot><slot name="references"></slot></div>
</article></main>`,
}

describe('the opening in the first column', () => {
  let pages: Pages
  let messages: readonly string[]
  beforeAll(async () => {
    const host = memoryHost({ '/paper/article.md': text, ...journal }, diskHost)
    const options = { path: '/paper/article.md', style: '/journal', library, output: '/out' } as const
    const result = await build({ ...options, formats: ['pdf', 'pages'], browser: printingBrowser() }, host)
    const json = [...result.outputs].find(([name]) => name.endsWith('.pages.json'))?.[1]
    // The JSON is written by the build itself; its maps are objects there.
    pages = JSON.parse(new TextDecoder().decode(json)) as Pages
    messages = messageLines(result.files, '/paper')
  }, 60_000)

  const first = (): readonly Placement[] => pages.sheets[0]?.placements ?? []
  const isLines = (placement: Placement): placement is PlacedLines => placement.type === 'lines'

  it('loses nothing', () => {
    expect(messages).toEqual([])
  })

  it('has nothing across the page, and begins with the title', () => {
    expect(first().filter(({ column }) => column === -1)).toEqual([])
    const [title] = first()
    expect(title?.column).toBe(0)
    expect(title?.type === 'box' && title.width).toBeCloseTo(pages.grid.columnWidth, 1)
    expect(new Set(first().map(({ column }) => column))).toEqual(new Set([0, 1, 2]))
  })

  it('has the dates and the affiliations at the foot of the column, above its footnotes', () => {
    const rule = pages.sheets[0]?.noteRules[0]
    const { top, areaHeight } = pages.grid
    const below = first().filter(({ column, y }) => column === 0 && y > (rule?.y ?? 0))
    const lines = below.filter(isLines).toSorted((one, other) => one.y - other.y)
    // Dates, affiliations, and the footnote, which is the last.
    expect(lines.length).toBeGreaterThanOrEqual(3)
    const last = lines.at(-1)
    const end = (last?.y ?? 0) + ((last?.to ?? 0) - (last?.from ?? 0)) * (last?.lineHeight ?? 0)
    expect(Math.abs(top + areaHeight - end)).toBeLessThan(1)
    expect(pages.sheets.slice(1).flatMap(sheet => sheet.noteRules)).toEqual([])
  })
})
